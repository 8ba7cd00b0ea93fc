using System.Numerics;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Networks;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The plain numbers of all communities of a log at once: inequality, first replies, actives, reply graphs, retention, lifetimes.</summary>
/// <remarks>
/// <para>
/// For a first look at millions of activities, without members, model or report; whoever wants health asks a health assessor. What bots did is left out. Each community is looked at once,
/// while its activities are in the cache, and everything is counted on the way.
/// </para>
/// <para>Immutable and safe for any number of readers. It names no person, but its graph and its lifetimes are of people: show groups of some size only.</para>
/// </remarks>
public sealed class ActivitySurvey
{
    /// <summary>The most periods a survey has.</summary>
    public const int MostPeriods = 64;

    private readonly SurveyedPeople people;
    private readonly SurveyRequest request;
    private readonly CommunitySurvey[] communities;
    private readonly SurveyPass[] passes;

    private ActivitySurvey(SurveyRequest request, CommunitySurvey[] communities, SurveyPass[] passes)
    {
        this.request = request;
        this.communities = communities;
        this.passes = passes;
        people = passes[0].People;
        foreach (SurveyPass pass in passes.AsSpan(1))
        {
            people.Add(pass.People);
        }
    }

    /// <summary>Gets the numbers of each community.</summary>
    /// <value>In the order of <see cref="ActivityLog.Communities"/>.</value>
    public ReadOnlySpan<CommunitySurvey> Communities => communities;

    /// <summary>Surveys a log.</summary>
    /// <param name="log">The log.</param>
    /// <param name="window">What to look at; the rest of the log is not looked at.</param>
    /// <param name="periods">Into how many periods of equal length, up to a tick, the window is cut; from 1 to <see cref="MostPeriods"/>.</param>
    /// <param name="groups">The group of each person, such as the department, by the person's number in the log; a negative number when it is unknown. Empty, the default, when all are.</param>
    /// <param name="countOwnReplies">Whether a reply to oneself may be the first reply; <see langword="false"/> by default.</param>
    /// <param name="threads">On how many threads at most; 1 by default. The survey is the same for any number.</param>
    /// <returns>The survey.</returns>
    /// <remarks>
    /// O(n log p) for n activities and at most p people in a community. Per person of the log 28 bytes a thread, per edge of a community's reply graph 8 to 16 bytes, and while it works 16 to 32 bytes a reply of the
    /// largest community, a thread.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="periods"/> or <paramref name="threads"/> is outside its range.</exception>
    /// <exception cref="ArgumentException"><paramref name="groups"/> has not one entry a person.</exception>
    /// <exception cref="OverflowException">A community has more than 2^29 replies.</exception>
    public static ActivitySurvey Of(ActivityLog log, TimeWindow window, int periods, ReadOnlyMemory<int> groups = default, bool countOwnReplies = false, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentOutOfRangeException.ThrowIfLessThan(periods, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(periods, MostPeriods);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        if (!groups.IsEmpty && groups.Length != log.PersonCount)
        {
            throw new ArgumentException($"{groups.Length} groups do not fit {log.PersonCount} people.", nameof(groups));
        }

        SurveyRequest request = new(log, window, periods, groups, countOwnReplies);
        CommunitySurvey[] surveys = new CommunitySurvey[log.Communities.Count];
        int taken = -1;
        SurveyPass[] passes = [.. Enumerable.Range(0, Math.Clamp(surveys.Length, 1, threads)).Select(_ => new SurveyPass(request))];
        if (passes.Length == 1)
        {
            SurveyAll(passes[0]);
        }
        else
        {
            Parallel.ForEach(passes, new ParallelOptions { MaxDegreeOfParallelism = passes.Length }, SurveyAll);
        }

        return new(request, surveys, passes);

        // Each pass takes the next community that nobody has taken.
        void SurveyAll(SurveyPass pass)
        {
            for (int c = Interlocked.Increment(ref taken); c < surveys.Length; c = Interlocked.Increment(ref taken))
            {
                surveys[c] = pass.Survey(c);
            }
        }
    }

    /// <summary>Counts, for the people first active in each period, how many were active how many periods later; in whichever community.</summary>
    /// <returns>One row for each first period, shorter by one each time; the first number of a row is the size of the cohort. O(people · periods).</returns>
    public int[][] Cohorts()
    {
        int periods = request.Limits.Length - 1;
        int[][] cohorts = [.. Enumerable.Range(0, periods).Select(first => new int[periods - first])];
        foreach (SurveyedPeople.Moments moments in people.All)
        {
            if (moments.Periods != 0)
            {
                int first = BitOperations.TrailingZeroCount(moments.Periods);
                int[] cohort = cohorts[first];
                for (ulong left = moments.Periods >> first; left != 0; left &= left - 1)
                {
                    cohort[BitOperations.TrailingZeroCount(left)]++;
                }
            }
        }

        return cohorts;
    }

    /// <summary>Estimates how long people stay: from their first to their last activity, in whichever community.</summary>
    /// <param name="silence">After how much silence before the end of the window somebody counts as gone; zero or more.</param>
    /// <returns>The curve in seconds, those not gone being censored; null when nobody acted. O(p log p) for p people.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="silence"/> is negative.</exception>
    public SurvivalCurve? Lifetimes(TimeSpan silence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(silence, TimeSpan.Zero);
        double[] stayed = new double[people.All.Length];
        bool[] gone = new bool[stayed.Length];
        int count = 0;
        long quiet = request.Window.Until.UtcTicks - silence.Ticks;
        foreach (SurveyedPeople.Moments moments in people.All)
        {
            if (moments.Periods != 0)
            {
                stayed[count] = (moments.Last - moments.First) / (double)TimeSpan.TicksPerSecond;
                gone[count++] = moments.Last < quiet;
            }
        }

        return SurvivalCurve.KaplanMeier(stayed.AsSpan(0, count), gone.AsSpan(0, count));
    }

    /// <summary>Makes the graph of who replied to whom, in whichever community.</summary>
    /// <returns>A graph whose vertices are the numbers of people in the log; an edge leads from who replied to whom. O(people + edges).</returns>
    public DirectedGraph ToGraph()
    {
        int people = request.Log.PersonCount;
        if (passes.Length == 1)
        {
            return DirectedGraph.FromEdges(people, passes[0].Edges.From, passes[0].Edges.To);
        }

        SurveyEdges all = new();
        foreach (SurveyPass pass in passes)
        {
            all.Add(pass.Edges);
        }

        return DirectedGraph.FromEdges(people, all.From, all.To);
    }
}
