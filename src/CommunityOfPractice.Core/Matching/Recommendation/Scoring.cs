using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>The criteria with their weights over one evidence; makes the scores of one person after the other.</summary>
internal sealed class Scoring
{
    public const string CoMembersId = "co-members", TopicsId = "topics", SocialProofId = "social-proof", PriorId = "prior", GoalsId = "goals", LanguageId = "language", TimeId = "time";

    public static readonly string[] StandardIds = [CoMembersId, TopicsId, SocialProofId, PriorId, GoalsId, LanguageId, TimeId];

    public Scoring(CommunityEvidence evidence, RecommendationModel model, KeyValuePair<IMatchCriterion<CommunitySeeker, CommunityCandidate>, double>[] criteria)
    {
        Evidence = evidence;
        Model = model;
        Criteria = criteria;
        Ids = [.. StandardIds, .. criteria.Select(c => c.Key.Id)];
        Weights = [model.CoMembers, model.Topics, model.SocialProof, model.Prior, model.Goals, model.Language, model.Time, .. criteria.Select(c => c.Value)];
        CoMembers = new CoMembers(evidence, model.FormerMember);
        Fits = new CommunityFits(evidence);
        if (Ids.Distinct(StringComparer.Ordinal).Count() < Ids.Length)
        {
            throw new ArgumentException("Two criteria have one id.", nameof(criteria));
        }

        if (criteria.FirstOrDefault(c => !(c.Value is >= 0 and <= 1000)) is { Key: not null } wrong)
        {
            throw new ArgumentOutOfRangeException(nameof(criteria), wrong.Value, "A weight lies from 0 to 1000.");
        }
    }

    public CommunityEvidence Evidence { get; }

    public RecommendationModel Model { get; }

    public KeyValuePair<IMatchCriterion<CommunitySeeker, CommunityCandidate>, double>[] Criteria { get; }

    public string[] Ids { get; }

    public double[] Weights { get; }

    public CoMembers CoMembers { get; }

    public CommunityFits Fits { get; }

    /// <summary>Scores some communities for a person; fits are relative to the best of all, one's own among them.</summary>
    public SeekerScores Of(CommunitySeeker seeker, IReadOnlyList<int> communities)
    {
        int? person = Evidence.NumberOf(seeker.Person);
        int own = Own(person);
        bool knows = own > 0 || seeker.Interests.Count > 0;
        double?[]?[] fits =
        [
            Relative(CoMemberMasses(person), communities),
            Relative(TopicMasses(seeker, person), communities),
            SocialProof(person, communities),
            Relative(community => Fits.Prior(seeker, community, Model.DepartmentShrinkage), communities),
            Each(communities, community => CommunityFits.Goals(seeker, Evidence.Candidates[community]!)),
            Each(communities, community => Fits.Language(seeker, community)),
            Each(communities, community => Fits.Time(seeker, community)),
            .. Criteria.Select(c => Each(communities, community => c.Key.Ask(seeker, Evidence.Candidates[community]!))),
        ];
        double[] weights = [.. Weights];
        weights[Array.IndexOf(Ids, TopicsId)] *= Math.Min(1, Told(person) + (seeker.Interests.Count > 0 ? 2 : 0));
        weights[Array.IndexOf(Ids, PriorId)] *= Model.PriorFades / (Model.PriorFades + own + (seeker.Interests.Count > 0 ? 1 : 0));
        return new(this, seeker, person, !knows && !Left(person), fits, weights);
    }

    private int Own(int? person)
    {
        int own = 0;
        foreach ((_, bool current) in person is { } number ? Evidence.Of(number) : [])
        {
            own += current ? 1 : 0;
        }

        return own;
    }

    /// <summary>How much the person's communities tell of them together; a single one to which everybody belongs says nothing of their topics.</summary>
    private double Told(int? person)
    {
        double told = 0;
        foreach ((int community, bool current) in person is { } number ? Evidence.Of(number) : [])
        {
            told += current ? CoMembers.Rarity(community) : 0;
        }

        return told;
    }

    private bool Left(int? person) => person is { } number && Evidence.Of(number).Length > 0;

    private long[] CoMemberMasses(int? person)
    {
        long[] sums = new long[Evidence.Communities.Length];
        if (person is { } number)
        {
            CoMembers.AddTo(sums, number, Model.Shrinkage);
        }

        return sums;
    }

    /// <summary>What is close in topics to one's communities, or to one's interests, which count as much as two communities.</summary>
    private long[] TopicMasses(CommunitySeeker seeker, int? person)
    {
        long[] sums = new long[Evidence.Communities.Length];
        foreach ((int own, bool current) in person is { } number ? Evidence.Of(number) : [])
        {
            if (current)
            {
                Add(Evidence.Topics.Row(own), CoMembers.Rarity(own));
            }
        }

        Add(seeker.Interests.Count > 0 ? Evidence.Topics.Row(seeker.Interests) : [], 2);
        return sums;

        void Add(IReadOnlyList<(int Profile, double Cosine)> row, double weight)
        {
            foreach ((int community, double cosine) in row)
            {
                sums[community] += (long)(cosine * cosine * weight * Matching.CoMembers.Unit);
            }
        }
    }

    private double?[]? SocialProof(int? person, IReadOnlyList<int> communities)
    {
        if (person is not { } number || Fits.Known(number) is not { } known)
        {
            return null;
        }

        double?[] fits = new double?[Evidence.Communities.Length];
        foreach (var group in known.GroupBy(k => k.Key.Community))
        {
            fits[group.Key] = CommunityFits.Proof(group.Select(k => k.Value));
        }

        return Each(communities, community => fits[community]);
    }

    private double?[]? Relative(long[] masses, IReadOnlyList<int> communities)
    {
        long most = masses.DefaultIfEmpty(0).Max();
        return most > 0 ? Each(communities, community => (double)masses[community] / most) : null;
    }

    private double?[]? Relative(Func<int, double> mass, IReadOnlyList<int> communities)
    {
        double[] masses = new double[Evidence.Communities.Length];
        double most = 0;
        for (int community = 0; community < masses.Length; community++)
        {
            masses[community] = mass(community);
            most = Math.Max(most, masses[community]);
        }

        return most > 0 ? Each(communities, community => masses[community] / most) : null;
    }

    private double?[] Each(IReadOnlyList<int> communities, Func<int, double?> fit)
    {
        double?[] fits = new double?[Evidence.Communities.Length];
        foreach (int community in communities)
        {
            fits[community] = fit(community);
        }

        return fits;
    }
}
