using System.Globalization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Benchmarks.Micro;

/// <summary>What an answer costs at a gathering with few and with many guests: deciding it and folding what follows.</summary>
/// <remarks>Half of the guests have a place and half wait; each round one gives their place up and comes back last, which promotes the next.</remarks>
internal static class GatheringMeasures
{
    private const int Runs = 7, Rounds = 20_000;

    private static readonly GatheringId Talk = new("talk");

    public static void Run(TextWriter output)
    {
        output.WriteLine($"{DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} cores, .NET {Environment.Version}; processor time (garbage collection included), medians of {Runs} runs on one thread, slowest run in brackets.");
        output.WriteLine();
        output.WriteLine("| guests | decision and fold of one answer, ns | facts an answer |");
        output.WriteLine("|---:|---:|---:|");
        foreach (int guests in (int[])[100, 1_000, 10_000])
        {
            double[] nanoseconds = new double[Runs];
            double facts = 0;
            for (int run = -2; run < Runs; run++)
            {
                (CommunityRecord record, PersonId[] people) = Prepare(guests);
                GC.Collect();
                TimeSpan start = Environment.CpuUsage.TotalTime;
                facts = (double)Answer(record, people) / (2 * Rounds);
                double taken = (Environment.CpuUsage.TotalTime - start).TotalNanoseconds / (2 * Rounds);
                if (run >= 0)
                {
                    nanoseconds[run] = taken;
                }
            }

            Array.Sort(nanoseconds);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {guests:N0} | {nanoseconds[Runs / 2]:N0} ({nanoseconds[^1]:N0}) | {facts:F2} |"));
        }
    }

    private static int Answer(CommunityRecord record, PersonId[] people)
    {
        int facts = 0;
        for (int i = 0; i < Rounds; i++)
        {
            PersonId next = people[i % people.Length]; // in the order of the queue, so this one has a place
            facts += Put(record, next, RsvpAnswer.No) + Put(record, next, RsvpAnswer.Yes);
        }

        return facts;
    }

    private static int Put(CommunityRecord record, PersonId person, RsvpAnswer answer)
    {
        ValueList<Change> changes = record.Decide(new Rsvp(record.Id, Talk, person, answer), new DecisionContext(JournalSamples.End, Actor.Of(person))).OrThrow();
        foreach (Change change in changes)
        {
            record.Apply(change);
        }

        return changes.Count;
    }

    private static (CommunityRecord Record, PersonId[] People) Prepare(int guests)
    {
        CommunityRecord record = new(JournalSamples.Community);
        PersonId founder = new("person-0");
        ProposeCommunity proposal = new(record.Id, founder, "Testers", "To test better.", CommunityKind.CommunityOfPractice, SimilarShown: []);
        foreach (Change change in record.Decide(proposal, new DecisionContext(Samples.Begin, Actor.Of(founder))).OrThrow().Concat(JournalSamples.Joins(guests)))
        {
            record.Apply(change);
        }

        PersonId[] people = [.. record.Members.All.Where(m => m.Status == MembershipStatus.Active).Select(m => m.Person).Order()];
        DateTime start = JournalSamples.End.UtcDateTime.Date.AddDays(30);
        ScheduleGathering plan = new(record.Id, Talk, new("A talk", GatheringKind.Talk), new(start, start.AddHours(1), "UTC")) { Capacity = people.Length / 2 };
        foreach (Change change in record.Decide(plan, new DecisionContext(JournalSamples.End, Actor.Host("benchmark"))).OrThrow())
        {
            record.Apply(change);
        }

        foreach (PersonId person in people)
        {
            Put(record, person, RsvpAnswer.Yes);
        }

        return (record, people);
    }
}
