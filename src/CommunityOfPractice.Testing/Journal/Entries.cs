using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;

namespace CommunityOfPractice.Testing;

/// <summary>Sealed entries to append: facts of several kinds, with personal texts, in many scripts, at odd instants.</summary>
internal sealed class Entries(int seed)
{
    public static readonly PersonId[] People = [new("ada"), new("Ada"), new("bö"), new("c🙂")];

    private static readonly DateTimeOffset Start = new(2025, 3, 30, 1, 59, 59, 999, TimeSpan.Zero);

    private readonly Random random = new(seed);
    private readonly SeededSalts salts = new(FormattableString.Invariant($"conformance {seed}"));

    /// <summary>A batch that continues a journal, or that pretends to, with another expected version.</summary>
    public JournalBatch Batch(CommunityId community, IReadOnlyList<JournalEntry> before, int count, long? expected = null)
    {
        long version = expected ?? before.Count;
        List<JournalEntry> entries = [];
        for (int i = 0; i < count; i++)
        {
            JournalEntry? last = entries.Count > 0 ? entries[^1] : before.Count > 0 ? before[^1] : null;
            DateTimeOffset at = Later(last?.RecordedAt);
            string? previous = version + i == 0 ? null : last?.Seal.Hash ?? "before";
            entries.Add(Seal(community, version + i + 1, previous, at, new(at, By(), Cause(), Fact(at))));
        }

        return new(community, version, [.. entries]);
    }

    public JournalEntry Seal(CommunityId community, long version, string? previous, DateTimeOffset at, Change change) =>
        Sealing.Seal(community, version, previous, at, change, salts.Next());

    /// <summary>What erases a person from a journal; null when nothing in it names them.</summary>
    public (JournalBatch Batch, Core.Vocabulary.ValueList<JournalEntry> Redacted)? Erase(CommunityId community, IReadOnlyList<JournalEntry> stored, PersonId person, PersonId tombstone)
    {
        Erasure erasure = Erasure.Of(stored, person, tombstone, salts);
        if (erasure.Fact is null)
        {
            return null;
        }

        DateTimeOffset at = stored[^1].RecordedAt;
        return (new(community, stored.Count, [Seal(community, stored.Count + 1, stored[^1].Seal.Hash, at, new(at, Actor.Host("erasure"), Core.Communities.Cause.Unstated, erasure.Fact))]), erasure.Redacted);
    }

    private static DateTimeOffset Least(DateTimeOffset one, TimeSpan more) => one > DateTimeOffset.MaxValue - more ? one : one + more;

    private DateTimeOffset Later(DateTimeOffset? last) =>
        Least(last ?? Start, TimeSpan.FromTicks(random.Next(4) switch { 0 => 0, 1 => 1, 2 => random.Next(10_000_000), _ => TimeSpan.TicksPerHour }));

    private Actor By() => random.Next(3) == 0 ? Actor.Host("job") : Actor.Of(random.Any(People));

    private Cause Cause() => random.Next(3) == 0 ? Core.Communities.Cause.Unstated : new() { CommandId = FormattableString.Invariant($"command-{random.Next(1000)}") };

    private Fact Fact(DateTimeOffset at) => random.Next(4) switch
    {
        0 => new MemberInvited(random.Any(People), Least(at, TimeSpan.FromDays(30)), "„Komm“ \\ \"doch\" <mit>\r\n語 🙂 \u0001"),
        1 => new MemberJoined(random.Any(People), new("join/1", "wéb")),
        2 => new CommunityRenamed("A name " + random.Any(Ids.Tricky), "What for"),
        _ => new CommunitySplitOff(random.Any(Ids.Communities)),
    };
}
