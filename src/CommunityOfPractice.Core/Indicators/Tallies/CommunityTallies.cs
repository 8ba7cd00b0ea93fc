using CommunityOfPractice.Core.Networks;
using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>Contributions, presence and ties of any number of communities, kept up a few activities at a time, with their measures ready at any moment.</summary>
/// <remarks>
/// <para>
/// What <see cref="CountTally"/>, <see cref="PresenceTally"/> and <see cref="TieTally"/> keep for one community, in one table for all: for a stream of activities that touches another community each
/// time. The measures are those of the finished lists, bit for bit, in any order of adding. Tallies of parts <see cref="Merge"/> to the tallies of the whole, in any order and grouping.
/// </para>
/// <para>
/// Adding is O(1) expected. It looks at memory all over the place; given several activities at once it asks for all of it before it needs any. 36 to 72 bytes for each person of a community, 12 to 24 for
/// each pair. Leave out what bots did before adding. Not safe for concurrent use.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// CommunityTallies tallies = new(periods: 12, groups: [0, 0, 1]);
/// tallies.Add([new(Community: 0, Person: 0, Period: 3), new(Community: 0, Person: 2, Period: 3, RepliesTo: 0)]);
/// tallies[0].Present[3];             // 2
/// tallies[0].GroupTies().EiIndex;    // 1: the only tie crosses
/// </code>
/// </example>
public sealed partial class CommunityTallies
{
    private const int Block = 32; // activities whose memory is asked for at once

    private readonly Dictionary<int, int> places = []; // where each group stands in the lists of groups
    private readonly List<int> names = [];
    private readonly List<TalliedCommunity> communities = [];
    private readonly MemberTable members = new();
    private readonly PairTable pairs = new();
    private int[] groups = []; // the place of each person's group; -1 when it is unknown

    /// <summary>Creates empty tallies.</summary>
    /// <param name="periods">How many periods there are; from 1 to <see cref="PresenceTally.MostPeriods"/>.</param>
    /// <param name="groups">The group of each person, such as the department; a negative number when it is unknown. <see cref="AddPerson"/> adds more people.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="periods"/> is not in that range.</exception>
    public CommunityTallies(int periods, ReadOnlySpan<int> groups = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(periods, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(periods, PresenceTally.MostPeriods);
        Periods = periods;
        foreach (int group in groups)
        {
            AddPerson(group);
        }
    }

    /// <summary>Gets how many periods there are.</summary>
    /// <value>From 1 to <see cref="PresenceTally.MostPeriods"/>.</value>
    public int Periods { get; }

    /// <summary>Gets how many people there are.</summary>
    /// <value>They are numbered from 0 to this, without it.</value>
    public int People { get; private set; }

    /// <summary>Gets how many communities there are.</summary>
    /// <value>One more than the largest number of a community with activities; zero without.</value>
    public int Communities => communities.Count;

    /// <summary>Gets the numbers of a community.</summary>
    /// <param name="community">From 0 to <see cref="Communities"/>, without it.</param>
    /// <value>A view that later additions change.</value>
    /// <exception cref="ArgumentOutOfRangeException">There is no such community.</exception>
    public TalliedCommunity this[int community] => communities[community];

    /// <summary>Adds a person.</summary>
    /// <param name="group">The person's group; a negative number when it is unknown.</param>
    /// <returns>The number of the person: how many there were before.</returns>
    public int AddPerson(int group = -1)
    {
        TallyBytes.Grow(ref groups, People);
        groups[People] = group < 0 ? -1 : PlaceOf(group);
        return People++;
    }

    /// <summary>Adds activities.</summary>
    /// <param name="activities">The activities, in any order; several at once cost less each.</param>
    /// <exception cref="ArgumentOutOfRangeException">An activity names a community, person or period that cannot be; nothing is changed.</exception>
    public void Add(ReadOnlySpan<TalliedActivity> activities)
    {
        int last = communities.Count - 1;
        foreach (ref readonly TalliedActivity activity in activities)
        {
            if (activity.Community < 0 | (uint)activity.Person >= (uint)People | (uint)activity.Period >= (uint)Periods | activity.RepliesTo >= People)
            {
                throw new ArgumentOutOfRangeException(nameof(activities), activity, $"There are {People} people and {Periods} periods, and communities from 0.");
            }

            last = Math.Max(last, activity.Community);
        }

        AddCommunities(last + 1);
        for (; activities.Length > Block; activities = activities[Block..])
        {
            AddBlock(activities[..Block]);
        }

        AddBlock(activities);
    }

    /// <summary>First asks for the numbers of the communities and the slots of all members, then counts them and asks for the slots of all pairs, then counts those.</summary>
    private void AddBlock(ReadOnlySpan<TalliedActivity> block)
    {
        members.Reserve(2 * block.Length);
        pairs.Reserve(block.Length);
        Span<int> actors = stackalloc int[Block], others = stackalloc int[Block];
        for (int i = 0; i < block.Length; i++)
        {
            TalliedActivity activity = block[i];
            communities[activity.Community].Prefetch(activity.Period);
            members.Prefetch(actors[i] = members.Home(MemberTable.KeyOf(activity.Community, activity.Person)));
            if (activity.RepliesTo >= 0)
            {
                members.Prefetch(others[i] = members.Home(MemberTable.KeyOf(activity.Community, activity.RepliesTo)));
            }
        }

        Span<ulong> tied = stackalloc ulong[Block];
        for (int i = 0; i < block.Length; i++)
        {
            tied[i] = Count(block[i], actors[i], others[i]);
            pairs.Prefetch(actors[i] = pairs.Home(tied[i] & ~PairTable.Both));
        }

        for (int i = 0; i < block.Length; i++)
        {
            if (tied[i] != 0)
            {
                Tie(block[i].Community, tied[i], actors[i], groups[block[i].Person], groups[block[i].RepliesTo]);
            }
        }
    }

    /// <summary>Counts an activity.</summary>
    /// <returns>The pair that it ties together, with its direction; 0 for none.</returns>
    private ulong Count(in TalliedActivity activity, int home, int other)
    {
        TalliedCommunity community = communities[activity.Community];
        ref Member member = ref MemberOf(community, activity.Community, activity.Person, home);
        community.Add(member.Activities, member.Periods, activity.Period);
        member.Activities = checked(member.Activities + 1);
        member.Periods |= 1UL << activity.Period;
        if (activity.RepliesTo < 0 | activity.RepliesTo == activity.Person)
        {
            return 0;
        }

        int one = member.Number, two = MemberOf(community, activity.Community, activity.RepliesTo, other).Number;
        return PairTable.Pair(one, two) | (one < two ? PairTable.Forth : PairTable.Back);
    }

    private void AddCommunities(int until)
    {
        while (communities.Count < until)
        {
            communities.Add(new(Periods));
        }
    }

    private ref Member MemberOf(TalliedCommunity community, int number, int person, int home)
    {
        ref Member member = ref members.Get(MemberTable.KeyOf(number, person), home, out bool isNew);
        if (isNew)
        {
            community.AddVertex(groups[person]);
        }

        return ref member;
    }

    private void Tie(int community, ulong tied, int home, int one, int other)
    {
        ulong direction = tied & PairTable.Both;
        communities[community].AddEdge(direction, pairs.Add(tied & ~PairTable.Both, direction, home), one, other);
    }

    private int PlaceOf(int group)
    {
        if (!places.TryGetValue(group, out int place))
        {
            place = names.Count;
            places.Add(group, place);
            names.Add(group);
        }

        return place;
    }

    private int GroupOf(int person) => groups[person] < 0 ? -1 : names[groups[person]];
}
