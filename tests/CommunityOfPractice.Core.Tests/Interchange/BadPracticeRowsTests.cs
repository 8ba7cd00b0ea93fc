using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Interchange;

namespace CommunityOfPractice.Core.Tests.Interchange;

/// <summary>Each way in which a row about what communities do and make can be wrong, with line, column and code.</summary>
public class BadPracticeRowsTests
{
    private const string Gathering = "community,gathering,title,start,end,duration,formality,except,hosts,capacity,status\n";

    [Theory]
    [InlineData("c,g,t,1,,,,,,,", "end:value.missing")]
    [InlineData("c,g,t,1,2,PT1H,,,,,", "end:duration.and-end")]
    [InlineData("c,g,t,2,2,,,,,,", "end:period.reversed")]
    [InlineData("c,g,t,2,1,,,,,,", "end:period.reversed")]
    [InlineData("c,g,t,2099-12-31,,P1D,,,,,", "duration:time.out-of-range")]
    [InlineData("c,g,t,1,,90,,,,,", "duration:duration.malformed")]
    [InlineData("c,g,t,1,,PT0M,,,,,", "duration:duration.malformed")]
    [InlineData("c,g,t,1,,PT1H90,,,,,", "duration:duration.malformed")]
    [InlineData("c,g,t,1,,P1M,,,,,", "duration:duration.malformed")]
    [InlineData("c,g,t,1,,P,,,,,", "duration:duration.malformed")]
    [InlineData("c,g,t,1,,P1DT,,,,,", "duration:duration.malformed")]
    [InlineData("c,g,t,1,2,,casual,,,,", "formality:formality.unknown")]
    [InlineData("c,g,t,1,2,,,soon|1|1960-01-01,,,", "except:time.malformed", "except:time.out-of-range")]
    [InlineData("c,g,t,1,2,,,,a||b,,", "hosts:list.empty-item")]
    [InlineData("c,g,t,1,2,,,,,0,", "capacity:capacity.out-of-range")]
    [InlineData("c,g,t,1,2,,,,,many,", "capacity:capacity.out-of-range")]
    [InlineData("c,g,t,1,2,,,,,9999999999,", "capacity:capacity.out-of-range")]
    [InlineData("c,g,t,1,2,,,,,,maybe", "status:status.unknown")]
    [InlineData(",,,,,,,,,,x", "community:value.missing", "gathering:value.missing", "title:value.missing", "start:value.missing", "status:status.unknown")]
    public void Gathering_BadRow_SaysWhereAndWhatAndGoesOn(string row, params string[] expected)
    {
        Outcome kept = Import.Of($"{Gathering}c,good,t,1,2,,,,,,\n{row}\n", options => options.KeepGoodRows = true).Reports([.. expected.Select(each => $"3:{each}")]);
        Assert.Equal("good", Assert.Single(kept.Data.Gatherings).Gathering);
    }

    [Theory]
    [InlineData("PT90M", 90)]
    [InlineData("PT1H30M", 90)]
    [InlineData("P1D", 1440)]
    [InlineData("P1W1DT1M", 11_521)]
    [InlineData("PT3600S", 60)]
    public void Duration_MakesTheEnd(string duration, int minutes)
    {
        GatheringEntry gathering = Assert.Single(Import.Of($"community,gathering,title,start,duration\nc,g,t,2020-01-01T10:00:00Z,{duration}\n").Reports().Data.Gatherings);
        Assert.Equal(TimeSpan.FromMinutes(minutes), gathering.End - gathering.Start);
    }

    [Theory]
    [InlineData("community,gathering,person,rsvp,rsvp_at,attended,role\nc,g,p,perhaps,never,2,guest\n", "2:rsvp:rsvp.unknown", "2:rsvp_at:time.malformed", "2:attended:attended.unknown", "2:role:role.unknown")]
    [InlineData("community,artifact,type,title,steward,published,links\nc,a,,,,x,|\n", "2:type:value.missing", "2:title:value.missing", "2:published:time.malformed", "2:links:list.empty-item", "2:links:list.empty-item")]
    [InlineData("community,story,title,cycle,text\nc,s,t,eternal,x\n", "2:cycle:cycle.unknown")]
    [InlineData("community,story,title,cycle,text\nc,s,t,applied,\n", "2:text:value.missing")]
    [InlineData("community,story,title,cycle,text\nc,s,t,,x\n", "2:cycle:value.missing")]
    [InlineData("community,story,title,evidence\nc,s,t,x\n", "2:cycle:value.missing")]
    [InlineData("community,at,members\nc,1,few\nc,,\n", "2:members:members.out-of-range", "3:at:value.missing", "3:members:value.missing")]
    [InlineData("community,gathering,title\nc,g,t\n", "1:start:column.missing")]
    [InlineData("community,gathering,title,start,kind\n", "1:kind:column.unknown")]
    public void OtherKinds_EverythingWrong_ReportsEveryError(string csv, params string[] expected) => Import.Of(csv).Reports(expected);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Entries_RefuseWhatNoRowCanSay(int minutes)
    {
        DateTimeOffset at = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Throws<ArgumentException>(() => new GatheringEntry(new("c"), "g", "t", at, at.AddMinutes(minutes)));
        Assert.Throws<ArgumentException>(() => new GatheringEntry(new("c"), "", "t", at, at.AddHours(1)));
        Assert.Throws<ArgumentException>(() => new ArtifactEntry(new("c"), "a", "", "t"));
        Assert.Throws<ArgumentException>(() => new StoryEntry(new("c"), "s", ""));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HeadcountEntry(new("c"), at, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StoryClaimEntry((ValueCycle)9, "t"));
        GatheringEntry one = new(new("c"), "g", "t", at, at.AddHours(1)), other = new(new("c"), "g", "u", at, at.AddHours(1));
        Assert.Throws<ArgumentException>(() => new InterchangeData(Core.Practices.ActivityLog.Empty, [], [], [], []) { Gatherings = [one, other] });
    }
}
