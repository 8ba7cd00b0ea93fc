using CommunityOfPractice.Core.Networks;
using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Core.Indicators;

/// <content>Tallies of parts come together, travel and come back.</content>
public sealed partial class CommunityTallies
{
    private const byte Kind = (byte)'C';

    /// <summary>Adds everything that other tallies hold.</summary>
    /// <param name="other">The other tallies, of the same periods. Both number communities and people alike; its people are here too, in the same groups.</param>
    /// <remarks>O(n log n) for all members of both, and O(pairs of the other).</remarks>
    /// <exception cref="ArgumentException">The other tallies have another number of periods, or a person who is not here or in another group; nothing is changed.</exception>
    /// <exception cref="OverflowException">Somebody would have more than <see cref="int.MaxValue"/> activities in a community; nothing is changed.</exception>
    public void Merge(CommunityTallies other)
    {
        ArgumentNullException.ThrowIfNull(other);
        CheckPeople(other);
        Member[] theirs = other.members.Sorted();
        CheckSums(theirs);
        members.Reserve(theirs.Length);
        pairs.Reserve(other.pairs.Count);
        AddCommunities(other.communities.Count);
        int[] here = new int[theirs.Length];
        ulong[] keys = new ulong[theirs.Length];
        foreach (Member their in theirs)
        {
            (int community, int person) = MemberTable.Of(their.Key);
            ref Member member = ref MemberOf(communities[community], community, person, members.Home(their.Key));
            member.Activities += their.Activities;
            member.Periods |= their.Periods;
            (here[their.Number], keys[their.Number]) = (member.Number, their.Key);
        }

        Recount();
        foreach (ulong slot in other.pairs.Slots)
        {
            if (slot != 0)
            {
                (int low, int high) = PairTable.Ends(slot);
                Restore(slot & PairTable.Both, here[low], here[high], keys[low], keys[high]);
            }
        }
    }

    /// <summary>Writes the tallies down.</summary>
    /// <returns>Bytes for <see cref="FromBytes"/>; equal content gives equal bytes, however it came about.</returns>
    public byte[] ToBytes()
    {
        List<byte> bytes = [Kind, TallyBytes.Version, (byte)Periods];
        TallyBytes.Write(bytes, (ulong)People);
        for (int person = 0; person < People; person++)
        {
            TallyBytes.Write(bytes, (ulong)(GroupOf(person) + 1L));
        }

        Member[] all = members.Sorted();
        int[] rank = new int[all.Length];
        ulong last = 0;
        TallyBytes.Write(bytes, (ulong)all.Length);
        for (int i = 0; i < all.Length; i++)
        {
            rank[all[i].Number] = i;
            TallyBytes.Write(bytes, all[i].Key - last);
            TallyBytes.Write(bytes, (ulong)all[i].Activities);
            TallyBytes.Write(bytes, all[i].Periods);
            last = all[i].Key;
        }

        ulong[] ties = [.. pairs.Slots.ToArray().Where(slot => slot != 0).Select(slot => Ranked(slot, rank))];
        Array.Sort(ties);
        TallyBytes.Write(bytes, (ulong)ties.Length);
        last = 0;
        foreach (ulong tie in ties)
        {
            TallyBytes.Write(bytes, tie - last);
            last = tie;
        }

        return [.. bytes];
    }

    /// <summary>Reads tallies that were written down.</summary>
    /// <param name="bytes">What <see cref="ToBytes"/> returned.</param>
    /// <param name="mostMemory">How many bytes of memory the tally may take beyond a multiple of the length of <paramref name="bytes"/>; 268,435,456 (256 MiB) by default. Each community takes about 160, 4 for each period, 4 for each count up to its
    /// largest and 16 for each group up to the last of its members'; numbers left out below the largest community count too.</param>
    /// <returns>Equal tallies.</returns>
    /// <exception cref="FormatException">The bytes are of something else, cut off or damaged, or ask for more than <paramref name="mostMemory"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mostMemory"/> is negative.</exception>
    public static CommunityTallies FromBytes(ReadOnlySpan<byte> bytes, long mostMemory = TallyBytes.MostMemory)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(mostMemory);
        int at = TallyBytes.Header(bytes, Kind);
        int periods = (int)TallyBytes.Read(bytes, ref at, PresenceTally.MostPeriods);
        CommunityTallies tallies = periods == 0 ? throw new FormatException("Tallies have at least one period.") : new(periods);
        int people = (int)TallyBytes.Read(bytes, ref at, (ulong)bytes.Length);
        for (int person = 0; person < people; person++)
        {
            tallies.AddPerson((int)((long)TallyBytes.Read(bytes, ref at, 1UL + int.MaxValue) - 1));
        }

