using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>S3: what is left of a series does not take place, from one occurrence on.</summary>
/// <remarks>
/// Guards: <c>community.not-living</c>, <c>series.unknown</c>, <c>gathering.not-host</c>, <c>series.over</c> (nothing is left), <c>series.no-such-occurrence</c>, <c>series.from-past</c>,
/// <c>gathering.no-reason</c>.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Series">The series.</param>
/// <param name="From">The original local start of the first occurrence that is cancelled; null for everything that has not started.</param>
/// <param name="Reason">Why.</param>
public sealed record CancelSeriesFrom(CommunityId Community, SeriesId Series, DateTime? From, string Reason) : CalendarCommand(Community)
{
    internal override IEnumerable<Fact> Decide(Calendar calendar, PracticeContext context, Guards guards)
    {
        Named.Check(Series);
        guards.RequireText(Reason, "gathering.no-reason", "Who wanted to come is told why it does not take place.");
        if (SeriesChanges.Find(calendar, Series, From, context, guards) is not { } first)
        {
            return [];
        }

        return
        [
            new SeriesEnded(Series, first.Original),
            .. SeriesChanges.TouchedAhead(calendar, first, context).Where(g => g.Status == GatheringStatus.Planned).Select(g => new GatheringCancelled(g.Id, Reason)),
        ];
    }
}

/// <summary>S2 or S3 happened: a series has no more occurrences from a local time on.</summary>
/// <param name="Series">The series.</param>
/// <param name="Before">The original local start of the first occurrence that there is no more.</param>
public sealed record SeriesEnded(SeriesId Series, DateTime Before) : CalendarFact
{
    internal override Calendar Apply(Calendar before, DateTimeOffset at) => before.WithSeries(Series, series => series with { EndsBefore = Before });
}
