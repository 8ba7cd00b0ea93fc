using BenchmarkDotNet.Attributes;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;

namespace CommunityOfPractice.Core.Benchmarks.Micro;

/// <summary>Folding the facts of n members, and deciding one more command on the record.</summary>
[Config(typeof(QuickConfig))]
public class RecordFold
{
    private readonly PersonId stranger = new("somebody-new");
    private Change[] changes = [];
    private CommunityRecord record = new(JournalSamples.Community);

    [Params(1_000, 10_000, 100_000)]
    public int N { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        changes = JournalSamples.Joins(N);
        record = JournalSamples.Fold(changes);
    }

    [Benchmark]
    public long Fold() => JournalSamples.Fold(changes).Version;

    [Benchmark]
    public bool Decide() => JournalSamples.DecideJoin(record, stranger);

    [Benchmark]
    public long Snapshot() => record.ToSnapshot().Version;
}

/// <summary>What is done to each entry: sealing, writing, reading, checking; figures are for n entries.</summary>
[Config(typeof(QuickConfig))]
public class EntryWork
{
    private readonly PersonId erased = new("person-17"), tombstone = new("gone");
    private Change[] changes = [];
    private JournalEntry[] entries = [];
    private string[] lines = [];

    [Params(1_000, 10_000)]
    public int N { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        changes = JournalSamples.Joins(N);
        entries = JournalSamples.Sealed(changes);
        lines = [.. entries.Select(FactJson.Write)];
    }

    [Benchmark]
    public int Seal() => JournalSamples.Sealed(changes).Length;

    [Benchmark]
    public int Write() => entries.Sum(e => FactJson.Write(e).Length);

    [Benchmark]
    public long Read() => lines.Sum(line => FactJson.Read(line).Version);

    [Benchmark]
    public int Verify() => Journals.Verify(entries).Count;

    [Benchmark]
    public int Erase() => Erasure.Of(entries, erased, tombstone, new SeededSalts("e")).Redacted.Count;
}
