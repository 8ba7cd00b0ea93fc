using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Networks;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Health;

/// <summary>The ties of several communities as one graph, with the group of each person.</summary>
internal sealed record SiloTies(UndirectedGraph Graph, int[] Groups, string[] Names)
{
    public const string Others = "(others)";

    /// <summary>As many groups as are told apart; the smaller ones beyond are taken together.</summary>
    private const int MostGroups = 20;

    /// <summary>People are numbered by their ids, so that chance does not depend on the order of the input.</summary>
    public static SiloTies Of(IReadOnlyCollection<HealthEvidence> communities, SiloBorder attribute, int smallest)
    {
        Dictionary<PersonId, (long LastTie, HealthEvidence Where)> people = [];
        foreach (HealthEvidence evidence in communities)
        {
            for (int i = 0; i < evidence.Population.Count; i++)
            {
                PersonId person = evidence.Population[i];
                long last = evidence.Interactions.LastTie[i];
                if (!people.TryGetValue(person, out (long LastTie, HealthEvidence Where) known) || last > known.LastTie)
                {
                    people[person] = (last, evidence);
                }
            }
        }

        PersonId[] all = [.. people.Keys.Order()];
        Dictionary<PersonId, int> numbers = all.Index().ToDictionary(p => p.Item, p => p.Index);
        List<int> from = [], to = [];
        foreach (HealthEvidence evidence in communities)
        {
            for (int i = 0; i < evidence.Population.Count; i++)
            {
                foreach (int other in evidence.Interactions.Undirected.Neighbours(i))
                {
                    from.Add(numbers[evidence.Population[i]]);
                    to.Add(numbers[evidence.Population[other]]);
                }
            }
        }

        string?[] labels = [.. all.Select(p => LabelOf(people[p].Where, p, people[p].LastTie, attribute))];
        (string[] names, int[] groups) = Numbered(labels, smallest);
        return new(UndirectedGraph.FromEdges(all.Length, [.. from], [.. to]), groups, names);
    }

    private static string? LabelOf(HealthEvidence evidence, PersonId person, long lastTie, SiloBorder attribute)
    {
        PersonAttributes? known = evidence.AttributesOf(person, lastTie > 0 ? new DateTimeOffset(lastTie, TimeSpan.Zero) : evidence.LastMoment);
        return attribute == SiloBorder.Department ? known?.Department : known?.Location;
    }

    /// <summary>Groups that are too small, and those beyond the largest, are taken together; with the next larger ones until there are enough people.</summary>
    private static (string[] Names, int[] Groups) Numbered(string?[] labels, int smallest)
    {
        IGrouping<string, string>[] bySize = [.. labels.OfType<string>().GroupBy(l => l, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)];
        int large = bySize.Count(g => g.Count() >= smallest), together = bySize.Skip(large).Sum(g => g.Count());
        while (large > 0 && together > 0 && together < smallest)
        {
            together += bySize[--large].Count();
        }

        bool others = large < bySize.Length || large > MostGroups;
        string[] kept = [.. bySize.Take(Math.Min(large, others ? MostGroups - 1 : MostGroups)).Select(g => g.Key).Order(StringComparer.Ordinal)];
        Dictionary<string, int> numbers = kept.Index().ToDictionary(n => n.Item, n => n.Index, StringComparer.Ordinal);
        int[] groups = [.. labels.Select(l => l is null ? -1 : numbers.GetValueOrDefault(l, kept.Length))];
        return (others ? [.. kept, Others] : kept, groups);
    }

    /// <summary>How many people have a tie that counts in a place of the table, by the groups of both ends.</summary>
    public int PeopleWith(Func<int, int, bool> counts)
    {
        int people = 0;
        for (int vertex = 0; vertex < Groups.Length; vertex++)
        {
            foreach (int neighbour in Graph.Neighbours(vertex))
            {
                if (Groups[vertex] >= 0 && Groups[neighbour] >= 0 && counts(Groups[vertex], Groups[neighbour]))
                {
                    people++;
                    break;
                }
            }
        }

        return people;
    }
}
