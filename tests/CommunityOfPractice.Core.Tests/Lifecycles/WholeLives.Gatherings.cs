using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Lifecycles;

/// <content>How people gather.</content>
internal sealed partial class WholeLives
{
    private int gatherings;

    /// <summary>Something about a gathering that makes sense, or would if there were one.</summary>
    private (Command Command, Actor By) Gather(CommunityRecord record, PersonId person, Actor lead)
    {
        CommunityId id = record.Id;
        Calendar calendar = record.Practice.Calendar;
        DateTimeOffset at = Later(id);
        ValueList<Gathering> ahead = calendar.Upcoming(new(at, at.AddDays(21))), over = calendar.Past(new(at.AddDays(-60), at), at);
        DateTime day = at.UtcDateTime.Date.AddDays(1 + random.Next(12)).AddHours(10);
        LocalSlot slot = new(day, day.AddHours(1), "Europe/Berlin");
        GatheringDetails details = new("Retro", GatheringKind.PeerDiscussion, (GatheringAudience)random.Next(2));
        Gathering? next = ahead.Count > 0 ? ahead[random.Next(ahead.Count)] : null, last = over.Count > 0 ? over[random.Next(over.Count)] : null;
        GatheringSeries? series = calendar.AllSeries.LastOrDefault(s => s.Occurrences(at.AddTicks(1), DateTimeOffset.MaxValue).Any());
        return random.Next(12) switch
        {
            0 => (new ScheduleSeries(id, new(new($"s{++gatherings}"), details, slot, new(RecurrenceFrequency.Weekly)) { Capacity = 2 }), lead),
            1 when series is not null => (ChangedSeries(id, series, at), lead),
            2 when series is not null => (new CancelSeriesFrom(id, series.Id, From: null, "Enough."), lead),
            3 when last is not null => (new RecordAttendance(id, last.Id, [person]), random.Next(2) == 0 ? lead : Actor.Of(person)),
            4 when last is not null => (new RecordNotes(id, last.Id, $"We met {++gatherings}.", [new("Write it down", person)]), lead),
            5 when next is not null => (new ChangeGathering(id, next.Id, details, slot), lead),
            6 when next is not null && random.Next(3) == 0 => (new CancelGathering(id, next.Id, "Ill."), lead),
            7 when next is not null => (new SetHosts(id, next.Id, [person]), lead),
            8 when next is not null => (new SetCapacity(id, next.Id, random.Next(4) is var size and > 0 ? size : null), lead),
            _ when next is not null && random.Next(6) != 0 => (new Rsvp(id, next.Id, person, (RsvpAnswer)random.Next(3)), Actor.Of(person)),
            _ => (new ScheduleGathering(id, new($"g{++gatherings}"), details, slot) { Capacity = 1 + random.Next(3) }, Actor.Of(person)),
        };
    }

    private ChangeSeriesFrom ChangedSeries(CommunityId id, GatheringSeries series, DateTimeOffset at)
    {
        DateTime from = series.Occurrences(at.AddTicks(1), DateTimeOffset.MaxValue).First().Original;
        return new(id, series.Id, from, series.From(from, new($"s{++gatherings}"))! with { Hosts = [], Capacity = 3 }, "Roomier.");
    }

    /// <summary>Written down independently of the code: places, and who may have one.</summary>
    private void GatheringInvariants()
    {
        foreach (CommunityRecord record in Records.Values)
        {
            foreach (Gathering gathering in record.Practice.Calendar.Recorded)
            {
                Assert.True(gathering.Going <= (gathering.Info.Capacity ?? int.MaxValue));
                Assert.True(gathering.Waiting == 0 || gathering.Going == gathering.Info.Capacity);
                if (gathering.Status == GatheringStatus.Planned && gathering.Start > Later(record.Id))
                {
                    Assert.True(record.Community.IsLiving);
                    Assert.All(gathering.Replies, r => Assert.True(gathering.Info.Details.Audience == GatheringAudience.Everybody || record.Members[r.Person].IsMember));
                    Assert.DoesNotContain(gathering.Replies, r => r.Person.Text.StartsWith("erased-", StringComparison.Ordinal));
                }
            }
        }
    }
}
