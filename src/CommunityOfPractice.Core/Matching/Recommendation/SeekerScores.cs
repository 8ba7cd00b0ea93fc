using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>The scores of communities for one person, and what they are made of.</summary>
internal sealed class SeekerScores
{
    private const int Named = 2;
    private const double Much = 0.25;

    private readonly Scoring scoring;
    private readonly CommunitySeeker seeker;
    private readonly int? person;
    private readonly double?[]?[] fits;
    private readonly double[] weights;
    private readonly double[] totals;

    public SeekerScores(Scoring scoring, CommunitySeeker seeker, int? person, bool isCold, double?[]?[] fits, double[] weights)
    {
        (this.scoring, this.seeker, this.person, this.fits, this.weights, IsCold) = (scoring, seeker, person, fits, weights, isCold);
        totals = new double[scoring.Evidence.Communities.Length];
        for (int community = 0; community < totals.Length; community++)
        {
            for (int criterion = 0; criterion < weights.Length; criterion++)
            {
                totals[community] += Amount(criterion, community);
            }
        }
    }

    /// <summary>Whether nothing is known about the person that could tell what they like.</summary>
    public bool IsCold { get; }

    public double this[int community] => totals[community];

    public CommunityRecommendation Explain(int community)
    {
        int[] speaking = [.. Enumerable.Range(0, weights.Length).Where(criterion => Amount(criterion, community) > 0)];
        return new(
            scoring.Evidence.Communities[community],
            totals[community],
            speaking.Select(criterion => new Share(scoring.Ids[criterion], Amount(criterion, community))).ToValueList(),
            speaking.OrderByDescending(criterion => Amount(criterion, community)).Select(criterion => Because(criterion, community)).ToValueList());
    }

    /// <summary>A multiple of 2^-40, so that sums of amounts are exact in any order.</summary>
    private double Amount(int criterion, int community) =>
        fits[criterion]?[community] is { } fit ? Math.Round(weights[criterion] * fit * CoMembers.Unit) / CoMembers.Unit : 0;

    private Reason Because(int criterion, int community)
    {
        CommunityCandidate candidate = scoring.Evidence.Candidates[community]!;
        string id = scoring.Ids[criterion];
        bool much = fits[criterion]![community] >= Much;
        return id switch
        {
            Scoring.CoMembersId => Say(id, much ? "Many who belong to {0} also belong to it." : "Some who belong to {0} also belong to it.", Sources(community)),
            Scoring.TopicsId => Common(candidate) is { Count: > 0 } common
                ? Say(id, "It is about {0}, as are your interests or your communities.", common) : new Reason(Code(id), "Its topics are like those of your communities."),
            Scoring.SocialProofId => new(Code(id), "People whom you know from other departments belong to it."),
            Scoring.PriorId when !much => new Reason(Code(id), "A few in the organisation belong to it."),
            Scoring.PriorId => seeker.Department is { } department
                ? Say(id, "It is widespread in {0}, or in the organisation.", [department]) : new Reason(Code(id), "It is widespread in the organisation."),
            Scoring.GoalsId => Say(id, "It serves your goals {0}.", [.. seeker.Goals.Distinct().Where(candidate.Goals.Contains).Order(StringComparer.Ordinal)]),
            Scoring.LanguageId => new(Code(id), "Its members speak a language that you speak."),
            Scoring.TimeId => new(Code(id), "Its members work at the hours at which you do."),
            _ => new(Code(id), scoring.Criteria.First(c => c.Key.Id == id).Key.AskWhy(seeker, candidate)),
        };
    }

    private List<string> Sources(int community) =>
        [.. scoring.CoMembers.Sources(person!.Value, community, scoring.Model.Shrinkage).Take(Named).Select(TitleOf)];

    private string TitleOf(int community) => scoring.Evidence.Candidates[community]?.Title ?? scoring.Evidence.Communities[community].Text;

    /// <summary>The weightiest topics in common with the interests, or else with the community of one's own that is closest.</summary>
    private List<string> Common(CommunityCandidate candidate)
    {
        ValueList<TopicWeight> mine = seeker.Interests;
        if (!scoring.Evidence.Topics.Common(mine, candidate.Topics).Any() && person is { } number)
        {
            int number2 = scoring.Evidence.NumberOf(candidate.Community)!.Value;
            double most = 0;
            foreach ((int own, bool current) in scoring.Evidence.Of(number))
            {
                if (current && scoring.Evidence.Topics.Cosine(own, number2) is { } cosine && cosine > most)
                {
                    (most, mine) = (cosine, scoring.Evidence.Candidates[own]!.Topics);
                }
            }
        }

        return [.. scoring.Evidence.Topics.Common(mine, candidate.Topics).Take(Named).Select(t => t.Text)];
    }

    private static string Code(string criterion) => $"recommendation.{criterion}";

    private static Reason Say(string criterion, string sentence, IReadOnlyList<string> arguments) =>
        new(Code(criterion), sentence.Replace("{0}", string.Join(" and ", arguments.Select(a => $"'{a}'")), StringComparison.Ordinal)) { Arguments = arguments.ToValueList() };
}