        ulong[] keys = tallies.ReadMembers(bytes, ref at, mostMemory);
        ulong last = 0;
        for (int left = (int)TallyBytes.Read(bytes, ref at, (ulong)bytes.Length); left > 0; left--)
        {
            ulong tie = unchecked(last + TallyBytes.Read(bytes, ref at));
            (int low, int high) = PairTable.Ends(tie);
            bool sound = tie > last && (tie & PairTable.Both) != 0 && (tie & ~PairTable.Both) != (last & ~PairTable.Both) && low < high && high < keys.Length
                && MemberTable.Of(keys[low]).Community == MemberTable.Of(keys[high]).Community;
            if (!sound)
            {
                throw new FormatException($"Before byte {at} there is no tie between two members of a community.");
            }

            tallies.pairs.Reserve(1);
            tallies.Restore(tie & PairTable.Both, low, high, keys[low], keys[high]);
            last = tie;
        }

        TallyBytes.End(bytes, at);
        return tallies;
    }

    private static ulong Ranked(ulong slot, int[] rank)
    {
        (int low, int high) = PairTable.Ends(slot);
        ulong directions = slot & PairTable.Both;
        bool turned = rank[low] > rank[high] && directions != PairTable.Both;
        return PairTable.Pair(rank[low], rank[high]) | (turned ? directions ^ PairTable.Both : directions);
    }

    private ulong[] ReadMembers(ReadOnlySpan<byte> bytes, ref int at, long memory)
    {
        ulong[] keys = new ulong[(int)TallyBytes.Read(bytes, ref at, (ulong)bytes.Length)];
        CommunityAllowance allowance = new(memory);
        ulong last = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            ulong key = unchecked(last + TallyBytes.Read(bytes, ref at));
            int activities = (int)TallyBytes.Read(bytes, ref at, int.MaxValue);
            ulong periods = TallyBytes.Read(bytes, ref at, ulong.MaxValue >> (PresenceTally.MostPeriods - Periods));
            (int community, int person) = MemberTable.Of(key);
            if (key <= last || community < 0 || (uint)person >= (uint)People || (activities == 0) != (periods == 0))
            {
                throw new FormatException($"Before byte {at} there is no member of a community.");
            }

            if (community >= communities.Count)
            {
                allowance.TakeCommunities(community + 1L - communities.Count, Periods);
                AddCommunities(community + 1);
            }

            allowance.TakeMember(activities, groups[person]);
            members.Reserve(1);
            ref Member member = ref MemberOf(communities[community], community, person, members.Home(key));
            (member.Activities, member.Periods) = (activities, periods);
            keys[i] = last = key;
        }

        Recount();
        return keys;
    }

    private void CheckPeople(CommunityTallies other)
    {
        if (other.Periods != Periods)
        {
            throw new ArgumentException($"Tallies of {other.Periods} periods do not fit those of {Periods}.", nameof(other));
        }

        for (int person = 0; person < other.People; person++)
        {
            if (person >= People || GroupOf(person) != other.GroupOf(person))
            {
                throw new ArgumentException($"Person {person} of the other tallies is not here in their group.", nameof(other));
            }
        }
    }

    private void CheckSums(Member[] theirs)
    {
        Dictionary<ulong, int> sums = members.Sorted().ToDictionary(m => m.Key, m => m.Activities);
        foreach (Member their in theirs)
        {
            _ = checked(sums.GetValueOrDefault(their.Key) + their.Activities);
        }
    }

    /// <summary>Counts each community's members anew.</summary>
    private void Recount()
    {
        Member[] all = members.Sorted();
        for (int from = 0, until; from < all.Length; from = until)
        {
            int community = MemberTable.Of(all[from].Key).Community;
            for (until = from + 1; until < all.Length && MemberTable.Of(all[until].Key).Community == community; until++)
            {
            }

            communities[community].Set([.. all[from..until].Select(m => m.Activities)], [.. all[from..until].Select(m => m.Periods)]);
        }
    }

    private void Restore(ulong directions, int low, int high, ulong lowKey, ulong highKey)
    {
        (int community, int one) = MemberTable.Of(lowKey);
        int two = MemberTable.Of(highKey).Person;
        foreach (ulong direction in (ReadOnlySpan<ulong>)[PairTable.Forth, PairTable.Back])
        {
            if ((directions & direction) != 0)
            {
                ulong pair = PairTable.Pair(low, high), here = low < high ? direction : direction ^ PairTable.Both;
                Tie(community, pair | here, pairs.Home(pair), groups[one], groups[two]);
            }
        }
    }
}
