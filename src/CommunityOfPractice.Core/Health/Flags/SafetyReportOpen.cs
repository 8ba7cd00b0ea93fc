using CommunityOfPractice.Core.Indicators;

namespace CommunityOfPractice.Core.Health;

/// <summary>Somebody reported that they do not feel safe, and it is not dealt with. What was reported, and by whom, is not looked at.</summary>
internal sealed class SafetyReportOpen : IRedFlag
{
    public string Id => "safety-report-open/v1";

    public RedFlag Look(HealthEvidence evidence, FlagFacts facts) => facts.OpenSafetyReports switch
    {
        null => Flag(RedFlagStatus.NotApplicable, "The host does not tell of such reports."),
        > 0 => Flag(RedFlagStatus.Raised, "A report that somebody does not feel safe is not dealt with."),
        _ => Flag(RedFlagStatus.Clear, "No such report is open."),
    };

    private RedFlag Flag(RedFlagStatus status, string text) => new(Id, "Unresolved safety report", status, text);
}
