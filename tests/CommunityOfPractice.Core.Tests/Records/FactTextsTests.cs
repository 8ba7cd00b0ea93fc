using System.Reflection;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Tests.Lifecycles;
using CommunityOfPractice.Core.Tests.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Records;

/// <summary>Every text that a command would keep is limited and well-formed, at one place.</summary>
public sealed class FactTextsTests
{
    private static readonly DateTimeOffset Later = World.Start.AddDays(60);
    private static readonly string Longest = new('x', 10_000), Emoji = string.Concat(Enumerable.Repeat("\U0001F600", 10_000));

    [Fact]
    public void Texts_AreWellFormed()
    {
        CommunityRecord record = World.Standing("a", CommunityStatus.Active);
        foreach ((string text, string[] codes) in ((string, string[])[])
        [
            ("\ud800", ["text.malformed"]), ("a\udc00b", ["text.malformed"]), ("\udc00\ud800", ["text.malformed"]), ("a\0b", ["text.malformed"]), ("fine \U0001F600", []),
        ])
        {
            Assert.Equal(codes, record.Decide(new CheckIn(record.Id, text), World.At(Later)).Codes());
            Assert.Equal(codes, record.Decide(new CheckIn(record.Id, "Fine."), World.At(Later) with { Because = new() { Fields = [new("note", text)] } }).Codes());
        }
    }

    [Fact]
    public void Texts_HaveTenThousandCharacters_CountedAsPeopleDo()
    {
        CommunityRecord record = World.Standing("a", CommunityStatus.Active);
        Assert.Empty(record.Decide(new CheckIn(record.Id, Longest), World.At(Later)).Codes());
        Assert.Empty(record.Decide(new CheckIn(record.Id, Emoji), World.At(Later)).Codes());
        foreach (string text in (string[])[Longest + "x", Emoji + "x"])
        {
            Reason reason = record.Decide(new CheckIn(record.Id, text), World.At(Later)).Match(_ => [], r => r.Reasons).Single();
            Assert.Equal(("text.too-long", "A text has at most 10000 characters; 'note' has 10001."), (reason.Code, reason.Text));
            Assert.Equal(["10000", "note", "10001"], reason.Arguments!);
        }
    }

    [Fact]
    public void Texts_OfAChildThatIsSplitOff_AreLimitedToo_AndOtherGuardsAreNamedBeside()
    {
        CommunityRecord parent = World.Standing("a", CommunityStatus.Active), proposed = World.Standing("p", CommunityStatus.Proposed);
        SplitCommunity split = new(parent.Id, new("c"), Longest + "x", World.People[0], World.Terms("testing"), SplitMode.Specialise);
        Assert.Equal(["text.too-long"], Splitting.Decide(parent, new(new("c")), split, World.At(Later)).Codes());
        Assert.Equal(
            ["community.not-active", "text.too-long"], proposed.Decide(new CheckIn(proposed.Id, Longest + "x"), World.At(Later)).Codes());
        Assert.Equal(["text.too-long"], new CommunityRecord(new("n")).Decide(World.Proposal(new("n")) with { Purpose = Longest + "x" }, World.At(Later)).Codes());
    }

    /// <summary>Whatever a command says, in whatever property: no accepted decision keeps a text that is not one.</summary>
    [Fact]
    public void NoCommand_KeepsAMalformedText()
    {
        Random random = new(11);
        AnyCommand any = new(random, [new("a")], World.People);
        int tried = 0;
        foreach (CommunityStatus status in Enum.GetValues<CommunityStatus>())
        {
            CommunityRecord record = World.Standing("a", status);
            for (int i = 0; i < 1500; i++)
            {
                Command command = any.Next(record.Id, Later);
                if (command is MergeInto or SplitCommunity || !Spoil(command))
                {
                    continue;
                }

                record.Decide(command, World.At(Later, random.Next(2) == 0 ? World.Host : Actor.Of(command.Subject ?? World.People[0]))).Match(
                    changes =>
                    {
                        Assert.All(changes, c => Assert.DoesNotContain('\ufffd', FactJson.Write(Sealing.Seal(record.Id, 1, null, c.OccurredAt, c, "s"))));
                        return 0;
                    },
                    refusal => tried += refusal.Reasons.Any(r => r.Code == "text.malformed") ? 1 : 0);
            }
        }

        Assert.True(tried > 100, $"{tried} texts were refused");
    }

    [Theory]
    [InlineData("use", "id.missing"), InlineData("takeover", "id.missing")]
    [InlineData("gathering", "value.missing"), InlineData("revised", "value.missing")]
    public void WhatCannotBeReadBack_IsNamed(string where, string code)
    {
        CommunityRecord record = Workshop.Of("a");
        record.Put(new ArtifactPublished(new("g"), ArtifactKind.Guide, "G", "", []), new StoryTold(new("s"), World.People[0], "t", [], []));
        TellStory story = new(record.Id, new("t"), World.People[0], "t", [new(ValueCycle.Applied, "x")]);
        Command command = where switch
        {
            "use" => new RecordUse(record.Id, new("g"), World.People[0]) { InCommunity = default(CommunityId) },
            "takeover" => new AgreeToTakeOver(record.Id, default),
            "gathering" => story with { Gatherings = [null!] },
            _ => new ReviseStory(record.Id, new("s"), "t", story.Claims) { Gatherings = [null!] },
        };
        Assert.Equal([code], record.Decide(command, World.At(Later)).Codes());
    }

    /// <summary>Puts half of a surrogate pair into every text property that can be set.</summary>
    private static bool Spoil(Command command)
    {
        PropertyInfo[] texts = [.. command.GetType().GetProperties().Where(p => p.PropertyType == typeof(string) && p.CanWrite && p.Name != "Scope")];
        foreach (PropertyInfo text in texts)
        {
            text.SetValue(command, "half \ud83d");
        }

        return texts.Length > 0;
    }
}
