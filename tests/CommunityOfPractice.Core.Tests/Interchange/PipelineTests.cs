using System.Globalization;
using System.Text;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Tests.Interchange;

/// <summary>Files of many batches, which are read on one thread and looked up on another: the outcome does not show it.</summary>
public sealed class PipelineTests
{
    private const int Rows = 30_000;

    [Fact]
    public async Task ManyBatches_GiveTheLogThatOneByOneGives()
    {
        ActivityLogBuilder builder = new();
        foreach (string[] cells in Lines(conflictEvery: 0).Skip(1).Select(line => line.Split(',')))
        {
            builder.Add(new Activity(new(cells[0]), new(cells[1]), DateTimeOffset.FromUnixTimeSeconds(long.Parse(cells[2], CultureInfo.InvariantCulture)), Act.Reply)
            {
                Id = new ActivityId(cells[4]),
                InReplyTo = cells[5].Length > 0 ? new ActivityId(cells[5]) : null,
                Thread = new ThreadId(cells[6]),
                Topics = [.. cells[7].Split('|').Select(topic => new Core.Domains.TopicId(topic))],
            });
        }

        ActivityLog expected = builder.Build();
        (ActivityLog log, List<InterchangeProblem> problems) = await ReadAsync(Lines(conflictEvery: 0));

        Assert.Empty(problems);
        Assert.Equal(expected.Count, log.Count);
        for (int i = 0; i < log.Count; i += 7)
        {
            Assert.Equal(expected[i], log[i]);
        }
    }

    [Fact]
    public async Task ConflictsInManyBatches_AreReportedInTheOrderOfLines_WithBothPlaces()
    {
        (ActivityLog log, List<InterchangeProblem> problems) = await ReadAsync(Lines(conflictEvery: 1000));

        Assert.Equal(Enumerable.Range(1, (Rows - 1) / 1000).Select(k => (k * 1000) + 2L), problems.Select(problem => problem.Line));
        Assert.All(problems, problem => Assert.Equal((ProblemCode.ActivityIdConflict, "id"), (problem.Code, problem.Column)));
        Assert.All(problems, problem => Assert.Contains($"f.csv:{problem.Line - 500} ", problem.Text, StringComparison.Ordinal));
        Assert.Equal(Rows - problems.Count, log.Count);
    }

    /// <summary>Every so many rows, a row takes the id of the one 500 lines before.</summary>
    private static IEnumerable<string> Lines(int conflictEvery)
    {
        yield return "community,person,at,act,id,in_reply_to,thread,topics";
        for (int i = 0; i < Rows; i++)
        {
            int id = conflictEvery > 0 && i > 0 && i % conflictEvery == 0 ? i - 500 : i;
            string parent = i % 3 == 0 ? string.Empty : $"m{i - 1}", thread = (i % 5) switch { 0 => $"m{i}", 1 => $"m{Math.Max(0, i - 1)}", _ => $"t{i % 97}" };
            yield return $"c{i % 11},p{i % 503},{1_700_000_000 + (i * 60)},reply,m{id},{(conflictEvery > 0 ? string.Empty : parent)},{thread},a|b{i % 7}";
        }
    }

    private static async Task<(ActivityLog Log, List<InterchangeProblem> Problems)> ReadAsync(IEnumerable<string> lines)
    {
        List<InterchangeProblem> problems = [];
        InterchangeReader reader = new(new() { KeepGoodRows = true }, problems.Add);
        await reader.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines))), "f.csv");
        return (reader.Complete().OrThrow().Log, problems);
    }
}
