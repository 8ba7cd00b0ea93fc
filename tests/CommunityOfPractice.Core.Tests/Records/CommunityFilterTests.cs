using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Records;

namespace CommunityOfPractice.Core.Tests.Records;

/// <summary>Each condition by itself: what passes it, and what does not.</summary>
public sealed class CommunityFilterTests
{
    private static readonly DateTimeOffset Day = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly CommunityListing Listing = new(new("c"), 1, "C", CommunityKind.InterestGroup, CommunityStatus.Active)
    {
        Topics = [new("agile"), new("testing")], Goals = ["g1"], Parent = new("p"), ReviewDue = Day, Visibility = Visibility.Listed,
    };

    public static TheoryData<string> Conditions => new(Rows.Keys);

    private static Dictionary<string, (CommunityFilter Passes, CommunityFilter[] Fails)> Rows => new()
    {
        ["status"] = (new() { Status = CommunityStatus.Active }, [new() { Status = CommunityStatus.Dormant }]),
        ["kind"] = (new() { Kind = CommunityKind.InterestGroup }, [new() { Kind = CommunityKind.WorkingGroup }]),
        ["topic"] = (new() { Topic = new TopicId("testing") }, [new() { Topic = new TopicId("zen") }]),
        ["goal"] = (new() { Goal = "g1" }, [new() { Goal = "g2" }]),
        ["parent"] = (new() { Parent = new CommunityId("p") }, [new() { Parent = new CommunityId("c") }]),
        ["review"] = (new() { ReviewDueBefore = Day.AddTicks(1) }, [new() { ReviewDueBefore = Day }]),
        ["visibility"] = (new() { AtLeast = Visibility.Listed }, [.. Enum.GetValues<Visibility>().Where(v => v < Visibility.Listed).Select(v => new CommunityFilter { AtLeast = v })]),
        ["open"] = (new() { OpenOnly = true }, []),
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void Condition_LetsPassWhatFits_AndNothingElse(string condition)
    {
        (CommunityFilter passes, CommunityFilter[] fails) = Rows[condition];
        Assert.True(passes.Passes(Listing));
        Assert.All(fails, f => Assert.False(f.Passes(Listing)));
        Assert.True(CommunityFilter.All.Passes(Listing));
    }

    [Fact]
    public void OpenOnly_LeavesOutWhatEnded()
    {
        CommunityStatus[] ended = [CommunityStatus.Closed, CommunityStatus.Merged, CommunityStatus.Rejected];
        Assert.All(Enum.GetValues<CommunityStatus>(), status =>
        {
            Assert.Equal(!ended.Contains(status), new CommunityFilter { OpenOnly = true }.Passes(Listing with { Status = status }));
            Assert.True(CommunityFilter.All.Passes(Listing with { Status = status }));
        });
    }

    [Fact]
    public void ReviewDueBefore_IsForThoseThatAreReviewed()
    {
        CommunityStatus[] reviewed = [CommunityStatus.Chartered, CommunityStatus.Active, CommunityStatus.Dormant];
        CommunityFilter filter = new() { ReviewDueBefore = Day.AddDays(1) };
        Assert.All(Enum.GetValues<CommunityStatus>(), status => Assert.Equal(reviewed.Contains(status), filter.Passes(Listing with { Status = status })));
        Assert.False(filter.Passes(Listing with { ReviewDue = null }));
    }

    [Fact]
    public void Conditions_MustAllHold()
    {
        CommunityFilter all = new() { Status = CommunityStatus.Active, OpenOnly = true, Kind = CommunityKind.InterestGroup, Topic = new TopicId("agile"), Goal = "g1", Parent = new CommunityId("p"), ReviewDueBefore = Day.AddDays(1), AtLeast = Visibility.Listed };
        Assert.True(all.Passes(Listing));
        Assert.False((all with { Status = CommunityStatus.Dormant }).Passes(Listing));
        Assert.False((all with { Kind = CommunityKind.WorkingGroup }).Passes(Listing));
        Assert.False((all with { Topic = new TopicId("zen") }).Passes(Listing));
        Assert.False((all with { Goal = "g2" }).Passes(Listing));
        Assert.False((all with { Parent = null, ReviewDueBefore = Day }).Passes(Listing));
    }
}
