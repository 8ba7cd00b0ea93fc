using CommunityOfPractice.Core.Interchange;

namespace CommunityOfPractice.Core.Tests.Interchange;

/// <summary>What no row shows by itself.</summary>
public class CrossRowTests
{
    private const string Header = "community,person,at,act,id,in_reply_to\n";

    [Fact]
    public void IdConflict_NamesBothLines()
    {
        Outcome outcome = Import.Of([("a.csv", Import.Utf8(Header + "c,p,1,post,x,\nc,p,1,post,x,\n")), ("b.csv", Import.Utf8(Header + "c,p,1,post,y,\nc,q,1,post,x,\n"))]);
        outcome.Reports("3:id:activity.id-conflict");
        Assert.Equal("b.csv", outcome.Problems[0].File);
        Assert.Contains("a.csv:2", outcome.Problems[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void BrokenReplies_ErrorsWithFileAndLine()
    {
        Outcome outcome = Import.Of(
            [("a.csv", Import.Utf8(Header + "c,p,5,reply,itself,itself\nc,p,1,reply,early,late\n")), ("b.csv", Import.Utf8(Header + "\nc,p,9,post,late,\nc,p,3,reply,x,y\nd,p,3,reply,y,x\n"))],
            options => options.KeepGoodRows = true);
        outcome.Reports("2:in_reply_to:reply.itself", "3:in_reply_to:reply.before-parent", "4:in_reply_to:reply.cycle", "5:in_reply_to:reply.cycle");
        Assert.Equal(["a.csv", "a.csv", "b.csv", "b.csv"], outcome.Problems.Select(problem => problem.File));
        Assert.Equal("late", outcome.Data.Log[0].Id?.Text);
        Assert.Equal(1, outcome.Data.Log.Count);
    }

    [Fact]
    public void UnknownReplies_KeptWithOneWarningAFile()
    {
        Outcome outcome = Import.Of(
            [("a.csv", Import.Utf8(Header + "c,p,5,post,a,\nc,p,6,reply,b,gone\nc,p,3,reply,c,lost\n")), ("b.csv", Import.Utf8(Header + "c,p,7,reply,d,a\nc,p,8,reply,e,gone\n"))]);
        outcome.Reports("3:in_reply_to:reply.unknown", "3:in_reply_to:reply.unknown");
        Assert.All(outcome.Problems, problem => Assert.Equal(InterchangeSeverity.Warning, problem.Severity));
        Assert.Equal(["a.csv", "b.csv"], outcome.Problems.Select(problem => problem.File).Order());
        Assert.StartsWith("2 replies", outcome.Problems.Single(problem => problem.File == "a.csv").Text, StringComparison.Ordinal);
        Assert.Contains("'gone'", outcome.Problems[0].Text, StringComparison.Ordinal);
        Assert.Contains(Import.Activities(outcome.Data), activity => activity.InReplyTo?.Text == "lost");
    }

    [Theory]
    [InlineData("p,2020-01-01,2021-01-01,a\np,2020-12-31,,b\n", "3:person:person.overlap")]
    [InlineData("p,,,a\nq,,,a\np,,,b\n", "4:person:person.overlap")]
    [InlineData("p,2020-01-01,2029-01-01,a\np,2021-01-01,2022-01-01,b\np,2023-01-01,2024-01-01,c\n", "3:person:person.overlap", "4:person:person.overlap")]
    [InlineData("p,2021-01-01,,b\np,2020-01-01,2021-01-01,a\n")]
    [InlineData("p,,,a\np,,,a\n")]
    public void PersonTwiceAtATime_IsAnError(string rows, params string[] expected) =>
        Import.Of("person,from,until,department\n" + rows, options => options.KeepGoodRows = true).Reports(expected);

    [Theory]
    [InlineData("community,gathering,title,start,duration\nc,g,t,1,PT1H\nc,g,t,1,PT60M\nd,g,x,1,PT1H\nc,g,t,2,PT1H\n", "5:gathering:entry.conflict")]
    [InlineData("community,gathering,person,rsvp\nc,g,p,yes\nc,g,p,YES\nc,g,q,no\nc,g,p,no\n", "5:person:entry.conflict")]
    [InlineData("community,artifact,type,title\nc,a,guide,t\nd,a,tool,t\nc,a,tool,t\n", "4:artifact:entry.conflict")]
    [InlineData("community,story,title,cycle,text\nc,s,t,applied,x\nc,s,t,applied,x\nc,s,t,immediate,y\nc,s,other,applied,z\n", "5:story:entry.conflict")]
    public void EntryTwice_SameIgnoredDifferentRefused(string rows, string expected)
    {
        Outcome outcome = Import.Of(rows, options => options.KeepGoodRows = true).Reports(expected);
        Assert.Contains("f:2", outcome.Problems[0].Text, StringComparison.Ordinal);
        Assert.InRange(outcome.Data.Gatherings.Count + outcome.Data.Attendances.Count + outcome.Data.Artifacts.Count + outcome.Data.Stories.Count, 1, 2);
        Assert.All(outcome.Data.Stories, story => Assert.Equal(["y", "x"], story.Claims.Select(claim => claim.Text)));
    }

    [Fact]
    public void CommunityTwice_SameIgnoredDifferentRefused()
    {
        Outcome outcome = Import.Of("community,name\nc,One\nc,One\nc,Two\n", options => options.KeepGoodRows = true).Reports("4:community:community.conflict");
        Assert.Contains("f:2", outcome.Problems[0].Text, StringComparison.Ordinal);
        Assert.Equal("One", Assert.Single(outcome.Data.Communities).Name);
    }

    [Fact]
    public void MembershipsAndMeetingsTwice_CountOnce()
    {
        InterchangeData data = Import.Of(
            [("a", Import.Utf8("community,person,from,role\nc,p,1,lead\nc,p,1,facilitator\nc,p,1,\nc,p,1,Member\n")), ("b", Import.Utf8("at,people\n1,a|b\n1,b|a\n2,a|b\n"))]).Reports().Data;
        Assert.Equal(2, data.Memberships.Count);
        Assert.Equal(2, data.Meetings.Count);
    }
}
