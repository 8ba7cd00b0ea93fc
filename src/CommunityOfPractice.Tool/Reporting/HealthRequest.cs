using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;

namespace CommunityOfPractice.Tool.Reporting;

/// <summary>What is to be reported.</summary>
/// <param name="AsOf">Only what happened before counts; null for just after the last activity.</param>
/// <param name="Window">How far back to look.</param>
/// <param name="Only">The communities to report; empty for all.</param>
/// <param name="Models">How readings become a score.</param>
/// <param name="Assessment">Against which baseline, and with how many draws.</param>
/// <param name="Trends">Whether trends are shown, which take a reading of everything for each of several periods.</param>
internal sealed record HealthRequest(DateTimeOffset? AsOf, TimeSpan Window, IReadOnlyList<CommunityId> Only, HealthModels Models, AssessmentOptions Assessment, bool Trends)
{
    public static readonly TimeSpan DefaultWindow = TimeSpan.FromDays(91);
}
