namespace CommunityOfPractice.Core.Statistics;

/// <summary>How many things each holder has, kept up one thing at a time, with the measures of inequality ready at any moment.</summary>
/// <remarks>
/// <para>
/// What <see cref="Gini"/>, <see cref="AbsenceFactor"/> and <see cref="TopShare"/> say of a finished list of counts, bit for bit, in any order of adding. Tallies of parts
/// <see cref="Merge"/> to the tally of the whole, in any order and grouping, so that shards, weeks or machines can count apart.
/// </para>
/// <para>
/// Adding is O(1) and allocates only when a holder or a count is the largest so far. 4 bytes a holder, and 4 for each count up to the largest one. Not safe for concurrent use.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// CountTally tally = new();
/// tally.Add(holder: 3);
/// tally.Add(holder: 3);
/// tally.Add(holder: 8);
/// tally.Gini();   // 1/6, as Gini.Of([2, 1])
/// </code>
/// </example>
public sealed class CountTally
{
    private const byte Kind = (byte)'c';

    private int[] counts = [];
    private CountSpread spread;

    /// <summary>Gets how many holders have something.</summary>
    /// <value>Zero or more.</value>
    public int Holders => spread.Holders;

    /// <summary>Gets how many things there are.</summary>
    /// <value>Zero or more.</value>
    public long Total => spread.Total;

    /// <summary>Gets how many things each holder has.</summary>
    /// <value>By the holder's number; those beyond the end have none. A view that later additions may change.</value>
    public ReadOnlySpan<int> Counts => counts;

    /// <summary>Gives a holder one thing more.</summary>
    /// <param name="holder">The holder's number; zero or more. Numbers should lie close together: memory goes by the largest.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="holder"/> is negative.</exception>
    /// <exception cref="OverflowException">The holder has <see cref="int.MaxValue"/> things already.</exception>
    public void Add(int holder)
    {
        TallyBytes.Grow(ref counts, holder);
        int count = counts[holder];
        checked
        {
            counts[holder]++;
        }

        spread.Raise(count);
    }

    /// <summary>Returns the raw Gini coefficient.</summary>
    /// <param name="among">How many people could hold something, those with nothing included; null for those who do.</param>
    /// <returns>As <see cref="Gini.Of{T}"/> of all counts and zeros; null when nobody holds anything. O(1).</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="among"/> is below <see cref="Holders"/>.</exception>
    public double? Gini(int? among = null) => spread.Gini(among, 0);

    /// <summary>Returns the corrected Gini coefficient.</summary>
    /// <param name="among">How many people could hold something, those with nothing included; null for those who do.</param>
    /// <returns>As <see cref="Gini.Corrected{T}"/> of all counts and zeros; null for fewer than two or when nobody holds anything. O(1).</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="among"/> is below <see cref="Holders"/>.</exception>
    public double? CorrectedGini(int? among = null) => spread.Gini(among, 1);

    /// <summary>Returns how many holders make up a share of the total.</summary>
    /// <param name="share">The share, above 0 and at most 1.</param>
    /// <returns>As <see cref="Statistics.AbsenceFactor.Of{T}"/>; null when nobody holds anything. O(largest count).</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is not in (0, 1].</exception>
    public int? AbsenceFactor(double share = 0.5) => spread.AbsenceFactor(share);

    /// <summary>Returns the share that the top fraction of the holders has.</summary>
    /// <param name="fraction">The fraction, above 0 and at most 1.</param>
    /// <returns>As <see cref="Statistics.TopShare.Of{T}"/> of the holders' counts; null when nobody holds anything. O(largest count).</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="fraction"/> is not in (0, 1].</exception>
    public double? TopShare(double fraction) => spread.TopShare(fraction);

    /// <summary>Adds everything that another tally holds.</summary>
    /// <param name="other">The other tally.</param>
    /// <param name="numbers">For each holder of the other tally the number here; empty when both number alike. Several may become one.</param>
    /// <remarks>O(holders + largest count).</remarks>
    /// <exception cref="ArgumentException">A holder of the other tally has no number here; nothing is changed.</exception>
    /// <exception cref="OverflowException">A holder would have more than <see cref="int.MaxValue"/> things; nothing is changed.</exception>
    public void Merge(CountTally other, ReadOnlySpan<int> numbers = default)
    {
        ArgumentNullException.ThrowIfNull(other);
        int[] sum = [.. counts];
        for (int holder = 0; holder < other.counts.Length; holder++)
        {
            if (other.counts[holder] > 0)
            {
                int here = TallyBytes.Here(numbers, holder);
                TallyBytes.Grow(ref sum, here);
                sum[here] = checked(sum[here] + other.counts[holder]);
            }
        }

        Set(sum);
    }

    /// <summary>Writes the tally down.</summary>
    /// <returns>Bytes for <see cref="FromBytes"/>; equal counts give equal bytes, however they came about.</returns>
    public byte[] ToBytes()
    {
        int used = counts.AsSpan().LastIndexOfAnyExcept(0) + 1;
        List<byte> bytes = [Kind, TallyBytes.Version];
        TallyBytes.Write(bytes, (ulong)used);
        foreach (int count in counts.AsSpan(0, used))
        {
            TallyBytes.Write(bytes, (ulong)count);
        }

        return [.. bytes];
    }

    /// <summary>Reads a tally that was written down.</summary>
    /// <param name="bytes">What <see cref="ToBytes"/> returned.</param>
    /// <param name="mostMemory">How many bytes of memory the tally may take beyond a multiple of the length of <paramref name="bytes"/>; 268,435,456 (256 MiB) by default. It takes 4 for each count up to the largest.</param>
    /// <returns>An equal tally.</returns>
    /// <exception cref="FormatException">
    /// The bytes are of something else, cut off or damaged, or ask for more than <paramref name="mostMemory"/>. A count that was changed into another cannot be seen; keep a checksum beside bytes that may be damaged.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mostMemory"/> is negative.</exception>
    public static CountTally FromBytes(ReadOnlySpan<byte> bytes, long mostMemory = TallyBytes.MostMemory)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(mostMemory);
        int at = TallyBytes.Header(bytes, Kind);
        int[] counts = new int[Next(bytes, ref at, bytes.Length)];
        foreach (ref int count in counts.AsSpan())
        {
            count = Next(bytes, ref at, int.MaxValue);
        }

        TallyBytes.End(bytes, at);
        if (counts is [.., 0])
        {
            throw new FormatException($"The last of {counts.Length} holders has nothing, which is never written.");
        }

        TallyBytes.Take(ref mostMemory, 4L * (counts.Length == 0 ? 0 : counts.Max()));
        CountTally tally = new();
        tally.Set(counts);
        return tally;

        static int Next(ReadOnlySpan<byte> bytes, ref int at, int most)
        {
            int start = at, number = (int)TallyBytes.Read(bytes, ref at, (ulong)most);
            return at > start + 1 && bytes[at - 1] == 0 ? throw new FormatException($"The number {number} at byte {start} is longer than it is ever written.") : number;
        }
    }

    private void Set(int[] next)
    {
        counts = next;
        spread.Set(next);
    }
}
