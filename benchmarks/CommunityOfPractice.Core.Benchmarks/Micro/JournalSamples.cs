using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;

namespace CommunityOfPractice.Core.Benchmarks.Micro;

/// <summary>Journals of a given number of members, the same in each run: everybody joined, one after the other.</summary>
internal static class JournalSamples
{
    public static readonly CommunityId Community = new("testers");
    public static readonly DateTimeOffset End = Samples.Begin.AddDays(400);

    public static Change[] Joins(int members)
    {
        JoinConsent consent = new("join/1", "web");
        Change[] changes = new Change[members];
        for (int i = 0; i < members; i++)
        {
            PersonId person = new($"person-{i}");
            changes[i] = new(Samples.Begin.AddSeconds(i), Actor.Of(person), Cause.Unstated, new MemberJoined(person, consent));
        }

        return changes;
    }

    public static JournalEntry[] Sealed(Change[] changes)
    {
        SeededSalts salts = new("benchmark");
        JournalEntry[] entries = new JournalEntry[changes.Length];
        string? head = null;
        for (int i = 0; i < entries.Length; i++)
        {
            entries[i] = Sealing.Seal(Community, i + 1, head, changes[i].OccurredAt, changes[i], salts.Next());
            head = entries[i].Seal.Hash;
        }

        return entries;
    }

    public static CommunityRecord Fold(Change[] changes)
    {
        CommunityRecord record = new(Community);
        foreach (Change change in changes)
        {
            record.Apply(change);
        }

        return record;
    }

    /// <summary>A person asks to come in; whether a rule refuses does not matter here: every guard is looked at.</summary>
    public static bool DecideJoin(CommunityRecord record, PersonId person) =>
        record.Decide(new JoinCommunity(Community, person, new("join/1", "web")), new(End, Actor.Of(person))).IsAccepted;
}
