using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Matching;

/// <summary>A small organisation made of a seed: people, communities, memberships before and after noon.</summary>
internal sealed class RecommendationWorld
{
    public static readonly DateTimeOffset Noon = new(2024, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly string[] Words = ["agile", "testing", "cloud", "data", "design", "law"];

    public RecommendationWorld(ulong seed, int people = 14, int communities = 9)
    {
        SplitMix64 random = new(seed);
        People = [.. Enumerable.Range(0, people).Select(i => new CommunitySeeker(new($"p{i:00}"))
        {
            Department = random.Below(i, 4) is var d && d == 3 ? null : $"d{d}",
            Languages = random.Below(100 + i, 3) switch { 0 => ["en"], 1 => ["de", "en"], _ => ValueList<string>.Empty },
            UtcOffset = random.Below(200 + i, 4) is var o && o == 3 ? null : TimeSpan.FromHours((o * 5) - 5),
            Interests = random.Below(300 + i, 2) == 0 ? ValueList<TopicWeight>.Empty : [new(new(Words[random.Below(400 + i, Words.Length)]), 1)],
            Goals = random.Below(500 + i, 2) == 0 ? ValueList<string>.Empty : ["g1"],
        })];
        Communities = [.. Enumerable.Range(0, communities).Select(i => new CommunityCandidate(new($"c{i}"))
        {
            Topics = new[] { random.Below(600 + i, Words.Length), random.Below(700 + i, Words.Length) }.Distinct().Select(w => new TopicWeight(new(Words[w]), 1 + w)).ToValueList(),
            Goals = random.Below(800 + i, 2) == 0 ? ValueList<string>.Empty : ["g1", "g2"],
        })];
        Memberships = [.. Enumerable.Range(0, people * 3).Select(i => new MembershipPeriod(
            new($"c{random.Below(900 + i, communities)}"),
            new($"p{random.Below(1900 + i, people):00}"),
            Noon.AddDays(-1 - random.Below(2900 + i, 300)),
            random.Below(3900 + i, 4) == 0 ? Noon.AddDays(-1) : null))];
        Memberships = [.. Memberships.Select(m => m.Until < m.From ? new MembershipPeriod(m.Community, m.Person, m.From) : m)];
    }

    public CommunitySeeker[] People { get; set; }

    public CommunityCandidate[] Communities { get; set; }

    public MembershipPeriod[] Memberships { get; set; }

    public CommunityRecommender Recommender(RecommendationModel? model = null) => new(CommunityEvidence.Of(Communities, People, Memberships, Noon), model);

    public ValueList<CommunityRecommendations> All(RecommendationModel? model = null, int top = 5) => Recommender(model).ForAll(People.Select(p => p.Person), top, seed: 7);
}
