using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Matching;

public sealed class SimilarCommunitiesTests
{
    private static readonly ValueList<TopicWeight> Testing = [new(new("testing"), 1)];

    [Fact]
    public void TheMostSimilarComesFirst_WithItsReasons()
    {
        ValueList<SimilarCommunity> found = SimilarCommunities.Find(
            new("Test Guild", Testing, People(0, 4)),
            [
                Candidate("unrelated", "Cooking", ["cooking"], People(90, 10)),
                Candidate("related", "Everything", ["testing", .. Enumerable.Range(0, 24).Select(i => $"t{i}")], People(80, 5)),
                Candidate("same-name", "TEST-guild", ["cooking"], People(70, 5)),
                Candidate("same-topics", "Quality", ["testing"], People(60, 5)),
                Candidate("overlap", "Broad", ["testing", "agile", "lean"], People(50, 5)),
                Candidate("same-people", "Friends", ["cooking"], People(0, 6)),
            ],
            population: 500);

        Assert.Equal(["same-topics", "same-name", "overlap", "same-people", "related"], found.Select(f => f.Community.Text));
        Assert.Equal([SimilarityKind.Duplicate, SimilarityKind.Duplicate, SimilarityKind.Overlap, SimilarityKind.Overlap, SimilarityKind.Related], found.Select(f => f.Kind));
        Assert.All(found, f => Assert.NotEmpty(f.Reasons));
        Assert.Equal(["similar.people", "similar.contained"], found[3].Reasons.Select(r => r.Code));
        Assert.Equal((4, 1.0), (found[3].SharedMembers, found[3].Containment));
        Assert.Equal("The topics are 100 % alike.", found[0].Reasons[0].Text);
    }

    [Fact]
    public void TheGoldenOverlap_IsSignificant()
    {
        SimilarCommunity found = Assert.Single(SimilarCommunities.Find(new("New", [], People(0, 30)), [Candidate("old", "Old", ["x"], People(22, 40))], population: 500));

        Assert.Equal(0.0013075925370006818, found.Significance!.Value, 1e-17);
        Assert.Equal((8, SimilarityKind.Related), (found.SharedMembers, found.Kind));
        Assert.Null(found.TopicCosine);
    }

    [Fact]
    public void WhatIsHiddenOrGone_IsNotShown_WhatIsClosedIs()
    {
        CandidateCommunity[] all =
        [
            With(c => c with { Visibility = Visibility.Private }), With(c => c with { Status = CommunityStatus.Merged }), With(c => c with { Status = CommunityStatus.Rejected }),
            With(c => c with { Id = new("closed"), Status = CommunityStatus.Closed }),
        ];

        SimilarCommunity found = Assert.Single(SimilarCommunities.Find(new("Quality", Testing, []), all, population: 0));
        Assert.Equal("closed", found.Community.Text);
        Assert.Contains(found.Reasons, r => r.Code == "similar.closed");
        Assert.Null(found.Significance);

        static CandidateCommunity With(Func<Community, Community> change) =>
            Candidate("a", "Quality", ["testing"], []) is var c ? c with { Community = change(c.Community) } : throw new InvalidOperationException();
    }

    [Fact]
    public void TheOrderOfCandidates_DoesNotShow()
    {
        CandidateCommunity[] all = [.. Enumerable.Range(0, 8).Select(i => Candidate($"c{i}", "Quality", ["testing", $"t{i % 3}"], People(i, 5)))];
        ValueList<SimilarCommunity> found = SimilarCommunities.Find(new("Q", Testing, People(0, 6)), all, 100);

        Assert.Equal(8, found.Count);
        Assert.Equal(found, SimilarCommunities.Find(new("Q", Testing, People(0, 6)), all.Reverse(), 100));
    }

