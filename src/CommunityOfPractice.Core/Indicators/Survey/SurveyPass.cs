using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>Looks at one community after another, all that there is to count of it while its activities are in the cache; for one thread.</summary>
internal sealed class SurveyPass
{
    private const byte Answered = byte.MaxValue;

    private readonly SurveyRequest request;
    private readonly int[] number; // of each person in the community that is looked at; -1 for none
    private readonly SurveyTies ties = new();
    private readonly List<int> from = [], to = [];
    private Actor[] actors = [];
    private int[] actorOf = [], children = [], parents = [], sources = [], targets = [], groups = [], counts = [];
    private byte[] states = [];
    private double[] waits = [];

    public SurveyPass(SurveyRequest request)
    {
        this.request = request;
        number = new int[request.Log.PersonCount];
        Array.Fill(number, -1);
        People = new(number.Length);
    }

    public SurveyedPeople People { get; }

    /// <summary>The edges of all communities so far, between people of the log: an edge once for each community that has it.</summary>
    public (List<int> From, List<int> To) Edges => (from, to);

    public CommunitySurvey Survey(CommunityId community)
    {
        ActivityWindow activity = request.Log.Of(community).Between(request.Window);
        int[] active = new int[request.Limits.Length - 1];
        int people = CountPeople(activity, active), events = 0;
        Scratches.Reserve(ref counts, people);
        Scratches.Reserve(ref groups, people);
        ReadOnlySpan<long> times = activity.Times;
        for (int actor = 0; actor < people; actor++)
        {
            ref Actor one = ref actors[actor];
            number[one.Person] = -1;
            events += counts[actor] = one.Activities;
            groups[actor] = request.GroupOf(one.Person);
            People.Add(one.Person, one.Periods, times[one.First], times[one.Last]);
        }

        int replies = FindReplies(activity);
        double? wait = MedianWait(activity, replies);
        int edges = Edge(replies);
        TieNumbers numbers = ties.Count(sources.AsSpan(0, edges), targets.AsSpan(0, edges), groups.AsSpan(0, people));
        KeepEdges(people, numbers.Edges);
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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int CountPeople(ActivityWindow activity, Span<int> active)
    {
        ReadOnlySpan<int> who = activity.People;
        ReadOnlySpan<long> times = activity.Times, limits = request.Limits;
        Scratches.Reserve(ref actorOf, who.Length);
        Span<int> found = actorOf.AsSpan(0, who.Length);
        bool bots = activity.HasBots;
        int count = 0, period = 0, newcomers = 0;
        long limit = limits[1];
        for (int i = 0; i < who.Length; i++)
        {
            if (times[i] >= limit)
            {
                active[period] = newcomers;
                newcomers = 0;
                while (times[i] >= limit)
                {
                    period++;
                    limit = limits[period + 1];
                }
            }

            if (bots && activity.IsBot(i))
            {
                found[i] = -1;
                continue;
            }

            int actor = number[who[i]];
            if (actor < 0)
            {
                actor = Number(who[i], i, count++);
            }

            found[i] = actor;
            ref Actor one = ref actors[actor];
            newcomers += (int)(~one.Periods >> period) & 1;
            one.Periods |= 1UL << period;
            one.Activities++;
            one.Last = i;
        }

        active[period] = newcomers;
        return count;
    }

    private int Number(int person, int first, int actor)
    {
        if (actor == actors.Length)
        {
            Array.Resize(ref actors, Math.Max(64, 2 * actor));
        }

        number[person] = actor;
        actors[actor] = new() { Person = person, First = first };
        return actor;
    }

    /// <summary>Finds the replies to something in view, and puts them and what they reply to side by side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int FindReplies(ActivityWindow activity)
    {
        ReadOnlySpan<Act> acts = activity.Acts;
        ReadOnlySpan<int> replies = activity.Replies;
        Scratches.Reserve(ref children, acts.Length + 1);
        Scratches.Reserve(ref parents, acts.Length + 1);
        Span<int> child = children, parent = parents;
        int count = 0, start = activity.Start;
        for (int i = 0; i < replies.Length; i++)
        {
            int to = replies[i] - start;
            child[count] = i;
            parent[count] = to;
            count += acts[i] == Act.Reply & (uint)to < (uint)replies.Length ? 1 : 0;
        }

        return count;
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
    private int Edge(int replies)
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
