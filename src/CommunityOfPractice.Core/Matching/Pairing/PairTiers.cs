namespace CommunityOfPractice.Core.Matching;

/// <summary>The objective of a round as one whole number for each two people: points, above them repeats, above them what the round owes people.</summary>
/// <remarks>A tier is larger than all below it can add up to, so that it comes first. Where that would leave the range of 2^57 (tens of thousands of people with a history), a repeat
/// costs eight times the points instead, and what is owed twice that: then both can be outweighed.</remarks>
internal sealed class PairTiers
{
    private const long LargestTotal = 1L << 57;
    private const int Soft = 8;

    private readonly PairingPool pool;

    public PairTiers(PairingPool pool)
    {
        this.pool = pool;
        long pairs = Math.Max(1, pool.Count / 2);
        int burden = pool.Memory.GreatestBurden, debt = pool.Debts.DefaultIfEmpty(0).Max();
        Repeat = pool.Request.Rules.RepeatPenalty ?? (PairingPool.Points * pairs) + 1;
        Owed = debt == 0 ? 0 : OwedAbove(burden, pairs);
        if (pool.Request.Rules.RepeatPenalty is null && RangeOf(burden, debt) * pairs > LargestTotal)
        {
            Repeat = Soft * PairingPool.Points;
            Owed = debt == 0 ? 0 : OwedAbove(burden, pairs);
            IsSoft = true;
        }

        if (RangeOf(burden, debt) * pairs > LargestTotal)
        {
            Owed = 2 * (PairingPool.Points + (burden * Repeat));
            IsSoft = true;
        }
    }

    /// <summary>What a quarter of met² costs.</summary>
    public long Repeat { get; }

    /// <summary>What one unit of debt weighs.</summary>
    public long Owed { get; }

    public bool IsSoft { get; }

    /// <summary>What two people are worth in one group.</summary>
    public long Value(int one, int other)
    {
        int burden = pool.Burden(one, other);
        return pool.Score(one, other) - (burden == 0 ? 0 : burden * Repeat);
    }

    /// <summary>The same with what the round owes both: who is in a pair is not left over.</summary>
    public long Weight(int one, int other) => Value(one, other) + (Owed * (pool.Debts[one] + pool.Debts[other]));

    private long OwedAbove(int burden, long pairs) => ((PairingPool.Points + (burden * Repeat)) * 3 * pairs) + 1;

    private Int128 RangeOf(int burden, int debt) => PairingPool.Points + ((Int128)burden * Repeat) + ((Int128)2 * debt * Owed);
}
