using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Practices;

public sealed class SpacesTests
{
    [Theory]
    [InlineData("https://chat.example/channels/a?b=c#d", true)]
    [InlineData("HTTP://intranet/wiki", true)]
    [InlineData("mailto:guild@example.org", true)]
    [InlineData("msteams:/l/channel/19%3a", true)]
    [InlineData("slack://channel?team=T1&id=C1", true)]
    [InlineData("/wiki/page", false)]
    [InlineData("wiki.example/page", false)]
    [InlineData("https:", false)]
    [InlineData("https:///path", false)]
    [InlineData("mailto:", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("JavaScript:alert(1)", false)]
    [InlineData(" javascript:alert(1)", false)]
    [InlineData("data:text/html,x", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("vbscript:x", false)]
    [InlineData("", false)]
    public void Link_IsAnAbsoluteAddress_ThatRunsNothing(string link, bool sound) =>
        Assert.Equal(sound ? [] : ["space.link"], Codes(new Space(SpaceKind.Chat, "#a", link)));

    [Fact]
    public void Spaces_HaveTheirOwnRhythmAndId()
    {
        Space chat = new(SpaceKind.Chat, "#a", null) { Purpose = "Quick questions", Rhythm = new(TimeSpan.FromDays(1), "daily"), ExternalId = "C1" };

        Assert.Empty(Codes(chat));
        Assert.Equal(["space.twice"], Codes(chat, chat with { Name = "#b" }));
        Assert.Equal(["space.external-id"], Codes(chat with { ExternalId = "" }));
        Assert.Equal(["space.external-id"], Codes(chat with { ExternalId = new string('x', 201) }));
        Assert.Equal(["rhythm.every"], Codes(chat with { Rhythm = new(TimeSpan.Zero, "") }));
        Assert.Empty(Codes(chat with { ExternalId = null }, chat with { ExternalId = null, Name = "#b" }));
    }

    [Fact]
    public void Thread_TellsThePlaceOfAnActivity()
    {
        Space board = new(SpaceKind.Forum, "Board", null) { ExternalId = "b1" }, part = board with { Name = "Part", ExternalId = "b1/part" }, unlinked = board with { ExternalId = null };
        Space[] all = [unlinked, board, part];

        Assert.Equal(board, SpaceThreads.Find(all, SpaceThreads.In(board, "17")));
        Assert.Equal(part, SpaceThreads.Find(all, SpaceThreads.In(part, "17")));
        Assert.Equal(board, SpaceThreads.Find(all, SpaceThreads.In(board)));
        Assert.Null(SpaceThreads.Find(all, new ThreadId("b12/17")));
        Assert.Null(SpaceThreads.Find(all, null));
        Assert.Throws<ArgumentException>(() => SpaceThreads.In(unlinked, "17"));
        Assert.Throws<ArgumentException>(() => SpaceThreads.In(board, new string('x', 200)));
    }

    private static string[] Codes(params ReadOnlySpan<Space> spaces) =>
        World.Standing("a", CommunityStatus.Active).Decide(new SetSpaces(new("a"), ValueList.Create(spaces)), World.At(World.Start.AddDays(60))).Codes();
}
