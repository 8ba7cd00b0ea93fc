using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>What was known of the assessed community earlier, and which model it would have been measured by.</summary>
internal sealed record Earlier(HealthModels Models, Func<TimeWindow, HealthEvidence> Tell, HealthEvidence Now)
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(364); // whole weeks

    /// <summary>The window that a baseline looks at; null for one that looks at none, or where there is no time before.</summary>
    public static TimeWindow? WindowOf(HealthBaseline baseline, TimeWindow window)
    {
        TimeSpan back = baseline == HealthBaseline.LastYear ? Year : window.Length;
        return baseline == HealthBaseline.Okay || window.From - DateTimeOffset.MinValue <= back ? null : new(window.From - back, window.Until - back);
    }

    public HealthModel ModelFor(HealthEvidence evidence) => Models.For(evidence);

    /// <exception cref="ArgumentException">Evidence of another community or window was given.</exception>
    public HealthEvidence In(TimeWindow window)
    {
        HealthEvidence evidence = Tell(window);
        return evidence.Community == Now.Community && evidence.Window == window
            ? evidence
            : throw new ArgumentException($"The earlier evidence is of '{evidence.Community}' in {evidence.Window} and not of '{Now.Community}' in {window}.");
    }
}
