using System.Globalization;
using BenchmarkDotNet.Attributes;
using CommunityOfPractice.Core.Benchmarks.SideBySide;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using Sylvan.Data.Csv;

namespace CommunityOfPractice.Core.Benchmarks.Micro;

/// <summary>From the bytes of an activity CSV, in memory, to a log: the library's reader, and the alternative of docs/adr/0001 (Sylvan, then strings and objects).</summary>
[Config(typeof(QuickConfig))]
public class CsvReading
{
    private byte[] file = [];

    [Params(10_000, 100_000)]
    public int N { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        string path = Path.GetTempFileName();
        ActivityFile.Write(path, N, Math.Max(100, N / 50), 200, 42);
        file = File.ReadAllBytes(path);
        File.Delete(path);
        if (Library().GetAwaiter().GetResult() != N || Sylvan() != N)
        {
            throw new InvalidOperationException("The two read different files.");
        }
    }

    [Benchmark(Baseline = true)]
    public async Task<int> Library()
    {
        InterchangeReader reader = new(new InterchangeReaderOptions(), problem => throw new InvalidDataException(problem.ToString()));
        await reader.ReadAsync(new MemoryStream(file), "file");
        return reader.Complete().OrThrow().Log.Count;
    }

    [Benchmark]
    public int Sylvan()
    {
        using CsvDataReader csv = CsvDataReader.Create(new StreamReader(new MemoryStream(file)));
        ActivityLogBuilder builder = new();
        while (csv.Read())
        {
            if (!Acts.TryParse(System.Text.Encoding.UTF8.GetBytes(csv.GetString(3)), out Act act))
            {
                throw new InvalidDataException(csv.GetString(3));
            }

            builder.Add(new Activity(
                new CommunityId(csv.GetString(0)),
                new PersonId(csv.GetString(1)),
                DateTimeOffset.Parse(csv.GetString(2), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
                act)
            {
                Id = new ActivityId(csv.GetString(4)),
                InReplyTo = csv.GetString(5) is { Length: > 0 } parent ? new ActivityId(parent) : null,
                Thread = new ThreadId(csv.GetString(6)),
            }).OrThrow();
        }

        return builder.Build().Count;
    }

    [Benchmark]
    public int SylvanCellsOnly()
    {
        using CsvDataReader csv = CsvDataReader.Create(new StreamReader(new MemoryStream(file)));
        int length = 0;
        while (csv.Read())
        {
            for (int cell = 0; cell < 7; cell++)
            {
                length += csv.GetString(cell).Length;
            }
        }

        return length;
    }
}
