using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>The red flags that the library brings along.</summary>
public static class StandardRedFlags
{
    /// <summary>Gets one of each, in the order in which a report shows them.</summary>
    /// <value>
    /// <c>no-active-facilitator/v1</c>, <c>last-facilitator/v1</c>, <c>purpose-overdue/v1</c>, <c>safety-report-open/v1</c>, <c>orphaned-artifacts/v1</c>; stateless instances.
    /// </value>
    public static ValueList<IRedFlag> All { get; } =
    [
        new NoActiveFacilitator(),
        new LastFacilitator(),
        new PurposeOverdue(),
        new SafetyReportOpen(),
        new OrphanedArtifacts(),
    ];
}
