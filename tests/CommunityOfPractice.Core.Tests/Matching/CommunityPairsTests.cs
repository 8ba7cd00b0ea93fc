using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Matching;

public sealed class CommunityPairsTests
{
    [Fact]
    public void GoldenOverlap()
    {
        MemberOverlap overlap = MemberOverlap.Of(40, 30, 8, 500);

        Assert.Equal(0.0013075925370006818, overlap.Significance!.Value, 1e-17);
        Assert.Equal((2.4, 8 / 30.0, 8 / 62.0), (overlap.Expected, overlap.Containment, overlap.Jaccard));
        Assert.Null(MemberOverlap.Of(0, 3, 0, 9).Significance);
        Assert.Equal(4, MemberOverlap.Of(3, 3, 2, 0).Population);
        Assert.Throws<ArgumentOutOfRangeException>(() => MemberOverlap.Of(1, 3, 2, 9));
    }

    [Fact]
    public void SameTopicsAndPeople_CouldMerge_WithWhatComesOfIt()
    {
        ComparedCommunity one = new(new("a")) { Topics = Of("x"), Members = People(0, 10), Facilitators = People(0, 2), Contributions = Counts(0, 10) };
        ComparedCommunity other = new(new("b")) { Topics = Of("x"), Members = People(5, 10), Facilitators = People(1, 1), Contributions = Counts(5, 10) };
        CommunityPair pair = Assert.Single(CommunityPairs.Find([other, one, Far], 200));

        Assert.Equal((TogetherKind.Merge, "a", "b"), (pair.Suggestion, pair.One.Text, pair.Other.Text));
        Assert.Equal(new MergeProjection(15, 2, 5), pair.Together); // five contribute 2 each, ten 1 each: 10 of 20
        Assert.Equal(["pair.topics", "pair.people"], pair.Reasons.Select(r => r.Code));
        Assert.Equal(1, pair.TopicCosine!.Value, 1e-12);
    }

    [Fact]
    public void ASmallOneWithinALargeOne_IsAGroupWithin_NotAMerger()
    {
        ComparedCommunity large = new(new("a")) { Topics = Of("x"), Members = People(0, 30) }, small = new(new("b")) { Topics = Of("x"), Members = People(0, 10) };
        CommunityPair pair = Assert.Single(CommunityPairs.Find([large, small, Far], 100));

        Assert.Equal((TogetherKind.SubCommunity, "b", "a", 10, 30), (pair.Suggestion, pair.One.Text, pair.Other.Text, pair.Overlap.One, pair.Overlap.Other));
        Assert.Null(pair.Together);
        Assert.Contains(pair.Reasons, r => r.Code == "pair.contained");
    }

    /// <summary>Three of 5 and 5 people of 75 in common happen by chance once in 700 pairs: with one pair looked at that says something, with 105 it says nothing.</summary>
    [Fact]
    public void PeopleInCommon_CountOnlyBeyondWhatSoManyPairsWouldShowByChance()
    {
        ComparedCommunity one = new(new("a")) { Members = People(0, 5) }, other = new(new("b")) { Members = People(2, 5) };
        ComparedCommunity[] apart = [.. Enumerable.Range(0, 13).Select(i => new ComparedCommunity(new($"z{i:D2}")) { Members = People(100 + (5 * i), 5) })];

        Assert.InRange(MemberOverlap.Of(5, 5, 3, 75).Significance!.Value, 0.001, 0.01);
        Assert.Equal("pair.people", Assert.Single(Assert.Single(CommunityPairs.Find([one, other], 75)).Reasons).Code);
        Assert.Empty(CommunityPairs.Find([one, other, .. apart], 75));
    }

    [Fact]
    public void TopicsAlone_Federate_UnlessOneIsWeak()
    {
        ComparedCommunity one = new(new("a")) { Topics = Of("x"), Members = People(0, 10) }, other = new(new("b")) { Topics = Of("x"), Members = People(20, 10) };
        Assert.Equal(TogetherKind.Federate, Assert.Single(CommunityPairs.Find([one, other, Far])).Suggestion);

        ComparedCommunity resting = new(new("b")) { Topics = Of("x"), Members = People(20, 10), Status = CommunityStatus.Dormant };
        CommunityPair pair = Assert.Single(CommunityPairs.Find([one, resting, Far]));
        Assert.Equal(TogetherKind.Merge, pair.Suggestion);
        Assert.Contains(pair.Reasons, r => r.Code == "pair.weak");
        Assert.Empty(CommunityPairs.Find([one, new(new("b")) { Topics = Of("x"), Members = People(20, 10), Status = CommunityStatus.Closed }, Far]));
    }

    [Fact]
    public void SharedArtifacts_Federate()
    {
        ComparedCommunity one = new(new("a")) { ArtifactsUsed = new HashSet<string> { "m", "n" } }, other = new(new("b")) { ArtifactsUsed = new HashSet<string> { "n", "o", "p" } };
        CommunityPair pair = Assert.Single(CommunityPairs.Find([one, other]));

        Assert.Equal((TogetherKind.Federate, 0.5), (pair.Suggestion, pair.ArtifactCrossUse));
        Assert.Throws<ArgumentException>(() => CommunityPairs.Find([one, one]));
        Assert.Throws<ArgumentOutOfRangeException>(() => CommunityPairs.Find([], -1));
    }

    private static ComparedCommunity Far => new(new("far")) { Topics = Of("y"), Members = People(90, 10) };

    private static ValueList<TopicWeight> Of(string topic) => [new(new(topic), 1)];

    private static HashSet<PersonId> People(int from, int count) => [.. Enumerable.Range(from, count).Select(i => new PersonId($"p{i}"))];

    private static Dictionary<PersonId, int> Counts(int from, int count) => People(from, count).ToDictionary(p => p, _ => 1);
}
