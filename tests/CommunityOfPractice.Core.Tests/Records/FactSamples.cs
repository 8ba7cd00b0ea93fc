using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Constitution;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Records;

/// <summary>Made-up facts of any type, by reflection and from a seed: a new fact needs no line here.</summary>
internal sealed class FactSamples(int seed)
{
    public static readonly DateTimeOffset Begin = RecordSamples.Begin;
    public static readonly CommunityId Community = new("testers");
    public static readonly PersonId Anna = new("anna"), Ben = new("ben"), Cleo = new("cleo"), Tombstone = new("gone-7f");

    /// <summary>Stands in every text that is marked as personal data.</summary>
    public const string Canary = RecordSamples.Canary;

    private readonly RecordSamples values = new(seed);

    /// <summary>Every type of fact that the library has.</summary>
    public static Type[] Types { get; } = [.. typeof(Fact).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Fact)) && !t.IsAbstract).OrderBy(t => t.Name, StringComparer.Ordinal)];

    public Fact Any() => Of(Types[values.Next(Types.Length)]);

    public Fact Of(Type type) => (Fact)values.Value(type);

    /// <summary>A made-up value of any other type, such as a membership.</summary>
    public T Sample<T>() => (T)values.Value(typeof(T));

    public Change Change(int minutes, Fact? fact = null) => new(Begin.AddMinutes(minutes), values.Actor(), Cause(), fact ?? Any());

    /// <summary>A sealed journal of facts that need not make sense together.</summary>
    public JournalEntry[] Journal(int count)
    {
        SeededSalts salts = new($"salts {seed}");
        List<JournalEntry> entries = [];
        for (int i = 0; i < count; i++)
        {
            Change change = Change(i);
            if (change.Fact is MemberErased)
            {
                change = change with { Fact = new MemberErased(Anna, []) };
            }

            entries.Add(Sealing.Seal(Community, i + 1, entries.LastOrDefault()?.Seal.Hash, change.OccurredAt.AddSeconds(values.Next(60)), change, salts.Next()));
        }

        return [.. entries];
    }

    private Cause Cause() => values.Next(3) == 0 ? Core.Communities.Cause.Unstated : new()
    {
        CommandId = values.Next(2) == 0 ? null : $"command-{values.Next(1000)}",
        Rule = values.Next(2) == 0 ? null : new("rule/1", "policy/1", [new("days", "90")], [new("last seen", "2026-01-01")]),
        Fields = values.Next(2) == 0 ? [] : [new("note", Canary), new("ticket", "17")],
    };
}