    [Theory]
    [InlineData(0, SimilarityKind.Duplicate)]
    [InlineData(1e-9, SimilarityKind.Overlap)]
    public void TopicsAtTheLimit_AreDuplicates(double above, SimilarityKind expected)
    {
        CandidateCommunity candidate = Candidate("c", "C", ["testing", "agile"], []);
        double cosine = TopicProfile.Cosine(Testing, candidate.Community.Domain!.Topics)!.Value;
        SimilarityThresholds limits = SimilarityThresholds.Default with { DuplicateTopics = cosine + above, OverlapTopics = cosine, RelatedTopics = cosine };
        SimilarCommunity found = Assert.Single(SimilarCommunities.Find(new("Q", Testing, []), [candidate], 0, limits));
        Assert.Equal((expected, "The topics are 71 % alike."), (found.Kind, found.Reasons.Single(r => r.Code == "similar.topics").Text));
        Assert.Equal(SimilarityKind.Related, SimilarCommunities.Find(new("Q", Testing, []), [candidate], 0, limits with { DuplicateTopics = 1, OverlapTopics = 1 })[0].Kind);
        Assert.Empty(SimilarCommunities.Find(new("Q", Testing, []), [candidate], 0, limits with { DuplicateTopics = 1, OverlapTopics = 1, RelatedTopics = 1 }));
    }

    /// <summary>Twenty of the organisation are interested, ten are members, five are both; by chance that is as likely as the hypergeometric distribution says.</summary>
    [Fact]
    public void PeopleInCommon_AreComparedWithChance()
    {
        CandidateCommunity candidate = Candidate("c", "C", ["zen"], People(15, 10));
        double chance = Hypergeometric.UpperTail(5, 25, 10, 20), likely = Hypergeometric.UpperTail(5, 400, 10, 20);
        SimilarityThresholds limits = SimilarityThresholds.Default with { Significance = likely + 1e-12, OverlapPeople = 0.25 };
        SimilarCommunity found = Assert.Single(SimilarCommunities.Find(new("Q", Testing, People(0, 20)), [candidate], 400, limits));
        Assert.Equal((SimilarityKind.Overlap, 5, likely, 0.5), (found.Kind, found.SharedMembers, found.Significance, found.Containment));
        Assert.Equal(SimilarityKind.Related, SimilarCommunities.Find(new("Q", Testing, People(0, 20)), [candidate], 400, limits with { OverlapPeople = 0.2501 })[0].Kind);
        Assert.Empty(SimilarCommunities.Find(new("Q", Testing, People(0, 20)), [candidate], 400, limits with { Significance = likely }));

        // a population that cannot hold them all is taken to be those in the two groups
        Assert.Equal(chance, SimilarCommunities.Find(new("Q", Testing, People(0, 20)), [candidate], 3, limits with { Significance = 2 })[0].Significance);
    }

    [Fact]
    public void Contained_MeansEverybodyIsThere_AndOthersToo()
    {
        Assert.Contains("similar.contained", Codes(People(0, 3), People(0, 4)));
        Assert.DoesNotContain("similar.contained", Codes(People(0, 3), People(0, 3)));
        Assert.DoesNotContain("similar.contained", Codes(People(0, 3), People(1, 4)));
        Assert.DoesNotContain("similar.contained", Codes([], People(0, 4)));
        Assert.DoesNotContain("similar.people", Codes([], People(0, 4)));

        static IEnumerable<string> Codes(ValueList<PersonId> interested, ValueList<PersonId> members) =>
            SimilarCommunities.Find(new("Q", Testing, interested), [Candidate("c", "Q", ["zen"], members)], 900)[0].Reasons.Select(r => r.Code);
    }

    [Fact]
    public void OfTheSameTopics_WhoSharesMorePeople_ComesFirst_ThenTheId()
    {
        CandidateCommunity[] all = [Candidate("a", "Q", ["zen"], People(0, 1)), Candidate("c", "Q", ["zen"], People(0, 2)), Candidate("b", "Q", ["zen"], People(0, 2))];
        Assert.Equal(["b", "c", "a"], SimilarCommunities.Find(new("Q", Testing, People(0, 3)), all, 9).Select(f => f.Community.Text));
        Assert.Equal(["x"], SimilarCommunities.Find(new("Q", Testing, []), [new(new Community(new("x")) { Status = CommunityStatus.Proposed, Name = "Q" }, new HashSet<PersonId>())], 9).Select(f => f.Community.Text));
    }

    private static CandidateCommunity Candidate(string id, string name, string[] topics, IEnumerable<PersonId> members)
    {
        CommunityRecord record = new(new(id));
        record.Must(World.Proposal(record.Id) with { Name = name, Domain = World.Domain(topics) }, World.Start);
        return new(record.Community, members.ToHashSet());
    }

    private static ValueList<PersonId> People(int from, int count) => [.. Enumerable.Range(from, count).Select(i => new PersonId($"p{i}"))];
}
