using System.Text;
using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Tests.Practices;

public sealed class ActsTests
{
    [Fact]
    public void Names_OfAllActs_ParseBackInAnyCase()
    {
        Assert.Equal(Enum.GetValues<Act>().Length, Acts.Names.Count);
        foreach (Act act in Enum.GetValues<Act>())
        {
            Assert.Equal(act.ToString(), act.Name(), ignoreCase: true);
            Assert.True(Acts.TryParse(Encoding.ASCII.GetBytes(act.Name().ToUpperInvariant()), out Act back) && back == act);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("pos")]
    [InlineData("posts")]
    [InlineData("REPLİ")]
    public void TryParse_NoAct_IsFalse(string name) => Assert.False(Acts.TryParse(Encoding.UTF8.GetBytes(name), out _));

    [Fact]
    public void Name_UndefinedAct_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => ((Act)15).Name());

    [Fact]
    public void Groups_OfActs_AreAsDocumented()
    {
        Assert.Equal("post ask answer reply comment host publish mentor welcome curate", Those(Acts.IsContribution));
        Assert.Equal("answer reply comment welcome", Those(Acts.IsResponse));
        Assert.Equal("answer reply", Those(Acts.IsAnswer));
        Assert.Equal("answer host mentor welcome curate", Those(Acts.IsStewardship));
        Assert.Equal("host welcome curate", Those(Acts.IsOrganising));

        static string Those(Func<Act, bool> holds) => string.Join(' ', Enum.GetValues<Act>().Where(holds).Select(a => a.Name()));
    }
}
