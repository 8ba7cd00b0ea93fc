using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace CommunityOfPractice.Core.Statistics;

/// <summary>How unequal counts are, kept up while they grow one by one; who holds which is known elsewhere. The default value is of no counts.</summary>
/// <remarks>
/// It rests on the number of holders above each count: when one goes from x to x + 1, the differences to all others change by those at or below x, less those above. 4 bytes for each count up to the largest.
/// </remarks>
internal struct CountSpread
{
    private int[]? above;     // above[c]: how many hold more than c
    private int largest;
    private Int128 spread;    // the sum over all pairs of holders of the difference of their counts

    /// <summary>How many hold something.</summary>
    public readonly int Holders => largest == 0 ? 0 : above![0];

    /// <summary>How many things there are.</summary>
    public long Total { get; private set; }

    /// <summary>Notes that somebody who held so many holds one more.</summary>
    public void Raise(int count)
    {
        int[] more = above ?? [];
        int holders = Holders;
        if (count == largest)
        {
            TallyBytes.Grow(ref more, count);
            above = more;
            largest++;
        }

        spread += count == 0 ? Total - holders : holders - 1 - (2L * more[count]);
        more[count]++;
        Total++;
    }

    /// <summary>Asks the processor for what <see cref="Raise"/> mostly needs, where it can.</summary>
    public readonly unsafe void Prefetch()
    {
        if (Sse.IsSupported && above is not null)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(above)));
        }
    }

    /// <summary>Makes it the spread of some counts.</summary>
    public void Set(ReadOnlySpan<int> counts)
    {
        int most = 0;
        foreach (int count in counts)
        {
            most = Math.Max(most, count);
        }

        int[] more = new int[most];
        foreach (int count in counts)
        {
            if (count > 0)
            {
                more[count - 1]++;
            }
        }

        (above, largest, spread, Total) = (more, most, 0, 0);
        for (int count = most - 1; count > 0; count--)
        {
            more[count - 1] += more[count];
        }

        int holders = Holders;
        for (int count = 1; count <= most; count++)
        {
            long below = holders - more[count - 1], here = HoldersOf(count);
            spread += (Int128)count * here * ((2 * below) + here - holders);
            Total += count * here;
        }
    }

    /// <summary>The Gini coefficient among so many people, those with nothing included; raw, or corrected with one people less to divide by.</summary>
    public readonly double? Gini(int? among, int less)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(among ?? Holders, Holders, nameof(among));
        int people = among ?? Holders;
        return people - less < 1 || Total == 0
            ? null
            : (double)(spread + ((Int128)Total * (people - Holders))) / (double)((Int128)Total * (people - less));
    }

    /// <summary>How many holders make up a share of the total.</summary>
    public readonly int? AbsenceFactor(double share)
    {
        Demand.PositiveUpTo(share, 1);
        if (Total == 0)
        {
            return null;
        }

        long missing = (long)decimal.Ceiling((decimal)share * Total);
        int people = 0;
        for (int count = largest; ; count--)
        {
            int here = HoldersOf(count);
            long needed = (missing + count - 1) / count;
            if (needed <= here)
            {
                return people + (int)needed;
            }

            people += here;
            missing -= (long)here * count;
        }
    }

    /// <summary>The share that the top fraction of the holders has.</summary>
    public readonly double? TopShare(double fraction)
    {
        Demand.PositiveUpTo(fraction, 1);
        if (Total == 0)
        {
            return null;
        }

        int people = (int)Math.Max(1, decimal.Ceiling((decimal)fraction * Holders));
        long top = 0;
        for (int count = largest; people > 0; count--)
        {
            int here = Math.Min(people, HoldersOf(count));
            top += (long)here * count;
            people -= here;
        }

        return (double)top / Total;
    }

    private readonly int HoldersOf(int count) => above![count - 1] - (count == largest ? 0 : above[count]);
}
