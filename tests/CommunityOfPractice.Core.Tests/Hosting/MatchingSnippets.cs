using System.Text.RegularExpressions;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.DependencyInjection;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Tests.Constitution;
using CommunityOfPractice.Core.Vocabulary;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityOfPractice.Core.Tests.Hosting;

/// <summary>The snippets of docs/matching.md and docs/matching-pairs.md, which therefore compile and run.</summary>
public sealed partial class MatchingSnippets
{
    private static readonly DateTimeOffset Cut = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("matching.md", 3)]
    [InlineData("matching-pairs.md", 1)]
    public void Snippets_OfTheGuide_StandHere(string page, int count)
    {
        string guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", page)).ReplaceLineEndings("\n");
        string here = Blank().Replace(File.ReadAllText(Path.Combine(Repository.Root, "tests", "CommunityOfPractice.Core.Tests", "Hosting", "MatchingSnippets.cs")), string.Empty);
        string[] snippets = [.. Snippet().Matches(guide).Select(m => Blank().Replace(m.Groups[1].Value, string.Empty)).Where(s => !s.StartsWith("using", StringComparison.Ordinal))];
        Assert.Equal(count, snippets.Length);
        Assert.All(snippets.SelectMany(s => s.Split("services.AddCommunityOfPractice()")), s => Assert.Contains(s, here, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pairing_Runs()
    {
        PersonId ada = new("ada"), ben = new("ben"), cleo = new("cleo");
        CommunityId agile = new("agile");
        ServiceCollection services = new();
        services.AddCommunityOfPractice()
            .AddPairingRule<NotInOneTeam>()              // rounds and mentoring
            .AddPairingCriterion<MixedSeniority>(weight: 500); // the standard criteria weigh 1000 together
        await using ServiceProvider provider = services.BuildServiceProvider();
        ICommunityCommands commands = provider.GetRequiredService<ICommunityCommands>();
        ICommunityPairing pairing = provider.GetRequiredService<ICommunityPairing>();
        await commands.ExecuteAsync(new ProposeCommunity(agile, ada, "Agile", "To learn.", CommunityKind.CommunityOfPractice, SimilarShown: []), Actor.Of(ada));
        foreach (PersonId person in (PersonId[])[ada, ben, cleo])
        {
            (await commands.ExecuteAsync(new JoinCommunity(agile, person, new JoinConsent("join/1", "web")), Actor.Of(person))).OrThrow();
        }

        DateTimeOffset backFromLeave = DateTimeOffset.UtcNow.AddMinutes(-1);
        List<PastMeeting> history = [];
        (await commands.ExecuteAsync(new GiveConsent(agile, ben, new(ProcessingPurpose.Matching, "data/1", "web")), Actor.Of(ben))).OrThrow();

        await commands.ExecuteAsync(new GiveConsent(agile, ada, new(ProcessingPurpose.Matching, "data/1", "web")), Actor.Of(ada));   // each by an act of their own

        Participant[] choices = [new(ada) { PausedUntil = backFromLeave, WorkingDay = new(Start: 8 * 60, End: 16 * 60) }, new(ben) { Blocks = [cleo], MostMeetings = 2 }];
        PairingRound round = await pairing.PlanAsync(agile, history, choices, seed: 46);
        foreach (UnmatchedPerson without in round.Unmatched)
        {
            Console.WriteLine($"{without.Person}: {string.Join(" ", without.Reasons.Select(r => r.Text))}");   // for them and for you
        }

        history.AddRange(round.ToHistory().Select(m => m with { Met = true, Useful = 4 }));                   // what people said afterwards
        ValueList<PairingRound> quarter = await pairing.PlanSeveralAsync(agile, history, choices, seed: 47, count: 6, every: TimeSpan.FromDays(14));

        Assert.Equal([ada, ben], Assert.Single(round.Groups).People);
        Assert.Equal(6, quarter.Count);
        Assert.Equal(1, quarter[0].Groups[0].Repeats);
    }

    [Fact]
    public void Recommendations_AndTheirEvaluation_Run()
    {
        PersonId ada = new("ada");
        CommunityCandidate[] communities = [new(new("agile")), new(new("testing")), new(new("data"))];
        CommunitySeeker[] people = [];
        MembershipPeriod[] memberships =
        [
            In("agile", "ada", -50), In("agile", "ben", -50), In("agile", "cleo", -50), In("testing", "ben", -50), In("testing", "cleo", -50), In("testing", "ada", 20), In("data", "dan", -50),
        ];
        TopicVocabulary? vocabulary = null;
        DateTimeOffset cut = Cut, until = Cut.AddDays(365), asOf = Cut;

        CommunityEvidence evidence = CommunityEvidence.Of(communities, people, memberships, asOf, vocabulary);
        CommunityRecommendations answer = new CommunityRecommender(evidence).For(ada, top: 10, seed: 7);
        Assert.Equal("testing", answer.Items[0].Community.Text);

        (bool WasMatched, string Round, bool CrossesDepartments)[] ties = [.. Enumerable.Range(0, 12).Select(i => (i % 2 == 0, $"round {i}", i % 3 > 0))];

        TemporalSplit split = TemporalSplit.At(memberships, cut, until);
        CommunityRecommender recommender = new(CommunityEvidence.Of(communities, people, split.Known, cut));
        RankingEvaluation found = Ranking.Evaluate(
            split.Joined.Select(later => new RankedCase(
                [.. recommender.For(later.Person, top: 10).Items.Select(i => i.Community.Text)],
                [.. later.Communities.Select(c => c.Text)])),
            k: 10,
            catalogue: [.. communities.Select(c => c.Community.Text)]);
        Console.WriteLine($"recall@10 {found.Recall:0.000}, nDCG@10 {found.Ndcg:0.000}, {found.Cases} people, {found.Undefined} left out");

        bool without = HoldOut.Holds(ada, round: 12, share: 0.1, seed: 7);
        BootstrapInterval? lift = CrossSiloLift.Of(
            matched: ties.Where(t => t.WasMatched).Select(t => new NewTie(t.Round, t.CrossesDepartments)),
            comparison: ties.Where(t => !t.WasMatched).Select(t => new NewTie(t.Round, t.CrossesDepartments)),
            seed: 7);

        Assert.Equal((1, 1), (found.Cases, found.Recall));
        Assert.Equal(without, HoldOut.Holds(new("ada"), 12, 0.1, 7));
        Assert.NotNull(lift);
    }

    private static MembershipPeriod In(string community, string person, int days) => new(new(community), new(person), Cut.AddDays(days));

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Snippet();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}

public sealed class NotInOneTeam : IMatchRule<Participant, Participant>
{
    public string Id => "contoso.one-team";

    public bool IsPrivate => false;

    public Reason? Forbids(Participant seeker, Participant candidate) =>
        seeker.Attributes.Department is { } team && team == candidate.Attributes.Department && seeker.Attributes.Location == candidate.Attributes.Location ? new(Id, "They sit in one room.") : null;
}

public sealed class MixedSeniority : IMatchCriterion<Participant, Participant>
{
    public string Id => "contoso.mixed-seniority";

    public string Name => "one has been here longer";

    public double? Fit(Participant seeker, Participant candidate) =>
        seeker.Attributes.Seniority is { } own && candidate.Attributes.Seniority is { } theirs ? (own == theirs ? 0 : 1) : null;

    public string Because(Participant seeker, Participant candidate) => "One of them has been here longer.";
}
