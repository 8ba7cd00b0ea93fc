using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Records;
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

    private static CandidateCommunity Candidate(string id, string name, string[] topics, IEnumerable<PersonId> members)
    {
        CommunityRecord record = new(new(id));
        record.Must(World.Proposal(record.Id) with { Name = name, Domain = World.Domain(topics) }, World.Start);
        return new(record.Community, members.ToHashSet());
    }

    private static ValueList<PersonId> People(int from, int count) => [.. Enumerable.Range(from, count).Select(i => new PersonId($"p{i}"))];
}
