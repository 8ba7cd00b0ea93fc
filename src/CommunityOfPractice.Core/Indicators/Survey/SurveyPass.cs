using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using CommunityOfPractice.Core.Communities;
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
    private readonly List<int> from = [], to = [];
    private Actor[] actors = []; // wiped after each community
    private int numbered = 1;
    private int[] actorOf = [], children = [], parents = [], sources = [], targets = [], groups = [], counts = [];
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
    public (List<int> From, List<int> To) Edges => (from, to);

    public CommunitySurvey Survey(CommunityId community)
    {
        ActivityWindow activity = request.Log.Of(community).Between(request.Window);
        int[] active = new int[request.Limits.Length - 1];
        int people = CountPeople(activity, active), events = TellPeople(activity.Times, people);
        int replies = FindReplies(activity);
        double? wait = MedianWait(activity, replies);
        int edges = FindEdges(replies);
        TieNumbers numbers = ties.Count(sources.AsSpan(0, edges), targets.AsSpan(0, edges), groups.AsSpan(0, people));
        KeepEdges(people, numbers.Edges);
        actors.AsSpan(0, people).Clear();
        return new(community, active, numbers)
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
        if (actors.Length <= Math.Min(who.Length, number.Length))
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
            Ahead.Prefetch(numbers, who[Math.Min(i + Distance, who.Length - 1)]);
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

            int known = numbers[who[i]] - first, isNew = known >>> 31, actor = isNew != 0 ? count : known;
            numbers[who[i]] = first + actor;
            count += isNew;
            found[i] = actor;
            ref Actor one = ref all[actor];
            newcomers += (int)(~one.Periods >> period) & 1;
            one.Periods |= 1UL << period;
            one.Person = who[i];
            one.First = isNew != 0 ? i : one.First;
            one.Last = i;
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
    private int TellPeople(ReadOnlySpan<long> times, int people)
    {
        Scratches.Reserve(ref counts, people);
        Scratches.Reserve(ref groups, people);
        Span<int> count = counts.AsSpan(0, people), group = groups.AsSpan(0, people);
        ReadOnlySpan<Actor> all = actors.AsSpan(0, people);
        ReadOnlySpan<int> known = request.Groups;
        int events = 0;
        for (int actor = 0; actor < all.Length; actor++)
        {
            People.Prefetch(all[Math.Min(actor + Distance, all.Length - 1)].Person);
            ref readonly Actor one = ref all[actor];
            events += one.Activities;
            count[actor] = one.Activities;
            group[actor] = known.IsEmpty ? -1 : known[one.Person];
            People.Add(one.Person, one.Periods, times[one.First], times[one.Last]);
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

    /// <summary>The median of the seconds from each post to its first reply. Activities are in order of time, so the first one met is the first one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double? MedianWait(ActivityWindow activity, int replies)
    {
        ReadOnlySpan<long> times = activity.Times;
        Scratches.Reserve(ref states, times.Length);
        Scratches.Reserve(ref waits, replies + 1);
        Span<byte> state = states.AsSpan(0, times.Length);
        MemoryMarshal.AsBytes(activity.Acts).CopyTo(state);
        Span<double> seconds = waits;
        int count = 0;
        bool own = request.CountOwnReplies;
        for (int i = 0; i < replies; i++)
        {
            int child = children[i], parent = parents[i], actor = actorOf[child], author = actorOf[parent];
            bool counts = (actor | author) >= 0 & (own | actor != author);
            byte before = state[parent];
            seconds[count] = (times[child] - times[parent]) / (double)TimeSpan.TicksPerSecond;
            count += counts & before == (byte)Act.Post ? 1 : 0;
            state[parent] = counts ? Answered : before;
        }

        return Median.InPlace(seconds[..count]);
    }

    /// <summary>Who replied to somebody else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int FindEdges(int replies)
    {
        Scratches.Reserve(ref sources, replies + 1);
        Scratches.Reserve(ref targets, replies + 1);
        Span<int> source = sources, target = targets;
        int count = 0;
        for (int i = 0; i < replies; i++)
        {
            int actor = actorOf[children[i]], author = actorOf[parents[i]];
            source[count] = actor;
            target[count] = author;
            count += (actor | author) >= 0 & actor != author ? 1 : 0;
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void KeepEdges(int people, int edges)
    {
        if (edges == 0)
        {
            return;
        }

        int at = from.Count;
        CollectionsMarshal.SetCount(from, at + edges);
        CollectionsMarshal.SetCount(to, at + edges);
        Span<int> start = CollectionsMarshal.AsSpan(from)[at..], end = CollectionsMarshal.AsSpan(to)[at..];
        ReadOnlySpan<int> starts = ties.Starts, into = ties.Targets;
        for (int actor = 0; actor < people; actor++)
        {
            int person = actors[actor].Person;
            for (int edge = starts[actor]; edge < starts[actor + 1]; edge++)
            {
                start[edge] = person;
                end[edge] = actors[into[edge]].Person;
            }
        }
    }

    /// <summary>What is known of somebody in the community that is looked at.</summary>
    private struct Actor
    {
        public ulong Periods;
        public int Person;
        public int Activities;
        public int First;
        public int Last;
    }
}
