using System.Globalization;
using System.Text.Json;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Tests.Generators;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Health;

/// <summary>Law 24: the same report, byte for byte, in any culture and on any number of threads.</summary>
[Properties(Arbitrary = [typeof(SmallCommunities)], MaxTest = 40)]
public sealed class CultureTests
{
    private static readonly string[] Cultures = ["de-DE", "tr-TR", "ar-SA", "fa-IR", "sv-SE", "th-TH"];

    [CultureFact]
    public void Cultures_OfThisTest_AreReal()
    {
        Assert.Equal("0,5", 0.5.ToString(new CultureInfo("de-DE")));
        Assert.NotEqual("-1", (-1).ToString(new CultureInfo("sv-SE")));
        Assert.Equal("İ", "i".ToUpper(new CultureInfo("tr-TR")));
        Assert.NotEqual(2024, new CultureInfo("ar-SA").Calendar.GetYear(new DateTime(2024, 1, 1)));
    }

    [Property, Trait("Law", "24")]
    public void Law24_AnyCulture_GivesTheSameBytes(LivelyCommunity lively)
    {
        if (CultureFactAttribute.Missing)
        {
            return;
        }

        string expected = Json(lively.Community);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            foreach (string name in Cultures)
            {
                CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(name);
                Assert.Equal(expected, Json(lively.Community));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }

    /// <summary>One assessor and one log, shared by all threads.</summary>
    [Property, Trait("Law", "24")]
    public void Law24_ManyThreads_GiveTheSameBytes(LivelyCommunity lively)
    {
        HealthAssessor assessor = new();
        SmallCommunity community = lively.Community;
        var log = community.Log;
        var people = community.People.ToDictionary(p => p.Id);
        string[] reports = new string[16];
        Parallel.For(0, reports.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
            reports[i] = JsonSerializer.Serialize(assessor.Assess(new(SmallCommunity.Id, log, community.Window, community.Roster, people)), HealthJson.Report));
        Assert.All(reports, report => Assert.Equal(Json(community), report));
    }

    private static string Json(SmallCommunity community) => JsonSerializer.Serialize(new HealthAssessor().Assess(community.Evidence), HealthJson.Report);
}
