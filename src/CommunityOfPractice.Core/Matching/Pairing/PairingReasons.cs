namespace CommunityOfPractice.Core.Matching;

/// <summary>The codes of the reasons for which somebody is in no group; docs/matching-pairs.md lists them.</summary>
internal static class PairingReasons
{
    public const string TakesNoPart = "person.not-opted-in", Paused = "person.paused", Full = "person.capacity-full";
    public const string NoPartner = "person.no-partner", NotDrawn = "lottery.not-drawn";
    public const string Block = "pair.blocked", ReportingLine = "pair.reporting-line", Language = "pair.no-common-language", Hours = "pair.no-common-hours";
    public const string Department = "pair.same-department", Location = "pair.same-location", Recent = "pair.met-recently";

    /// <summary>The ids of the standard rules.</summary>
    public static IEnumerable<string> Rules => [Block, ReportingLine, Language, Hours, Department, Location, Recent];
}
