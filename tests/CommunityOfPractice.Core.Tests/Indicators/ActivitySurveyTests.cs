using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Networks;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Indicators;

/// <summary>Each number of a survey is the plain definition, bit for bit, whatever the number of threads (law 21).</summary>
public sealed class ActivitySurveyTests
{
    private const int Periods = 5, People = 9;
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeWindow Window = new(Start, Start.AddDays(Periods));
    private static readonly int[] Groups = [0, 0, 1, 1, 2, -1, 2, 0, -1];

    [Property(MaxTest = 300)]
    public void Law21_ASurvey_IsThePlainDefinition(byte[] draws, bool own, bool bots)
    {
        Same(LogOf(draws, bots), own, threads: 1 + (draws.Length % 3));
    }

    [Fact]
    public void Law21_ManyActivities_OnAnyNumberOfThreads()
    {
        byte[] draws = new byte[4 * 30_000];
        SplitMix64 random = SplitMix64.FromText("survey");
        for (int i = 0; i < draws.Length; i++)
        {
            draws[i] = (byte)random.Below(i, 256);
        }

        ActivityLog log = LogOf(draws, bots: true);
        foreach (int threads in new[] { 1, 2, 4 })
        {
            Same(log, own: false, threads);
        }
    }

    /// <summary>A small community after a large one, and many edges: tables and lists that grew serve on.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Law21_CommunitiesOfDifferentSizes_CountTheirOwnTies(int threads)
    {
        const int People = 700;
        int[] rows = [20_000, 40, 6_000, 3];
        int[] community = [.. rows.SelectMany((n, c) => Enumerable.Repeat(c, n))];
        SplitMix64 random = SplitMix64.FromText("sizes");
        int[] person = [.. community.Select((_, i) => random.Below(2 * i, People))];
        int[] reply = [.. community.Select((c, i) => i > 0 && community[i - 1] == c ? i - 1 - random.Below((2 * i) + 1, Math.Min(500, i - Array.IndexOf(community, c))) : -1)];
        ActivityTable table = new()
        {
            Communities = [.. rows.Select((_, c) => new CommunityId($"c{c}"))],
            People = [.. Enumerable.Range(0, People).Select(p => new PersonId($"p{p}"))],
            Community = community,
            Person = person,
            UtcTicks = community.Select((_, i) => Start.UtcTicks + i).ToArray(),
            Acts = community.Select((_, i) => reply[i] < 0 ? Act.Post : Act.Reply).ToArray(),
            ReplyTo = reply,
        };
        ActivitySurvey survey = ActivitySurvey.Of(ActivityLog.Of(table).OrThrow(), Window, 1, threads: threads);
        (int From, int To)[] all = [.. reply.Index().Where(r => r.Item >= 0).Select(r => (person[r.Index], person[r.Item]))];
        Assert.Equal(Graph(People, [.. all]).EdgeCount, survey.ToGraph().EdgeCount);
        for (int c = 0; c < rows.Length; c++)
        {
            DirectedGraph graph = Graph(People, [.. reply.Index().Where(r => r.Item >= 0 && community[r.Index] == c).Select(r => (person[r.Index], person[r.Item]))]);
            Assert.Equal((graph.EdgeCount, Reciprocity.Of(graph).Mutual), (survey.Communities[c].Edges, survey.Communities[c].Reciprocity.Mutual));
            Assert.Equal(Enumerable.Range(0, People).Max(graph.InDegree) > 0, survey.Communities[c].Centralization is not null);
        }
    }

    [Fact]
    public void ALogWithoutActivities_HasNothingToTell()
    {
        ActivitySurvey survey = ActivitySurvey.Of(ActivityLog.Empty, Window, Periods, threads: 2);
        Assert.True(survey.Communities.IsEmpty);
        Assert.Null(survey.Lifetimes(TimeSpan.Zero));
        Assert.Equal(0, survey.ToGraph().EdgeCount);
        Assert.Equal([5, 4, 3, 2, 1], survey.Cohorts().Select(c => c.Length));
    }

