using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Tests.Hosting;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Practices.Gatherings;

/// <summary>Many people answer at once, through the services of two processes over one journal.</summary>
public sealed class ParallelRsvpTests
{
    private const int People = 80, Capacity = 15;

    [Fact]
    public async Task Answers_AtOnce_FromTwoProcesses_NeverTakeMorePlacesThanThereAre()
    {
        InMemoryCommunityDirectory directory = new();
        InMemoryJournal journal = new(directory);
        Hosted one = new(directory, journal, salt: "one"), two = new(directory, journal, salt: "two");
        PersonId[] people = [.. Enumerable.Range(0, People).Select(i => new PersonId($"guest-{i:00}"))];
        await one.Launch(Hosted.Agile);
        foreach (PersonId person in people)
        {
            await one.Must(new JoinCommunity(Hosted.Agile, person, Hosted.Consent), person);
        }

        DateTime start = World.Start.UtcDateTime.Date.AddDays(30);
        await one.Must(new ScheduleGathering(Hosted.Agile, new("talk"), new("A talk", GatheringKind.Talk), new(start, start.AddHours(1), "UTC")) { Capacity = Capacity }, Hosted.Ana);

        await Task.WhenAll(people.Select((person, i) => Task.Run(() => Answer(i % 2 == 0 ? one : two, person, RsvpAnswer.Yes))));
        Gathering full = await Read(one);
        Assert.Equal((Capacity, People - Capacity), (full.Going, full.Waiting));

        // Those who have a place give it up, and others come back, all at once.
        PersonId[] leaving = [.. full.Replies.Where(r => r.Status == RsvpStatus.Going).Select(r => r.Person)], queue = [.. full.Waitlist];
        await Task.WhenAll(leaving.Select((person, i) => Task.Run(() => Answer(i % 2 == 0 ? two : one, person, RsvpAnswer.No))));
        Gathering next = await Read(two);
        Assert.Equal((Capacity, People - (2 * Capacity), Capacity), (next.Going, next.Waiting, next.Declined));
        Assert.Equal(queue[..Capacity].Order(), next.Replies.Where(r => r.Status == RsvpStatus.Going).Select(r => r.Person));
        Assert.Equal(queue[Capacity..], next.Waitlist);

        // What was recorded never had more guests than places, at any moment.
        CommunityRecord record = new(Hosted.Agile);
        int answers = 0;
        foreach (JournalEntry entry in await one.Entries(Hosted.Agile))
        {
            record.Apply(entry);
            answers += entry.Change.Fact is RsvpGiven ? 1 : 0;
            Assert.True(record.Practice.Calendar.Find(new("talk"))?.Going is null or <= Capacity);
        }

        Assert.Equal(People + Capacity, answers);
    }

    private static async Task Answer(Hosted host, PersonId person, RsvpAnswer answer)
    {
        for (int attempt = 0; attempt < 1000; attempt++)
        {
            string[] codes = await host.Codes(new Rsvp(Hosted.Agile, new("talk"), person, answer), Actor.Of(person));
            if (codes is not ["record.contended"])
            {
                Assert.Empty(codes);
                return;
            }
        }

        Assert.Fail("Contended again and again.");
    }

    private static async Task<Gathering> Read(Hosted host) => CommunityRecord.Replay(Hosted.Agile, await host.Entries(Hosted.Agile)).Practice.Calendar.Find(new("talk"))!;
}
