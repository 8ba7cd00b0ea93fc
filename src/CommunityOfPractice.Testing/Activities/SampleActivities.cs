using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Testing;

/// <summary>Activities with everything that can be set on them, with and without ids, at few instants, so that order counts.</summary>
internal sealed class SampleActivities(int seed)
{
    public static readonly CommunityId[] Communities = [new("one"), new("two"), new("~🙂")];
    public static readonly PersonId[] People = [new("ada"), new("Ada"), new("ad"), new("\"ada"), new("a\\\"ada\""), new("bö"), new("c🙂")];
    public static readonly DateTimeOffset Start = new(2025, 10, 26, 0, 59, 59, TimeSpan.Zero);

    private readonly Random random = new(seed);

    public Activity Next() => new(random.Any(Communities), random.Any(People), Start.AddTicks(random.Next(6)), random.Any(Enum.GetValues<Act>()))
    {
        Id = random.Next(4) == 0 ? null : new ActivityId(random.Any(Ids.Tricky) + (random.Next(3) == 0 ? random.Next(3).ToString("D", System.Globalization.CultureInfo.InvariantCulture) : null)),
        InReplyTo = random.Next(2) == 0 ? null : new ActivityId("reply to " + random.Any(Ids.Tricky)),
        To = [.. Enumerable.Range(0, random.Next(3)).Select(_ => random.Any(People))],
        Thread = random.Next(2) == 0 ? null : new ThreadId("thread " + random.Any(Ids.Tricky)),
        Topics = [.. Enumerable.Range(0, random.Next(3)).Select(_ => new TopicId(random.Any(Ids.Tricky)))],
        Accepted = random.Next(3) == 0 ? new ActivityId("answer") : null,
        Formality = random.Any(Enum.GetValues<Formality>()),
        Actor = random.Any(Enum.GetValues<ActorKind>()),
    };

    public Activity[] Many(int count) => [.. Enumerable.Range(0, count).Select(_ => Next())];

    /// <summary>Activities with ids of their own, so that none is in conflict with another.</summary>
    public Activity[] Distinct(int count, string prefix) => [.. Enumerable.Range(0, count).Select(i => Next() with { Id = new ActivityId(FormattableString.Invariant($"{prefix}{i}")) })];
}
