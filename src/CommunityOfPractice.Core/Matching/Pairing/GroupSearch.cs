using System.Numerics;
using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Core.Matching;

/// <summary>Divides people into groups of given sizes so that the values of all two people in one group add up to much: exchanges of two people, cooled down slowly, then of three.</summary>
/// <remarks>
/// The problem is NP-hard, so this is a search: seeded, never worse than where it begins. An exchange is judged in constant time, because the value of each person with each
/// group is kept. Simulated annealing after Kirkpatrick, Gelatt and Vecchi (1983), Science 220, 671-680, begun four times. It is heated by how far the values themselves are
/// apart; every second time what may not be or is avoided is only a bad value, through which a search can pass, and what is left of it is climbed out of afterwards.
/// </remarks>
internal sealed class GroupSearch
{
    private const int Restarts = 4, Coolings = 60, MovesEach = 400_000, MostMoves = 14_400_000, MostForThree = 120, Steps = 1024;

    // In mean distances of values: from 0.5 down to 0.15, where exchanges freeze; how bad what is avoided is. Chosen by trying: benchmarks/results/assignment.md.
    private const double Hot = 0.5, Cooling = 0.98, Soft = 4;

    private readonly int count;
    private readonly long[] value;
    private readonly int[] sizes;
    private readonly int[] groupOf;
    private readonly long[] with;

    /// <summary>Prepares a search.</summary>
    /// <param name="value">What each two people are worth in one group, as a full symmetric table with zeros on its diagonal.</param>
    /// <param name="sizes">The sizes of the groups; they add up to the number of people.</param>
    private GroupSearch(long[] value, int[] sizes)
    {
        this.value = value;
        this.sizes = sizes;
        count = sizes.Sum();
        groupOf = new int[count];
        with = new long[count * sizes.Length];
    }

    /// <summary>Finds groups.</summary>
    /// <param name="value">What each two people are worth in one group, as a full symmetric table with zeros on its diagonal.</param>
    /// <param name="sizes">The sizes of the groups.</param>
    /// <param name="seed">The seed of all random choices.</param>
    /// <param name="scale">The most that two people can be worth without what is avoided.</param>
    /// <param name="bound">What no division exceeds: one that reaches it ends the search.</param>
    /// <returns>The group of each person, and the value of all groups together.</returns>
    public static (int[] GroupOf, long Value) Best(long[] value, int[] sizes, ulong seed, int scale, long bound = long.MaxValue)
    {
        (double distance, long middle) = GroupHeat.Of(value, sizes.Sum(), scale);
        long floor = middle - (long)(Soft * distance);
        GroupSearch search = new(value, sizes), soft = new([.. value.Select(v => v < middle - scale ? floor : v)], sizes);
        (int[] GroupOf, long Value) best = ([], long.MinValue);
        for (int restart = 0; restart < Restarts && best.Value < bound; restart++)
        {
            SplitMix64 random = new SplitMix64(seed).Split(restart);
            int[] groups = restart % 2 == 0 ? search.Cool(random, Hot * distance, bound) : soft.Cool(random, Hot * distance, long.MaxValue);
            (int[] GroupOf, long Value) found = search.Climb(groups);
            best = found.Value > best.Value ? found : best;
        }

        return best;
    }

    /// <summary>The value of all groups together.</summary>
    public static long ValueOf(long[] value, int[] groupOf)
    {
        long total = 0;
        for (int one = 0; one < groupOf.Length; one++)
        {
            for (int other = 0; other < one; other++)
            {
                total += groupOf[one] == groupOf[other] ? value[(one * groupOf.Length) + other] : 0;
            }
        }

        return total;
    }

    /// <summary>Exchanges two people at a time, ever less willing to lose by it.</summary>
    /// <returns>The best groups met on the way.</returns>
    private int[] Cool(SplitMix64 random, double heat, long bound)
    {
        Begin(random);
        long current = ValueOf(value, groupOf), best = current;
        int[] kept = [.. groupOf];
        if (sizes.Length > 1)
        {
            int moves = (int)Math.Min(MostMoves, (long)MovesEach * count) / (Restarts * Coolings);
            for (int cooling = 0; cooling < Coolings && best < bound; cooling++, heat *= Cooling)
            {
                double[] tolerated = [.. Enumerable.Range(0, Steps).Select(s => heat * PortableMath.Log((s + 0.5) / Steps))];
                SplitMix64 stage = random.Split(cooling);
                for (int move = 0; move < moves; move++)
                {
                    ulong bits = stage.At(move);
                    int one = (int)(((bits & 0xFFFFFF) * (ulong)count) >> 24), other = (int)((((bits >> 24) & 0xFFFFFF) * (ulong)count) >> 24);
                    if (groupOf[one] != groupOf[other] && GainOf(one, other) is var gain && gain >= tolerated[(int)(bits >> 54)])
                    {
                        Exchange(one, other);
                        current += gain;
                        if (current > best)
                        {
                            best = current;
                            groupOf.CopyTo(kept, 0);
                        }
                    }
                }
            }
        }

        return kept;
    }

