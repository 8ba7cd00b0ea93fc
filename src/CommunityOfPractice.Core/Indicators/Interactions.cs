using CommunityOfPractice.Core.Networks;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>Who turned to whom in the window, as a graph on the population.</summary>
/// <remarks>
/// A tie is made by a contribution that replies to, or addresses, another person. Replying to or addressing oneself, reactions and bots
/// make none. When members are known, ties with people who are not members are left out and counted.
/// </remarks>
internal sealed class Interactions
{
    private Interactions(DirectedGraph graph, ValueList<PersonId> population, long[] lastTie, int interactions, int outside)
    {
        Graph = graph;
        Population = population;
        LastTie = lastTie;
        Count = interactions;
        Outside = outside;
    }

    public DirectedGraph Graph { get; }

    public ValueList<PersonId> Population { get; }

    /// <summary>When each person of the population last took part in a tie (UTC ticks; 0 for never).</summary>
    public long[] LastTie { get; }

    /// <summary>How often somebody in the population turned to somebody else in it.</summary>
    public int Count { get; }

    /// <summary>How often one of the two was not in the population.</summary>
    public int Outside { get; }

    public UndirectedGraph Undirected => field ??= Graph.ToUndirected();

    public static Interactions Of(HealthEvidence evidence)
    {
        Dictionary<int, int> vertices = [];
        List<PersonId> population = [];
        if (evidence.MembersKnown)
        {
            foreach (PersonId member in evidence.Roster!.MembersAt(evidence.LastMoment))
            {
                vertices.Add(evidence.History.Log.NumberOf(member) ?? -1 - population.Count, population.Count);
                population.Add(member);
            }
        }

        List<int> from = [], to = [];
        List<long> times = [];
        int outside = 0;
        bool open = !evidence.MembersKnown;
        ActivityWindow activity = evidence.Activity;
        ReadOnlySpan<int> actors = evidence.Actors.OfHistory[evidence.WindowStart..];
        ReadOnlySpan<int> replies = activity.Replies;
        HashSet<int> bots = BotsOf(evidence);
        for (int i = 0; i < activity.Count; i++)
        {
            if (actors[i] < 0)
            {
                continue;
            }

            int who = activity.People[i];
            int vertex = VertexOf(who);
            if (!activity.Acts[i].IsContribution())
            {
                continue;
            }

            if (replies.Length > 0 && replies[i] >= 0)
            {
                int parent = replies[i] - evidence.History.Start;
                if (parent >= 0 && parent < evidence.History.Count && evidence.Actors.OfHistory[parent] >= 0)
                {
                    Tie(vertex, who, evidence.History.People[parent], activity.Times[i]);
                }
            }

            foreach (int addressed in activity.Addressed(i))
            {
                if (!bots.Contains(addressed))
                {
                    Tie(vertex, who, addressed, activity.Times[i]);
                }
            }
        }

        long[] lastTie = new long[population.Count];
        for (int i = 0; i < times.Count; i++)
        {
            lastTie[from[i]] = Math.Max(lastTie[from[i]], times[i]);
            lastTie[to[i]] = Math.Max(lastTie[to[i]], times[i]);
        }

        DirectedGraph graph = DirectedGraph.FromEdges(
            population.Count, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(from), System.Runtime.InteropServices.CollectionsMarshal.AsSpan(to));
        return new(graph, population.ToValueList(), lastTie, from.Count, outside);

        void Tie(int vertex, int who, int whom, long at)
        {
            if (who == whom)
            {
                return;
            }

            int other = VertexOf(whom);
            if (vertex < 0 || other < 0)
            {
                outside++;
                return;
            }

            from.Add(vertex);
            to.Add(other);
            times.Add(at);
        }

        int VertexOf(int person)
        {
            if (!vertices.TryGetValue(person, out int vertex))
            {
                vertex = open ? population.Count : -1;
                vertices.Add(person, vertex);
                if (open)
                {
                    population.Add(evidence.History.Log.Person(person));
                }
            }

            return vertex;
        }
    }

    /// <summary>Those that acted as a bot and never as a human.</summary>
    private static HashSet<int> BotsOf(HealthEvidence evidence)
    {
        HashSet<int> bots = [];
        ReadOnlySpan<int> actors = evidence.Actors.OfHistory;
        for (int i = 0; i < actors.Length; i++)
        {
            if (actors[i] < 0 && evidence.Actors.Find(evidence.History.People[i]) < 0)
            {
                bots.Add(evidence.History.People[i]);
            }
        }

        return bots;
    }
}
