using System.Numerics;
using CommunityOfPractice.Core.Networks;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>Everybody who acted or was replied to, once for each community: a table of 24 bytes a slot, filled to between one and two thirds.</summary>
internal sealed class MemberTable
{
    private Member[] slots = new Member[16];
    private int shift = 60;

    /// <summary>How many members there are; each has a number of its own, in the order of their coming.</summary>
    public int Count { get; private set; }

    /// <summary>The key of a person in a community; never 0.</summary>
    public static ulong KeyOf(int community, int person) => (((ulong)(uint)community << 32) | (uint)person) + 1;

    /// <summary>The community and the person of a key.</summary>
    public static (int Community, int Person) Of(ulong key) => ((int)((key - 1) >> 32), (int)(key - 1));

    /// <summary>Makes room for so many members more, so that slots keep their places meanwhile.</summary>
    public void Reserve(int more)
    {
        while (Count + (long)more > slots.Length / 3 * 2)
        {
            Rehash();
        }
    }

    /// <summary>Where a key belongs when there is no other.</summary>
    public int Home(ulong key) => (int)((key * 0x9E3779B97F4A7C15UL) >> shift);

    /// <summary>Asks the processor for a slot that will be needed soon, where it can.</summary>
    public void Prefetch(int home) => Cache.Load(in slots[home]);

    /// <summary>The member with a key, for which there is room when it is new: then it gets the next number.</summary>
    /// <param name="key">The key.</param>
    /// <param name="home">Its home.</param>
    /// <param name="isNew">Whether it was not there.</param>
    public ref Member Get(ulong key, int home, out bool isNew)
    {
        Member[] all = slots;
        int mask = all.Length - 1;
        while (all[home].Key != key & all[home].Key != 0) // one branch for both: whether somebody is there already, nothing would foretell
        {
            home = (home + 1) & mask;
        }

        ref Member member = ref all[home];
        isNew = member.Key == 0;
        if (isNew)
        {
            member.Key = key;
            member.Number = Count++;
        }

        return ref member;
    }

    /// <summary>All members, by community and person.</summary>
    public Member[] Sorted()
    {
        Member[] all = new Member[Count];
        foreach (ref readonly Member member in slots.AsSpan())
        {
            if (member.Key != 0)
            {
                all[member.Number] = member;
            }
        }

        Array.Sort(all, (a, b) => a.Key.CompareTo(b.Key));
        return all;
    }

    private void Rehash()
    {
        Member[] old = slots;
        slots = new Member[checked(old.Length * 2)];
        shift = 64 - BitOperations.Log2((uint)slots.Length);
        int mask = slots.Length - 1;
        foreach (ref readonly Member member in old.AsSpan())
        {
            if (member.Key != 0)
            {
                int home = Home(member.Key);
                while (slots[home].Key != 0)
                {
                    home = (home + 1) & mask;
                }

                slots[home] = member;
            }
        }
    }
}

/// <summary>A person in a community.</summary>
internal struct Member
{
    /// <summary>Community and person; 0 for a free slot.</summary>
    public ulong Key;

    /// <summary>The periods of activity, as bits.</summary>
    public ulong Periods;

    /// <summary>How many activities.</summary>
    public int Activities;

    /// <summary>The member's number among all.</summary>
    public int Number;
}
