using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using CommunityOfPractice.Core.Networks;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>Looks at one community after another, all that there is to count of it while its activities are in the cache; for one thread.</summary>
internal sealed class SurveyPass
{
    private const byte Answered = byte.MaxValue;
    private const int Distance = 16; // activities ahead

    private readonly SurveyRequest request;
    private readonly int[] number; // of each person, counted on from community to community: below the first number of this one, the person is new to it
    private readonly SurveyTies ties = new();
    private Actor[] actors = []; // wiped after each community
    private int numbered = 1;
    private int[] actorOf = [], children = [], parents = [], sources = [], targets = [], persons = [], groups = [], counts = [];
    private byte[] states = [];
    private double[] waits = [];

    public SurveyPass(SurveyRequest request)
    {
        this.request = request;
        number = new int[request.Log.PersonCount];
        People = new(number.Length);
    }

    public SurveyedPeople People { get; }

    /// <summary>The edges of all communities so far, between people of the log: an edge once for each community that has it.</summary>
    public SurveyEdges Edges { get; } = new();

    /// <summary>Looks at the community at a place in the list of all.</summary>
    public CommunitySurvey Survey(int rank)
    {
        ActivityWindow activity = request.Log.At(rank).Between(request.Window);
        int[] active = new int[request.Limits.Length - 1];
        int people = CountPeople(activity, active), events = TellPeople(people);
        (double? wait, int others) = LookAtReplies(activity, FindReplies(activity));
        TieNumbers numbers = ties.Count(sources.AsSpan(0, others), targets.AsSpan(0, others), groups.AsSpan(0, people));
        Edges.Add(sources.AsSpan(0, numbers.Edges), targets.AsSpan(0, numbers.Edges), persons);
        actors.AsSpan(0, people).Clear();
        return new(request.Log.Communities[rank], active, numbers)
        {
            Activities = events,
            People = people,
            Inequality = Gini.Of<int>(counts.AsSpan(0, people)),
            MedianFirstReply = wait,
        };
    }

    /// <summary>Numbers the people, and notes how often and in which periods each acted.</summary>
    /// <returns>How many people there are.</returns>
    /// <remarks>Without a branch on whether somebody was seen before: nothing would foretell it.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int CountPeople(ActivityWindow activity, Span<int> active)
    {
        ReadOnlySpan<int> who = activity.People;
        ReadOnlySpan<long> times = activity.Times, limits = request.Limits;
        Scratches.Reserve(ref actorOf, who.Length);
        if (actors.Length <= Math.Min(who.Length, number.Length)) // room for one person more than there can be
        {
            actors = new Actor[Math.Min(who.Length, number.Length) + 1];
        }

        Span<int> found = actorOf.AsSpan(0, who.Length), numbers = number;
        Span<Actor> all = actors;
        int first = StartNumbers(), count = 0, period = 0, newcomers = 0;
        bool bots = activity.HasBots;
        long limit = limits[1];
        for (int i = 0; i < who.Length; i++)
        {
            Cache.Load(in numbers[who[Math.Min(i + Distance, who.Length - 1)]]);
            while (times[i] >= limit)
            {
                (active[period], newcomers) = (newcomers, 0);
                period++;
                limit = limits[period + 1];
            }

            if (bots && activity.IsBot(i))
            {
                found[i] = -1;
                continue;
            }

            int person = who[i], known = numbers[person] - first, isNew = known >>> 31, actor = isNew != 0 ? count : known;
            numbers[person] = first + actor;
            all[count].First = times[i]; // of the next person, who may not be the one yet
            all[count].Person = person;
            count += isNew;
            found[i] = actor;
            ref Actor one = ref all[actor];
            newcomers += (int)(~one.Periods >> period) & 1;
            one.Periods |= 1UL << period;
            one.Last = times[i];
            one.Activities++;
        }

        active[period] = newcomers;
        numbered = first + count;
        return count;
    }

    /// <summary>The first number for the people of the next community: above all those given before, so that nothing has to be wiped out.</summary>
    private int StartNumbers()
    {
        if (numbered > int.MaxValue - number.Length)
        {
            Array.Clear(number);
            numbered = 1;
        }

        return numbered;
    }