    [Fact]
    public void ArgumentsOutsideTheirRange_AreMisuse()
    {
        ActivityLog log = LogOf([0, 0, 0, 0], bots: false);
        Assert.Throws<ArgumentNullException>(() => ActivitySurvey.Of(null!, Window, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ActivitySurvey.Of(log, Window, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ActivitySurvey.Of(log, Window, 65));
        Assert.Throws<ArgumentOutOfRangeException>(() => ActivitySurvey.Of(log, Window, 1, threads: 0));
        Assert.Throws<ArgumentException>(() => ActivitySurvey.Of(log, Window, 1, new int[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ActivitySurvey.Of(log, Window, 1).Lifetimes(-TimeSpan.FromTicks(1)));
    }

    [Fact]
    public void WithoutGroups_NothingIsKnownToCross()
    {
        ActivitySurvey survey = ActivitySurvey.Of(LogOf([0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1], bots: false), Window, Periods);
        Assert.Equal((1, 0, null), (survey.Communities[0].Edges, survey.Communities[0].Known, survey.Communities[0].EiIndex));
    }

    /// <summary>Four draws a row: community, person, act and bot, time and reply; from a day before the window to a day after it.</summary>
    private static ActivityLog LogOf(byte[] draws, bool bots)
    {
        int rows = draws.Length / 4;
        ActivityTable table = new()
        {
            Communities = [new("b"), new("a")],
            People = [.. Enumerable.Range(0, People).Select(p => new PersonId($"p{p}"))],
            Community = Column(rows, i => draws[4 * i] % 2),
            Person = Column(rows, i => draws[(4 * i) + 1] % People),
            UtcTicks = Column(rows, i => Start.UtcTicks - TimeSpan.TicksPerDay + (7 * TimeSpan.TicksPerDay * i / rows)),
            Acts = Column(rows, i => (draws[(4 * i) + 2] % 3) switch { 0 => Act.Post, 1 => Act.Reply, _ => Act.React }),
            Actors = bots ? Column(rows, i => (ActorKind)(draws[(4 * i) + 2] / 224)) : default,
            ReplyTo = Column(rows, i => i - (draws[(4 * i) + 3] % Math.Min(i + 1, 40)) - (draws[(4 * i) + 3] % 5 == 4 ? i + 1 : 0) is >= 0 and int to && to != i ? to : -1),
        };
        return ActivityLog.Of(table).OrThrow();
    }

    private static ReadOnlyMemory<T> Column<T>(int rows, Func<int, T> value) => Enumerable.Range(0, rows).Select(value).ToArray();

    private static void Same(ActivityLog log, bool own, int threads)
    {
        ActivitySurvey survey = ActivitySurvey.Of(log, Window, Periods, Groups, own, threads);
        List<Seen> everything = [];
        List<(int From, int To)> replies = [];
        for (int c = 0; c < log.Communities.Count; c++)
        {
            (List<Seen> seen, List<(int From, int To)> edges) = Check(log, survey.Communities[c], log.Communities[c], own);
            everything.AddRange(seen);
            replies.AddRange(edges);
        }

        DirectedGraph graph = Graph(log.PersonCount, replies), found = survey.ToGraph();
        Assert.Equal(Enumerable.Range(0, log.PersonCount).Select(p => graph.Successors(p).ToArray()), Enumerable.Range(0, log.PersonCount).Select(p => found.Successors(p).ToArray()));
        Seen[][] people = [.. everything.GroupBy(s => s.Person).Select(g => g.ToArray())];
        int[][] cohorts = [.. Enumerable.Range(0, Periods).Select(first => Enumerable.Range(first, Periods - first)
            .Select(period => people.Count(p => p.Min(s => s.Period) == first && p.Any(s => s.Period == period))).ToArray())];
        Assert.Equal(cohorts, survey.Cohorts());
        TimeSpan silence = TimeSpan.FromDays(1.5);
        SurvivalCurve? curve = SurvivalCurve.KaplanMeier(
            [.. people.Select(p => (p.Max(s => s.At) - p.Min(s => s.At)) / (double)TimeSpan.TicksPerSecond)], [.. people.Select(p => p.Max(s => s.At) < (Window.Until - silence).UtcTicks)]);
        Assert.Equal(curve?.Steps.ToArray(), survey.Lifetimes(silence)?.Steps.ToArray());
    }

    private static (List<Seen> Seen, List<(int From, int To)> Replies) Check(ActivityLog log, CommunitySurvey survey, CommunityId community, bool own)
    {
        ActivityWindow all = log.Of(community).Between(Window);
        List<Seen> seen = [];
        List<(int From, int To)> replies = [];
        Dictionary<int, double> waits = [];
        for (int i = 0; i < all.Count; i++)
        {
            if (all.IsBot(i))
            {
                continue;
            }

            seen.Add(new(all.People[i], all.Times[i], (int)((all.Times[i] - Start.UtcTicks) / TimeSpan.TicksPerDay)));
            int parent = all.Replies.IsEmpty ? -1 : all.Replies[i] - all.Start;
            if (all.Acts[i] == Act.Reply && parent >= 0 && parent < all.Count && !all.IsBot(parent))
            {
                bool self = all.People[i] == all.People[parent];
                if (all.Acts[parent] == Act.Post && (own || !self))
                {
                    waits.TryAdd(parent, (all.Times[i] - all.Times[parent]) / (double)TimeSpan.TicksPerSecond);
                }

                if (!self)
                {
                    replies.Add((all.People[i], all.People[parent]));
                }
            }
        }

        int[] touched = [.. replies.SelectMany(r => new[] { r.From, r.To }).Distinct()];
        DirectedGraph graph = Graph(touched.Length, [.. replies.Select(r => (Array.IndexOf(touched, r.From), Array.IndexOf(touched, r.To)))]);
        (int From, int To)[] known = [.. replies.Distinct().Where(r => Groups[r.From] >= 0 && Groups[r.To] >= 0)];
        int crossing = known.Count(r => Groups[r.From] != Groups[r.To]);
        int[] active = [.. Enumerable.Range(0, Periods).Select(period => seen.Where(s => s.Period == period).Select(s => s.Person).Distinct().Count())];
        Assert.Equal(community, survey.Community);
        Assert.Equal((seen.Count, seen.Select(s => s.Person).Distinct().Count()), (survey.Activities, survey.People));
        Assert.Equal(Gini.Of<int>([.. seen.CountBy(s => s.Person).Select(s => s.Value)]), survey.Inequality);
        Assert.Equal(Median.Of([.. waits.Values]), survey.MedianFirstReply);
        Assert.Equal(active, survey.Active.ToArray());
        Assert.Equal(MannKendall.Of([.. active.Select(a => (double)a)]), survey.Trend);
        Assert.Equal((graph.VertexCount, graph.EdgeCount), (survey.Vertices, survey.Edges));
        Assert.Equal(Density.Of(graph), survey.Density);
        Assert.Equal(Reciprocity.Of(graph), survey.Reciprocity);
        Assert.Equal(Centralization.OfInDegree(graph), survey.Centralization);
        Assert.Equal((known.Length, crossing), (survey.Known, survey.Crossing));
        Assert.Equal(known.Length == 0 ? null : ((2.0 * crossing) - known.Length) / known.Length, survey.EiIndex);
        return (seen, replies);
    }

    private static DirectedGraph Graph(int vertices, List<(int From, int To)> edges) => DirectedGraph.FromEdges(vertices, [.. edges.Select(e => e.From)], [.. edges.Select(e => e.To)]);

    private sealed record Seen(int Person, long At, int Period);
}
