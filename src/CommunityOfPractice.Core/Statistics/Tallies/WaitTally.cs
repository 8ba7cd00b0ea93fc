namespace CommunityOfPractice.Core.Statistics;

/// <summary>When each question was asked and first answered, kept up one message at a time, with the honest waiting curve at any moment.</summary>
/// <remarks>
/// <para>
/// The earliest time counts for each of the two, so messages may come in any order and more than once, an answer before its question too. Tallies of parts
/// <see cref="Merge(WaitTally, ReadOnlySpan{int})"/> to the tally of the whole, in any order and grouping. Questions without an answer wait until the moment at which one looks: they are censored and never left out.
/// </para>
/// <para>Adding is O(1); 16 bytes a question. Times are whole numbers in any one unit, such as ticks. Not safe for concurrent use.</para>
/// </remarks>
public sealed class WaitTally
{
    private const byte Kind = (byte)'w';
    private const long Never = long.MaxValue;

    private long[] asked = [];
    private long[] answered = [];

    /// <summary>Notes that a question was asked.</summary>
    /// <param name="question">The question's number; zero or more. Numbers should lie close together: memory goes by the largest.</param>
    /// <param name="at">When; zero or more, below <see cref="long.MaxValue"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public void Ask(int question, long at) => Earliest(ref asked, question, at);

    /// <summary>Notes that a question was answered; only the first answer counts.</summary>
    /// <param name="question">The question's number; zero or more.</param>
    /// <param name="at">When; zero or more, below <see cref="long.MaxValue"/>. An answer dated before its question counts as given at once.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public void Answer(int question, long at) => Earliest(ref answered, question, at);

    /// <summary>Estimates how the waiting goes on, from what was known at a moment.</summary>
    /// <param name="asOf">The moment; what happened at it or later is not looked at.</param>
    /// <param name="unit">How many units of the times make one unit of the curve; above zero, such as the ticks of an hour.</param>
    /// <returns>As <see cref="SurvivalCurve"/>; null when nothing was asked before. O(q log q).</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not above zero.</exception>
    public SurvivalCurve? Curve(long asOf, long unit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(unit);
        List<double> waits = [];
        List<bool> observed = [];
        for (int question = 0; question < asked.Length; question++)
        {
            if (asked[question] < asOf)
            {
                long first = question < answered.Length ? answered[question] : Never;
                waits.Add(Math.Max(0, Math.Min(first, asOf) - asked[question]) / (double)unit);
                observed.Add(first < asOf);
            }
        }

        return SurvivalCurve.KaplanMeier([.. waits], [.. observed]);
    }

    /// <summary>Adds everything that another tally knows.</summary>
    /// <param name="other">The other tally.</param>
    /// <param name="numbers">For each question of the other tally the number here; empty when both number alike.</param>
    /// <remarks>O(questions).</remarks>
    /// <exception cref="ArgumentException">A question of the other tally has no number here.</exception>
    public void Merge(WaitTally other, ReadOnlySpan<int> numbers = default)
    {
        ArgumentNullException.ThrowIfNull(other);
        Merge(ref asked, other.asked, numbers);
        Merge(ref answered, other.answered, numbers);
    }

    /// <summary>Writes the tally down.</summary>
    /// <returns>Bytes for <see cref="FromBytes"/>; equal content gives equal bytes, however it came about.</returns>
    public byte[] ToBytes()
    {
        List<byte> bytes = [Kind, TallyBytes.Version];
        foreach (long[] times in (ReadOnlySpan<long[]>)[asked, answered])
        {
            int used = times.AsSpan().LastIndexOfAnyExcept(Never) + 1;
            TallyBytes.Write(bytes, (ulong)used);
            foreach (long time in times.AsSpan(0, used))
            {
                TallyBytes.Write(bytes, time == Never ? 0 : (ulong)time + 1);
            }
        }

        return [.. bytes];
    }

    /// <summary>Reads a tally that was written down.</summary>
    /// <param name="bytes">What <see cref="ToBytes"/> returned.</param>
    /// <returns>An equal tally.</returns>
    /// <exception cref="FormatException">The bytes are of something else, cut off or damaged.</exception>
    public static WaitTally FromBytes(ReadOnlySpan<byte> bytes)
    {
        int at = TallyBytes.Header(bytes, Kind);
        WaitTally tally = new() { asked = Times(bytes, ref at), answered = Times(bytes, ref at) };
        TallyBytes.End(bytes, at);
        return tally;
    }

    private static long[] Times(ReadOnlySpan<byte> bytes, ref int at)
    {
        long[] times = new long[(int)TallyBytes.Read(bytes, ref at, (ulong)bytes.Length)];
        foreach (ref long time in times.AsSpan())
        {
            ulong read = TallyBytes.Read(bytes, ref at, Never);
            time = read == 0 ? Never : (long)(read - 1);
        }

        return times;
    }

    private static void Earliest(ref long[] times, int question, long at)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(at);
        ArgumentOutOfRangeException.ThrowIfEqual(at, Never);
        TallyBytes.Grow(ref times, question, Never);
        times[question] = Math.Min(times[question], at);
    }

    private static void Merge(ref long[] times, long[] others, ReadOnlySpan<int> numbers)
    {
        for (int question = 0; question < others.Length; question++)
        {
            if (others[question] != Never)
            {
                Earliest(ref times, TallyBytes.Here(numbers, question), others[question]);
            }
        }
    }
}
