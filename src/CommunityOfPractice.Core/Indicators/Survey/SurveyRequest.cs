using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>What is to be looked at.</summary>
internal sealed class SurveyRequest(ActivityLog log, TimeWindow window, int periods, ReadOnlyMemory<int> groups, bool countOwnReplies)
{
    private readonly ReadOnlyMemory<int> groups = groups;

    public ActivityLog Log => log;

    public TimeWindow Window => window;

    public bool CountOwnReplies => countOwnReplies;

    /// <summary>Where each period begins in ticks, and last where the window ends.</summary>
    public long[] Limits { get; } = Cut(window, periods);

    /// <summary>The group of each person of the log; negative when it is unknown. Empty when all are.</summary>
    public ReadOnlySpan<int> Groups => groups.Span;

    private static long[] Cut(TimeWindow window, int periods)
    {
        long[] limits = new long[periods + 1];
        Int128 length = window.Until.UtcTicks - window.From.UtcTicks;
        for (int period = 0; period <= periods; period++)
        {
            limits[period] = window.From.UtcTicks + (long)(length * period / periods);
        }

        return limits;
    }
}
