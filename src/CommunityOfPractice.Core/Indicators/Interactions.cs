using System.Runtime.InteropServices;
using CommunityOfPractice.Core.Networks;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>Who turned to whom in the window, as a graph on the population.</summary>
/// <remarks>
/// A tie is made by a contribution that replies to, or addresses, another person. Replying to or addressing oneself, reactions and bots
/// make none. When members are known, ties with people who are not members, or are on leave or lapsed, are left out and counted.
/// </remarks>
internal sealed class Interactions
{
    private readonly ActivityLog log;
    private readonly IReadOnlyList<PersonId>? members;
    private readonly List<int> people, from, to; // from and to: the ends of each turn
    private readonly List<long> times;

    private Interactions(DirectedGraph graph, ActivityLog log, IReadOnlyList<PersonId>? members, List<int> people, List<int> from, List<int> to, List<long> times, int[] vertexOfActor, int outside)
    {
        this.log = log;
        this.members = members;
        this.people = people;
        this.from = from;
        this.to = to;
        this.times = times;
        Graph = graph;
        VertexOfActor = vertexOfActor;
        Outside = outside;
    }

    public DirectedGraph Graph { get; }

    /// <summary>The members when they are known, otherwise those who took part or were turned to; vertex after vertex.</summary>
    public ValueList<PersonId> Population => field ??= members?.ToValueList() ?? people.Select(log.Person).ToValueList();

    /// <summary>When each person of the population last took part in a tie (UTC ticks; 0 for never).</summary>
    public long[] LastTie => field ??= FindLastTies();

    /// <summary>The vertex of each actor; -1 for somebody outside the population.</summary>
    public int[] VertexOfActor { get; }

    /// <summary>How often somebody in the population turned to somebody else in it.</summary>
    public int Count => times.Count;

    /// <summary>How often one of the two was not in the population.</summary>
    public int Outside { get; }

    public UndirectedGraph Undirected => field ??= Graph.ToUndirected();

    public static Interactions Of(HealthEvidence evidence)
    {
        ActivityLog log = evidence.History.Log;
        Actors all = evidence.Actors;
        int[] vertexOfActor = new int[all.Count];
        Array.Fill(vertexOfActor, -1);
        Dictionary<int, int> vertexOfOther = []; // of those who never acted
        List<int> people = [];
        bool open = !evidence.MembersKnown;
        IReadOnlyList<PersonId>? members = open ? null : [.. evidence.Roster!.ActiveAt(evidence.LastMoment)];
        foreach (PersonId member in members ?? [])
        {
            if (log.NumberOf(member) is { } number)
            {
                SetVertex(number, all.Find(number), people.Count);
            }

            people.Add(-1);
        }

        List<int> from = [], to = [];
        List<long> times = [];
        int outside = 0;
        ActivityWindow activity = evidence.Activity;
        int historyStart = evidence.History.Start, historyCount = evidence.History.Count;
        ReadOnlySpan<int> actors = all.OfHistory[evidence.WindowStart..];
        ReadOnlySpan<int> replies = activity.Replies;
        ReadOnlySpan<Act> acts = activity.Acts;
        ReadOnlySpan<long> moments = activity.Times;
        HashSet<int> bots = BotsOf(evidence);
        for (int i = 0; i < actors.Length; i++)
        {
            int actor = actors[i];
            if (actor < 0)
            {
                continue;
            }

            int vertex = VertexOf(all.PersonOf(actor), actor);
            if (!acts[i].IsContribution())
            {
                continue;
            }

            if (replies.Length > 0 && replies[i] >= 0)
            {
                int parent = replies[i] - historyStart;
                int other = parent >= 0 && parent < historyCount ? all.AuthorOf(parent) : Actors.Bot;
                if (other >= 0 && other != actor)
                {
                    Tie(vertex, VertexOf(all.PersonOf(other), other), moments[i]);
                }
            }

            foreach (int addressed in activity.Addressed(i))
            {
                if (addressed != all.PersonOf(actor) && !bots.Contains(addressed))
                {
                    Tie(vertex, VertexOf(addressed, all.Find(addressed)), moments[i]);
                }
            }
        }

        DirectedGraph graph = DirectedGraph.FromEdges(people.Count, CollectionsMarshal.AsSpan(from), CollectionsMarshal.AsSpan(to));
        return new(graph, log, members, people, from, to, times, vertexOfActor, outside);

        void Tie(int vertex, int other, long at)
        {
            if (vertex < 0 || other < 0)
            {
                outside++;
                return;
            }

            from.Add(vertex);
            to.Add(other);
            times.Add(at);
        }

        // The vertex of a person; where everybody belongs who turns up, a new one. -1 for somebody who does not belong.
        int VertexOf(int person, int actor)
        {
            int vertex = actor >= 0 ? vertexOfActor[actor] : vertexOfOther.GetValueOrDefault(person, -1);
            if (vertex < 0 && open)
            {
                vertex = people.Count;
                people.Add(person);
                SetVertex(person, actor, vertex);
            }

            return vertex;
        }

        void SetVertex(int person, int actor, int vertex)
        {
            if (actor >= 0)
            {
                vertexOfActor[actor] = vertex;
            }
            else
            {
                vertexOfOther[person] = vertex;
            }
        }
    }

    /// <summary>A reading that ties cannot be told, or null when they can.</summary>
    public static Reading? Unknown(HealthEvidence evidence)
    {
        bool known = evidence.Interactions.Count + evidence.Interactions.Outside > 0 || evidence.RepliesKnown;
        return known ? null : Reading.NotApplicable("ties.unknown", "Nothing in the data says who turns to whom.");
    }

    /// <summary>The pairs that have a tie, the smaller vertex first, and when the two last turned to each other.</summary>
    /// <param name="of">Of whom it matters when; 0 for a pair without any of them.</param>
    public IEnumerable<(int First, int Second, long At)> LastTurns(bool[] of)
    {
        Dictionary<(int, int), long> last = [];
        for (int i = 0; i < times.Count; i++)
        {
            if (of[from[i]] || of[to[i]])
            {
                ref long at = ref CollectionsMarshal.GetValueRefOrAddDefault(last, (Math.Min(from[i], to[i]), Math.Max(from[i], to[i])), out _);
                at = Math.Max(at, times[i]);
            }
        }

        for (int vertex = 0; vertex < people.Count; vertex++)
        {
            foreach (int other in Undirected.Neighbours(vertex).ToArray().Where(o => o > vertex))
            {
                yield return (vertex, other, last.GetValueOrDefault((vertex, other)));
            }
        }
    }

    private long[] FindLastTies()
    {
        long[] last = new long[people.Count];
        for (int i = 0; i < times.Count; i++)
        {
            last[from[i]] = Math.Max(last[from[i]], times[i]);
            last[to[i]] = Math.Max(last[to[i]], times[i]);
        }

        return last;
    }

    /// <summary>Those that acted as a bot and never as a human.</summary>
    private static HashSet<int> BotsOf(HealthEvidence evidence)
    {
        HashSet<int> bots = [];
        ReadOnlySpan<int> actors = evidence.Actors.OfHistory;
        for (int i = 0; i < actors.Length; i++)
        {
            if (actors[i] == Actors.Bot && evidence.Actors.Find(evidence.History.People[i]) < 0)
            {
                bots.Add(evidence.History.People[i]);
            }
        }

        return bots;
    }
}