    /// <summary>People in random order fill the groups.</summary>
    private void Begin(SplitMix64 random)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        random.Shuffle(order.AsSpan());
        int next = 0;
        int[] start = new int[count];
        for (int group = 0; group < sizes.Length; group++)
        {
            for (int seat = 0; seat < sizes[group]; seat++)
            {
                start[order[next++]] = group;
            }
        }

        Restore(start);
    }

    private void Restore(int[] groups)
    {
        groups.CopyTo(groupOf, 0);
        Array.Clear(with);
        for (int one = 0; one < count; one++)
        {
            Add(value.AsSpan(one * count, count), With(groupOf[one]));
        }
    }

    /// <summary>What each person is worth with a group.</summary>
    private Span<long> With(int group) => with.AsSpan(group * count, count);

    private long GainOf(int one, int other)
    {
        int own = groupOf[one] * count, theirs = groupOf[other] * count;
        return with[theirs + one] + with[own + other] - with[own + one] - with[theirs + other] - (2 * value[(one * count) + other]);
    }

    private void Exchange(int one, int other)
    {
        int own = groupOf[one], theirs = groupOf[other];
        Move(value.AsSpan(one * count, count), value.AsSpan(other * count, count), With(own), With(theirs));
        (groupOf[one], groupOf[other]) = (theirs, own);
    }

    private static void Add(ReadOnlySpan<long> values, Span<long> group)
    {
        for (int person = 0; person < group.Length; person++)
        {
            group[person] += values[person];
        }
    }

    /// <summary>What one who leaves a group is worth goes from it to the other group, and what one who comes is worth the other way.</summary>
    private static void Move(ReadOnlySpan<long> leaves, ReadOnlySpan<long> comes, Span<long> own, Span<long> theirs)
    {
        int person = 0;
        for (; person <= own.Length - Vector<long>.Count; person += Vector<long>.Count)
        {
            Vector<long> moved = new Vector<long>(leaves[person..]) - new Vector<long>(comes[person..]);
            (new Vector<long>(own[person..]) - moved).CopyTo(own[person..]);
            (new Vector<long>(theirs[person..]) + moved).CopyTo(theirs[person..]);
        }

        for (; person < own.Length; person++)
        {
            long moved = leaves[person] - comes[person];
            own[person] -= moved;
            theirs[person] += moved;
        }
    }

    /// <summary>Exchanges two people, and among few people three in a circle, until no exchange improves anything.</summary>
    private (int[] GroupOf, long Value) Climb(int[] groups)
    {
        Restore(groups);
        while (ClimbTwo() || (count <= MostForThree && ClimbThree()))
        {
        }

        return ([.. groupOf], ValueOf(value, groupOf));
    }

    private bool ClimbTwo()
    {
        bool climbed = false;
        for (int one = 0; one < count; one++)
        {
            for (int other = 0; other < one; other++)
            {
                if (groupOf[one] != groupOf[other] && GainOf(one, other) > 0)
                {
                    Exchange(one, other);
                    climbed = true;
                }
            }
        }

        return climbed;
    }

    private bool ClimbThree()
    {
        for (int one = 0; one < count; one++)
        {
            for (int other = 0; other < count; other++)
            {
                for (int third = 0; third < one && groupOf[one] != groupOf[other]; third++)
                {
                    if (third != other && groupOf[third] != groupOf[one] && groupOf[third] != groupOf[other] && GainOfThree(one, other, third) > 0)
                    {
                        Exchange(one, other);
                        Exchange(one, third);
                        return true;
                    }
                }
            }
        }

        return false;
    }

    /// <summary>One goes to the other's group, the other to the third's, the third to the first's: the gain of exchanging one with other and then, from its new place, one with third.</summary>
    private long GainOfThree(int one, int other, int third)
    {
        int b = groupOf[other] * count, c = groupOf[third] * count;
        long first = GainOf(one, other);

        // After the first exchange one is in b and other in its place; then one goes to c and third to b.
        long oneInC = with[c + one], oneInB = with[b + one] - V(one, other);
        long thirdInB = with[b + third] + V(third, one) - V(third, other), thirdInC = with[c + third];
        return first + oneInC + thirdInB - oneInB - thirdInC - (2 * V(one, third));

        long V(int x, int y) => value[(x * count) + y];
    }
}