    /// <summary>Tells what everybody did here to what is known of them elsewhere.</summary>
    /// <returns>How many activities there are.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int TellPeople(int people)
    {
        Scratches.Reserve(ref persons, people);
        Scratches.Reserve(ref counts, people);
        Scratches.Reserve(ref groups, people);
        Span<int> person = persons.AsSpan(0, people), count = counts.AsSpan(0, people), group = groups.AsSpan(0, people);
        ReadOnlySpan<Actor> all = actors.AsSpan(0, people);
        ReadOnlySpan<int> known = request.Groups;
        int events = 0;
        for (int actor = 0; actor < all.Length; actor++)
        {
            People.Prefetch(all[Math.Min(actor + Distance, all.Length - 1)].Person);
            ref readonly Actor one = ref all[actor];
            events += one.Activities;
            person[actor] = one.Person;
            count[actor] = one.Activities;
            group[actor] = known.IsEmpty ? -1 : known[one.Person];
            People.Add(one.Person, one.Periods, one.First, one.Last);
        }

        return events;
    }

    /// <summary>Finds the replies to something in view, and puts them and what they reply to side by side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int FindReplies(ActivityWindow activity)
    {
        ReadOnlySpan<byte> acts = MemoryMarshal.AsBytes(activity.Acts);
        ReadOnlySpan<int> replies = activity.Replies;
        Scratches.Reserve(ref children, acts.Length + 1);
        Scratches.Reserve(ref parents, acts.Length + 1);
        int count = 0, from = 0;
        for (; replies.Length - from >= Vector512<byte>.Count; from += Vector512<byte>.Count)
        {
            ulong found = Vector512.Equals(Vector512.Create(acts.Slice(from, Vector512<byte>.Count)), Vector512.Create((byte)Act.Reply)).ExtractMostSignificantBits();
            for (; found != 0; found &= found - 1)
            {
                count = KeepReply(from + BitOperations.TrailingZeroCount(found), replies, activity.Start, count);
            }
        }

        for (; from < replies.Length; from++)
        {
            count = acts[from] == (byte)Act.Reply ? KeepReply(from, replies, activity.Start, count) : count;
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int KeepReply(int child, ReadOnlySpan<int> replies, int start, int count)
    {
        int parent = replies[child] - start;
        children[count] = child;
        parents[count] = parent;
        return count + ((uint)parent < (uint)replies.Length ? 1 : 0);
    }

    /// <summary>Finds who replied to somebody else, and the median of the seconds from each post to its first reply.</summary>
    /// <remarks>Activities are in order of time, so the first reply met is the first one.</remarks>
    /// <returns>The median, and how many replies are to somebody else.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (double? Wait, int Others) LookAtReplies(ActivityWindow activity, int replies)
    {
        ReadOnlySpan<long> times = activity.Times;
        Scratches.Reserve(ref states, times.Length);
        Scratches.Reserve(ref waits, replies + 1);
        Scratches.Reserve(ref sources, replies + 1);
        Scratches.Reserve(ref targets, replies + 1);
        Span<byte> state = states.AsSpan(0, times.Length);
        MemoryMarshal.AsBytes(activity.Acts).CopyTo(state);
        Span<double> seconds = waits;
        Span<int> found = actorOf, source = sources, target = targets;
        int answered = 0, others = 0;
        bool own = request.CountOwnReplies;
        for (int i = 0; i < replies; i++)
        {
            int child = children[i], parent = parents[i], actor = found[child], author = found[parent];
            bool people = (actor | author) >= 0, counts = people & (own | actor != author);
            byte before = state[parent];
            seconds[answered] = (times[child] - times[parent]) / (double)TimeSpan.TicksPerSecond;
            answered += counts & before == (byte)Act.Post ? 1 : 0;
            state[parent] = counts ? Answered : before;
            source[others] = actor;
            target[others] = author;
            others += people & actor != author ? 1 : 0;
        }

        return (Median.InPlace(seconds[..answered]), others);
    }

    /// <summary>What is known of somebody in the community that is looked at.</summary>
    private struct Actor
    {
        public ulong Periods;
        public long First; // in ticks
        public long Last;
        public int Person;
        public int Activities;
    }
}
