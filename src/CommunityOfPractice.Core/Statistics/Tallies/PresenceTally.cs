using System.Numerics;

namespace CommunityOfPractice.Core.Statistics;

/// <summary>Who was there in which of up to 64 periods, kept up one presence at a time.</summary>
/// <remarks>
/// <para>
/// Gives the people present in each period, <see cref="Stickiness"/>, and who of those first seen in one period was there in a later one (retention of cohorts). Any order of adding
/// gives the same; adding twice is adding once. Tallies of parts <see cref="Merge"/> to the tally of the whole, in any order and grouping.
/// </para>
/// <para>Adding is O(1); 8 bytes a person. Not safe for concurrent use.</para>
/// </remarks>
public sealed class PresenceTally
{
    /// <summary>The most periods a tally has.</summary>
    public const int MostPeriods = 64;

    private const byte Kind = (byte)'p';

    private readonly int[] present;
    private ulong[] masks = [];

    /// <summary>Creates an empty tally.</summary>
    /// <param name="periods">How many periods there are; from 1 to <see cref="MostPeriods"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="periods"/> is not in that range.</exception>
    public PresenceTally(int periods)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(periods, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(periods, MostPeriods);
        present = new int[periods];
    }

    /// <summary>Gets how many periods there are.</summary>
    /// <value>From 1 to <see cref="MostPeriods"/>.</value>
    public int Periods => present.Length;

    /// <summary>Gets how many people were there at all.</summary>
    /// <value>Zero or more.</value>
    public int People { get; private set; }

    /// <summary>Gets how many people were there in each period.</summary>
    /// <value>One number a period. A view that later additions change.</value>
    public ReadOnlySpan<int> Present => present;

    /// <summary>Notes that a person was there in a period.</summary>
    /// <param name="person">The person's number; zero or more. Numbers should lie close together: memory goes by the largest.</param>
    /// <param name="period">From 0 to <see cref="Periods"/>, without it.</param>
    /// <returns><see langword="true"/> when it was not known.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public bool Add(int person, int period)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(period);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(period, present.Length);
        TallyBytes.Grow(ref masks, person);
        ulong before = masks[person], bit = 1UL << period;
        if ((before & bit) != 0)
        {
            return false;
        }

        masks[person] = before | bit;
        present[period]++;
        People += before == 0 ? 1 : 0;
        return true;
    }

    /// <summary>Returns in which share of the periods somebody who was there at all was there on average.</summary>
    /// <returns>As <see cref="Statistics.Stickiness.Of"/>; null when nobody was there. O(periods).</returns>
    public double? Stickiness()
    {
        long presences = 0;
        foreach (int count in present)
        {
            presences += count;
        }

        return People == 0 ? null : (double)presences / ((long)People * present.Length);
    }

    /// <summary>Counts, for the people first seen in a period, how many were there in each period from then on.</summary>
    /// <param name="first">The period in which they were first seen; from 0 to <see cref="Periods"/>, without it.</param>
    /// <returns>One number for each period from <paramref name="first"/> on; the first of them is the size of the cohort. O(people).</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="first"/> is not a period.</exception>
    public int[] Cohort(int first)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(first, present.Length);
        int[] found = new int[present.Length - first];
        foreach (ulong mask in masks)
        {
            if (mask != 0 && BitOperations.TrailingZeroCount(mask) == first)
            {
                for (ulong left = mask; left != 0; left &= left - 1)
                {
                    found[BitOperations.TrailingZeroCount(left) - first]++;
                }
            }
        }

        return found;
    }

    /// <summary>Adds everything that another tally knows.</summary>
    /// <param name="other">The other tally, of the same periods.</param>
    /// <param name="numbers">For each person of the other tally the number here; empty when both number alike. Several may become one.</param>
    /// <remarks>O(people).</remarks>
    /// <exception cref="ArgumentException">The other tally has another number of periods, or a person who has no number here.</exception>
    public void Merge(PresenceTally other, ReadOnlySpan<int> numbers = default)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Periods != Periods)
        {
            throw new ArgumentException($"A tally of {other.Periods} periods does not fit one of {Periods}.", nameof(other));
        }

        ulong[] theirs = other.masks;
        for (int person = 0; person < theirs.Length; person++)
        {
            if (theirs[person] != 0)
            {
                Add(TallyBytes.Here(numbers, person), theirs[person]);
            }
        }
    }

    /// <summary>Writes the tally down.</summary>
    /// <returns>Bytes for <see cref="FromBytes"/>; equal content gives equal bytes, however it came about.</returns>
    public byte[] ToBytes()
    {
        int used = masks.AsSpan().LastIndexOfAnyExcept(0UL) + 1;
        List<byte> bytes = [Kind, TallyBytes.Version, (byte)present.Length];
        TallyBytes.Write(bytes, (ulong)used);
        foreach (ulong mask in masks.AsSpan(0, used))
        {
            TallyBytes.Write(bytes, mask);
        }

        return [.. bytes];
    }

    /// <summary>Reads a tally that was written down.</summary>
    /// <param name="bytes">What <see cref="ToBytes"/> returned.</param>
    /// <returns>An equal tally.</returns>
    /// <exception cref="FormatException">The bytes are of something else, cut off or damaged.</exception>
    public static PresenceTally FromBytes(ReadOnlySpan<byte> bytes)
    {
        int at = TallyBytes.Header(bytes, Kind);
        int periods = (int)TallyBytes.Read(bytes, ref at, MostPeriods);
        PresenceTally tally = periods == 0 ? throw new FormatException("A tally has at least one period.") : new(periods);
        int people = (int)TallyBytes.Read(bytes, ref at, (ulong)bytes.Length);
        for (int person = 0; person < people; person++)
        {
            tally.Add(person, TallyBytes.Read(bytes, ref at, ulong.MaxValue >> (MostPeriods - periods)));
        }

        TallyBytes.End(bytes, at);
        return tally;
    }

    private void Add(int person, ulong mask)
    {
        for (ulong left = mask; left != 0; left &= left - 1)
        {
            Add(person, BitOperations.TrailingZeroCount(left));
        }
    }
}
