using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>How long activities of the window waited for somebody else's first response.</summary>
/// <remarks>What has no response before the as-of instant waits on: it is censored then, or when its author withdrew it.</remarks>
internal sealed class WaitingTimes
{
    public const int MinimumObservations = 10;
    public const int MinimumEvents = 3;

    private readonly double[] hours;
    private readonly bool[] answered;
    private readonly bool[] withdrawn;
    private readonly long[] opened;
    private readonly long asOf;

    private WaitingTimes(long asOf, long[] opened, double[] hours, bool[] answered, bool[] withdrawn)
    {
        this.asOf = asOf;
        this.opened = opened;
        this.hours = hours;
        this.answered = answered;
        this.withdrawn = withdrawn;
        AnsweredCount = answered.AsSpan().Count(true);
        Withdrawn = withdrawn.AsSpan().Count(true);
    }

    public int Count => hours.Length;

    /// <summary>How many waits ended with a response.</summary>
    public int AnsweredCount { get; }

    /// <summary>How many were withdrawn without a response.</summary>
    public int Withdrawn { get; }

    /// <summary>How many wait at the as-of instant.</summary>
    public int Open => Count - AnsweredCount - Withdrawn;

    /// <summary>The hours waited by those that have a response.</summary>
    public double[] AnsweredHours => [.. hours.Where((_, i) => answered[i])];

    public SurvivalCurve? Curve => field ??= SurvivalCurve.KaplanMeier(hours, answered);

    /// <summary>Follows what was opened in the window.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <param name="opened">Positions in the history, not before the window.</param>
    /// <param name="responds">Which acts of others end the wait.</param>
    public static WaitingTimes Of(HealthEvidence evidence, IReadOnlyList<int> opened, Func<Act, bool> responds)
    {
        ActivityWindow history = evidence.History;
        ReadOnlySpan<int> actors = evidence.Actors.OfHistory, replies = history.Replies;
        ReadOnlySpan<Act> acts = history.Acts;
        ReadOnlySpan<long> times = history.Times;
        int start = evidence.WindowStart;
        int[] waitAt = new int[acts.Length - start]; // number + 1 of the wait opened there, 0 for none
        double[] hours = new double[opened.Count];
        bool[] answered = new bool[hours.Length], withdrawn = new bool[hours.Length];
        for (int wait = 0; wait < hours.Length; wait++)
        {
            waitAt[opened[wait] - start] = wait + 1;
            hours[wait] = Hours(evidence.AsOf.UtcTicks - times[opened[wait]]);
        }

        for (int i = start; i < replies.Length; i++)
        {
            int parent = replies[i] - history.Start;
            int wait = actors[i] < 0 || parent < start || parent >= acts.Length ? -1 : waitAt[parent - start] - 1;
            if (wait < 0 || answered[wait])
            {
                continue;
            }

            // A response at the very instant of the withdrawal counts, whichever stands first in the log: events come before censorings.
            double waited = Hours(times[i] - times[parent]);
            if (actors[i] != actors[parent] && responds(acts[i]) && (!withdrawn[wait] || waited == hours[wait]))
            {
                (answered[wait], withdrawn[wait], hours[wait]) = (true, false, waited);
            }
            else if (acts[i] == Act.Withdraw && actors[i] == actors[parent] && !withdrawn[wait])
            {
                (withdrawn[wait], hours[wait]) = (true, waited);
            }
        }

        return new(evidence.AsOf.UtcTicks, [.. opened.Select(position => evidence.History.Times[position])], hours, answered, withdrawn);
    }

    /// <summary>How many are open and have not waited as many hours yet.</summary>
    public int OpenBelow(double waited) => OpenOnes.Count(i => hours[i] < waited);

    /// <summary>The same waits, had so many of the open ones, the youngest first, been answered: after a day, or halfway where they have not waited for two.</summary>
    public WaitingTimes WithAnswers(int count)
    {
        double[] then = [.. hours];
        bool[] had = [.. answered];
        foreach (int wait in OpenOnes.OrderByDescending(i => opened[i]).Take(count))
        {
            (then[wait], had[wait]) = (Hours(Math.Min(TimeSpan.TicksPerDay, (asOf - opened[wait]) / 2)), true); // an instant that there is: whole ticks
        }

        return new(asOf, opened, then, had, withdrawn);
    }

    private static double Hours(long ticks) => TimeSpan.FromTicks(ticks).TotalHours;

    private IEnumerable<int> OpenOnes => Enumerable.Range(0, hours.Length).Where(i => !answered[i] && !withdrawn[i]);

    /// <summary>Of those opened at least so many hours ago and not withdrawn within them: how many had no response by then, and how many there are.</summary>
    public (int Unanswered, int All) UnansweredBy(double limit, DateTimeOffset asOf)
    {
        int unanswered = 0, all = 0;
        for (int i = 0; i < hours.Length; i++)
        {
            bool old = asOf.UtcTicks - opened[i] >= TimeSpan.FromHours(limit).Ticks, late = !answered[i] || hours[i] > limit;
            if (old && !(withdrawn[i] && hours[i] <= limit))
            {
                all++;
                unanswered += late ? 1 : 0;
            }
        }

        return (unanswered, all);
    }

    /// <summary>The estimated shares whose wait is over by some times, as far as anybody was watched for so long.</summary>
    public static IEnumerable<Detail> SharesOf(SurvivalCurve curve, params (double Time, string Name)[] asked) =>
        from a in asked
        where curve.LastTime >= a.Time || curve.At(a.Time) == 0
        select new Detail(a.Name, 1 - curve.At(a.Time));

    /// <summary>A reading that too few were watched for so long, or null when enough were.</summary>
    public Reading? TooFew(double within, string what)
    {
        if (Curve is not { } curve || Count < MinimumObservations)
        {
            return Reading.Insufficient(what, Count, MinimumObservations);
        }

        // Beyond the longest wait the curve says nothing: without anybody observed for so long, there is only a lower bound.
        int full = Watched(within);
        if (full < MinimumObservations && (AnsweredCount < MinimumEvents || curve.LastTime < within))
        {
            long[] starts = [.. opened.Order()];
            DateTimeOffset? enoughOn = new DateTimeOffset(starts[MinimumObservations - 1], TimeSpan.Zero).Later(TimeSpan.FromHours(within));
            return Reading.Insufficient($"{what} with {within} hours since", full, MinimumObservations, enoughOn);
        }

        return null;
    }

    /// <summary>The estimated share that waits no longer than the given hours.</summary>
    public Reading ShareWithin(double within, string what)
    {
        if (TooFew(within, what) is { } few)
        {
            return few;
        }

        SurvivalCurve curve = Curve!;
        int full = Watched(within);
        double share = 1 - curve.At(within);
        (double low, double high) = curve.Interval(within) is { } interval
            ? (1 - interval.High, 1 - interval.Low)
            : Wilson.Interval((long)Math.Round(share * full), full)!.Value;
        return new(new Measurement.Value(share, Count, new Interval(Math.Min(low, share), Math.Max(high, share))));
    }

    /// <summary>How many were watched until their response, or for so many hours.</summary>
    private int Watched(double within) => hours.Where((h, i) => answered[i] || h >= within).Count();
}
