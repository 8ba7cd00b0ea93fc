using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Tests.Practices;

/// <summary>When more rows surely fit, and when not.</summary>
public sealed class ActivityTextsTests
{
    /// <summary>As many entries as a pool numbers.</summary>
    private const long MostEntries = 3L << 28;

    /// <summary>A byte of a list may become an item of a set, which takes four.</summary>
    [Theory]
    [InlineData(MostEntries / 4, true)]
    [InlineData((MostEntries / 4) + 1, false)]
    public void HasRoomFor_CountsFourBytesAByte(long bytes, bool room) => Assert.Equal(room, new ActivityTexts().HasRoomFor(bytes));

    /// <summary>What is there already counts as well: 4 bytes of a set and one entry.</summary>
    [Fact]
    public void HasRoomFor_TakesOffWhatIsThere()
    {
        ActivityTexts texts = new();
        texts.Sets.Intern([1, 0, 0, 0]);

        Assert.True(texts.HasRoomFor((MostEntries / 4) - 1));
        Assert.False(texts.HasRoomFor(MostEntries / 4));
    }
}
