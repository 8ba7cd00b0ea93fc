using System.Text;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Interchange;

/// <summary>Reads and writes whole files in memory.</summary>
internal static class Import
{
    public const string Header = "{\"schema\":\"communityofpractice\",\"version\":1}\n";

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static Outcome Of(string text, Action<InterchangeReaderOptions>? options = null) => Of([("f", Utf8(text))], options);

    public static Outcome Of(byte[] bytes, Action<InterchangeReaderOptions>? options = null) => Of([("f", bytes)], options);

    public static Outcome Of(IEnumerable<(string Name, byte[] Bytes)> files, Action<InterchangeReaderOptions>? options = null) =>
        OfStreams(files.Select(file => (file.Name, (Stream)new MemoryStream(file.Bytes))), options);

    public static Outcome OfStreams(IEnumerable<(string Name, Stream Stream)> files, Action<InterchangeReaderOptions>? options = null)
    {
        InterchangeReaderOptions chosen = new();
        options?.Invoke(chosen);
        List<InterchangeProblem> problems = [];
        InterchangeReader reader = new(chosen, problems.Add);
        foreach ((string name, Stream stream) in files)
        {
            reader.ReadAsync(stream, name).AsTask().GetAwaiter().GetResult();
        }

        return new Outcome(reader.Complete(), problems, reader);
    }

    public static byte[] Csv(InterchangeData data, InterchangeKind kind)
    {
        MemoryStream stream = new();
        InterchangeWriter.WriteCsvAsync(stream, data, kind).AsTask().GetAwaiter().GetResult();
        return stream.ToArray();
    }

    public static (string Name, byte[] Bytes)[] Csv(InterchangeData data) =>
        [.. Enum.GetValues<InterchangeKind>().Select(kind => ($"{kind}.csv", Csv(data, kind)))];

    public static byte[] JsonLines(InterchangeData data)
    {
        MemoryStream stream = new();
        InterchangeWriter.WriteJsonLinesAsync(stream, data).AsTask().GetAwaiter().GetResult();
        return stream.ToArray();
    }

    public static List<Activity> Activities(InterchangeData data) => [.. Enumerable.Range(0, data.Log.Count).Select(i => data.Log[i])];

    public static void AssertEqual(InterchangeData expected, InterchangeData actual)
    {
        Assert.Equal(Activities(expected), Activities(actual));
        Assert.Equal(expected.People, actual.People);
        Assert.Equal(expected.Communities, actual.Communities);
        Assert.Equal(expected.Memberships, actual.Memberships);
        Assert.Equal(expected.Meetings, actual.Meetings);
        Assert.Equal(expected.Gatherings, actual.Gatherings);
        Assert.Equal(expected.Attendances, actual.Attendances);
        Assert.Equal(expected.Artifacts, actual.Artifacts);
        Assert.Equal(expected.Stories, actual.Stories);
        Assert.Equal(expected.Headcounts, actual.Headcounts);
        Assert.Equal(expected.Aliases, actual.Aliases);
    }
}

internal sealed record Outcome(Decision<InterchangeData> Decision, List<InterchangeProblem> Problems, InterchangeReader Reader)
{
    public InterchangeData Data => Decision.OrThrow();

    public IEnumerable<InterchangeProblem> Errors => Problems.Where(problem => problem.Severity == InterchangeSeverity.Error);

    /// <summary>Asserts what was reported, in order, as <c>line:column:code</c>.</summary>
    public Outcome Reports(params string[] expected)
    {
        Assert.Equal(expected, Problems.Select(p => $"{p.Line}:{p.Column}:{p.Code}"));
        Assert.All(Problems, p => Assert.False(string.IsNullOrWhiteSpace(p.Text)));
        return this;
    }
}
