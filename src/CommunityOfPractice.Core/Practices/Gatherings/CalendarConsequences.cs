using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>What follows for gatherings when somebody goes, or the community ends.</summary>
internal static class CalendarConsequences
{
    /// <summary>What was planned is cancelled, series end.</summary>
    public static IEnumerable<CalendarFact> OfTheEnd(Calendar calendar, DateTimeOffset at)
    {
        foreach (GatheringSeries series in calendar.AllSeries)
        {
            if (series.Occurrences(at.AddTicks(1), DateTimeOffset.MaxValue).FirstOrDefault() is { } next)
            {
                yield return new SeriesEnded(series.Id, next.Original);
            }
        }

        foreach (Gathering gathering in calendar.Ahead(at))
        {
            yield return new GatheringCancelled(gathering.Id, Reason: null);
        }
    }

    /// <summary>Their places ahead are given to who waits longest, and they host nothing any more.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="person">Who goes.</param>
    /// <param name="everywhere">Whether they cannot come to gatherings for everybody either.</param>
    /// <param name="at">When.</param>
    public static IEnumerable<CalendarFact> OfLeaving(Calendar calendar, PersonId person, bool everywhere, DateTimeOffset at)
    {
        foreach (GatheringSeries series in calendar.AllSeries)
        {
            if (series.Hosts.AsSpan().Contains(person) && series.GoesOnAfter(at))
            {
                yield return new SeriesHostsSet(series.Id, series.Hosts.Where(h => h != person).ToValueList());
            }
        }

        foreach (Gathering gathering in calendar.Ahead(at))
        {
            if (gathering.IsHost(person))
            {
                yield return new GatheringHostsSet(gathering.Id, gathering.Info.Hosts.Where(h => h != person).ToValueList());
            }

            if (gathering.StatusOf(person) != RsvpStatus.None && (everywhere || gathering.Info.Details.Audience == GatheringAudience.Members))
            {
                foreach (CalendarFact fact in GuestChanges.Without(gathering, [person], gathering.Info.Capacity).Cast<CalendarFact>())
                {
                    yield return fact;
                }
            }
        }
    }
}
