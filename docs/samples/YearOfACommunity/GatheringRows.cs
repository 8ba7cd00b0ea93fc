using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace YearOfACommunity;

/// <summary>A calendar as rows of the interchange format.</summary>
internal static class GatheringRows
{
    public static InterchangeData Of(CommunityId community, Calendar calendar) => new(ActivityLog.Empty, [], [], [], [])
    {
        Gatherings =
        [
            .. calendar.AllSeries.Select(series => Of(community, series, calendar)),
            .. calendar.Recorded.Where(g => g.Info.Series is null || IsChanged(g)).Select(g => Of(community, g)),
        ],
        Attendances = calendar.Recorded.Where(g => g.Info.Series is null || IsChanged(g)).SelectMany(g => AttendanceOf(community, g)).ToValueList(),
    };

    /// <summary>A series is one row; what was moved or cancelled is left out of it and has a row of its own.</summary>
    private static GatheringEntry Of(CommunityId community, GatheringSeries series, Calendar calendar)
    {
        GatheringTime first = series.First.Resolve().OrThrow();
        IEnumerable<DateTime> changed = calendar.Recorded.Where(g => g.Info.Series == series.Id && IsChanged(g)).Select(g => g.Info.Occurrence!.Value);
        return new(community, series.Id.Text, series.Details.Title, first.Start, first.End)
        {
            TimeZone = series.First.Zone,
            Type = series.Details.Kind.ToString(),
            Formality = series.Details.Kind.ToFormality(),
            RRule = series.ToRule().ToString(),
            Except = series.Except.Concat(changed).Select(local => new LocalSlot(local, local.AddHours(1), series.First.Zone).Resolve().OrThrow().Start).ToValueList(),
            Place = series.Details.Place,
            Link = series.Details.Link,
            Hosts = series.Hosts,
            Capacity = series.Capacity,
        };
    }

    private static GatheringEntry Of(CommunityId community, Gathering gathering) => new(community, gathering.Id.Text, gathering.Info.Details.Title, gathering.Start, gathering.End)
    {
        TimeZone = gathering.Info.Time.Zone,
        Type = gathering.Info.Details.Kind.ToString(),
        Formality = gathering.Info.Details.Kind.ToFormality(),
        Series = gathering.Info.Series?.Text,
        Place = gathering.Info.Details.Place,
        Link = gathering.Info.Details.Link,
        Hosts = gathering.Info.Hosts,
        Capacity = gathering.Info.Capacity,
        Status = gathering.Status switch
        {
            GatheringStatus.Cancelled => GatheringEntryStatus.Cancelled,
            GatheringStatus.Held => GatheringEntryStatus.Held,
            _ => GatheringEntryStatus.Scheduled,
        },
        Reason = gathering.Info.CancelReason,
    };

    private static IEnumerable<AttendanceEntry> AttendanceOf(CommunityId community, Gathering gathering)
    {
        Dictionary<CommunityOfPractice.Core.People.PersonId, GuestReply> replies = gathering.Replies.ToDictionary(r => r.Person);
        foreach (CommunityOfPractice.Core.People.PersonId person in replies.Keys.Concat(gathering.Attended).Concat(gathering.Info.Hosts).Distinct())
        {
            GuestReply? reply = replies.GetValueOrDefault(person);
            yield return new(community, gathering.Id.Text, person)
            {
                Rsvp = reply?.Status switch
                {
                    null => null,
                    RsvpStatus.Going or RsvpStatus.Waiting => RsvpAnswer.Yes,
                    RsvpStatus.Maybe => RsvpAnswer.Maybe,
                    _ => RsvpAnswer.No,
                },
                RsvpAt = reply?.Since,
                Attended = gathering.Status == GatheringStatus.Held ? gathering.WasAttendedBy(person) : null,
                Host = gathering.Info.Hosts.Contains(person),
            };
        }
    }

    private static bool IsChanged(Gathering gathering) => gathering.Status == GatheringStatus.Cancelled || gathering.Info.Time.LocalStart != gathering.Info.Occurrence;
}
