using System.Runtime.InteropServices;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Networks;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Health;

/// <summary>The ties of several communities as one graph, with the group of each vertex; somebody who had ties in several groups has a vertex in each.</summary>
/// <param name="Graph">The ties.</param>
/// <param name="Groups">The group of each vertex; -1 when it is unknown.</param>
/// <param name="Names">The groups.</param>
/// <param name="People">The person behind each vertex.</param>
internal sealed record SiloTies(UndirectedGraph Graph, int[] Groups, string[] Names, int[] People)
{
    public const string Others = "(others)";

    /// <summary>As many groups as are told apart; the smaller ones beyond are taken together.</summary>
    private const int MostGroups = 20;

    /// <summary>People are numbered by their ids, so that chance does not depend on the order of the input.</summary>
    public static SiloTies Of(IReadOnlyCollection<HealthEvidence> communities, SiloBorder attribute, int smallest)
    {
        Dictionary<PersonId, Turn> lastTies = LastTies(communities);
        PersonId[] all = [.. lastTies.Keys.Order()];
        Dictionary<PersonId, int> numbers = all.Index().ToDictionary(p => p.Item, p => p.Index);
        bool[] moved = [.. all.Select(p => communities.Any(c => c.HasMoved(p)))];
        string?[] own = [.. all.Select(p => LabelOf(lastTies[p], p, attribute))];
        List<(int Person, string? Label)> from = [], to = [];
        foreach (((int first, int second), Turn turn) in Pairs(communities, numbers, moved))
        {
            from.Add((first, moved[first] ? LabelOf(turn, all[first], attribute) : own[first]));
            to.Add((second, moved[second] ? LabelOf(turn, all[second], attribute) : own[second]));
        }

        (string[] names, Func<string?, int> groupOf) = Named([.. own.Index().Union(from.Concat(to).Where(e => moved[e.Person]))], smallest);
        Stints stints = new([.. own.Select(groupOf)]);
        int[] starts = [.. from.Select(e => stints.Of(e.Person, groupOf(e.Label)))], ends = [.. to.Select(e => stints.Of(e.Person, groupOf(e.Label)))];
        int[] people = stints.People;
        return new(UndirectedGraph.FromEdges(people.Length, starts, ends), stints.Groups, names, people);
    }

    /// <summary>How many people have a tie that counts in a place of the table, by the groups of both ends.</summary>
    public int PeopleWith(Func<int, int, bool> counts)
    {
        HashSet<int> people = [];
        for (int vertex = 0; vertex < Groups.Length; vertex++)
        {
            foreach (int neighbour in Graph.Neighbours(vertex))
            {
                if (Groups[vertex] >= 0 && Groups[neighbour] >= 0 && counts(Groups[vertex], Groups[neighbour]))
                {
                    people.Add(People[vertex]);
                    break;
                }
            }
        }

        return people.Count;
    }

    /// <summary>How many people have a tie in each cell, the first group not after the second.</summary>
    public int[,] PeopleOfCells()
    {
        int[,] people = new int[Names.Length, Names.Length], last = new int[Names.Length, Names.Length];
        foreach (int vertex in Enumerable.Range(0, Groups.Length).Where(v => Groups[v] >= 0).OrderBy(v => People[v]))
        {
            foreach (int neighbour in Graph.Neighbours(vertex))
            {
                (int first, int second) = (Math.Min(Groups[vertex], Groups[neighbour]), Math.Max(Groups[vertex], Groups[neighbour]));
                if (first >= 0 && last[first, second] != People[vertex] + 1)
                {
                    last[first, second] = People[vertex] + 1;
                    people[first, second]++;
                }
            }
        }

        return people;
    }

    /// <summary>Where and when each person last had a tie.</summary>
    private static Dictionary<PersonId, Turn> LastTies(IReadOnlyCollection<HealthEvidence> communities)
    {
        Dictionary<PersonId, Turn> last = [];
        foreach (HealthEvidence evidence in communities)
        {
            for (int i = 0; i < evidence.Population.Count; i++)
            {
                ref Turn known = ref CollectionsMarshal.GetValueRefOrAddDefault(last, evidence.Population[i], out bool exists);
                if (!exists || evidence.Interactions.LastTie[i] > known.At)
                {
                    known = new(evidence.Interactions.LastTie[i], evidence);
                }
            }
        }

        return last;
    }

    /// <summary>The pairs that have a tie in any community, and where and when they last turned to each other as far as it matters.</summary>
    private static Dictionary<(int First, int Second), Turn> Pairs(IReadOnlyCollection<HealthEvidence> communities, Dictionary<PersonId, int> numbers, bool[] moved)
    {
        Dictionary<(int, int), Turn> pairs = [];
        foreach (HealthEvidence evidence in communities)
        {
            int[] people = [.. evidence.Population.Select(p => numbers[p])];
            foreach ((int first, int second, long at) in evidence.Interactions.LastTurns([.. people.Select(p => moved[p])]))
            {
                (int, int) pair = (Math.Min(people[first], people[second]), Math.Max(people[first], people[second]));
                ref Turn known = ref CollectionsMarshal.GetValueRefOrAddDefault(pairs, pair, out bool exists);
                if (!exists || at > known.At)
                {
                    known = new(at, evidence);
                }
            }
        }

        return pairs;
    }

    private static string? LabelOf(Turn turn, PersonId person, SiloBorder attribute)
    {
        PersonAttributes? known = turn.Where.AttributesOf(person, turn.At > 0 ? new DateTimeOffset(turn.At, TimeSpan.Zero) : turn.Where.LastMoment);
        return attribute == SiloBorder.Department ? known?.Department : known?.Location;
    }

    /// <summary>Groups that are too small, and those beyond the largest, are taken together; with the next larger ones until there are enough people.</summary>
    private static (string[] Names, Func<string?, int> GroupOf) Named((int Person, string? Label)[] stints, int smallest)
    {
        IGrouping<string, int>[] bySize =
        [
            .. stints.Where(s => s.Label is not null).GroupBy(s => s.Label!, s => s.Person, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal),
        ];
        int large = bySize.Count(g => g.Count() >= smallest);
        HashSet<int> together = [.. bySize.Skip(large).SelectMany(g => g)];
        while (large > 0 && together.Count > 0 && together.Count < smallest)
        {
            together.UnionWith(bySize[--large]);
        }

        bool others = large < bySize.Length || large > MostGroups;
        string[] kept = [.. bySize.Take(Math.Min(large, others ? MostGroups - 1 : MostGroups)).Select(g => g.Key).Order(StringComparer.Ordinal)];
        Dictionary<string, int> numbers = kept.Index().ToDictionary(n => n.Item, n => n.Index, StringComparer.Ordinal);
        return (others ? [.. kept, Others] : kept, label => label is null ? -1 : numbers.GetValueOrDefault(label, kept.Length));
    }

    /// <summary>When people turned to each other (UTC ticks; 0 for never), and where.</summary>
    private readonly record struct Turn(long At, HealthEvidence Where);
}
