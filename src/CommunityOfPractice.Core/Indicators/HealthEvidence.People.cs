using System.Globalization;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Core.Indicators;

/// <content>What several indicators about people and their ties share.</content>
public sealed partial class HealthEvidence
{
    /// <summary>Ties within and between departments.</summary>
    internal GroupedTies Departments => field ??= GroupedTies.Of(this, GroupAttribute.Department);

    /// <summary>Ties within and between places of work.</summary>
    internal GroupedTies Locations => field ??= GroupedTies.Of(this, GroupAttribute.Location);

    /// <summary>Who was there, away or gone when; only where members are known.</summary>
    internal Tenures Tenures => field ??= Tenures.Of(Roster!, Window);

    /// <summary>How many contributions each person of the population made in the window, in rising order, zeros included.</summary>
    internal int[] ContributionsOfPopulation => field ??= CountOfPopulation();

    /// <summary>What the host knows about a person; null when nothing.</summary>
    internal Person? PersonOf(PersonId person) => people.GetValueOrDefault(person);

    /// <summary>Whether what is known of a person changes within the window.</summary>
    internal bool HasMoved(PersonId person) =>
        PersonOf(person) is { } known && known.History.Any(a => (a.From > Window.From && a.From < AsOf) || (a.Until > Window.From && a.Until < AsOf));

    /// <summary>Chance for one indicator: the same for the same community, window and definition.</summary>
    internal SplitMix64 RandomFor(string indicator) =>
        SplitMix64.FromText(string.Create(CultureInfo.InvariantCulture, $"{Community} {Window.From.UtcTicks} {Window.Until.UtcTicks} {indicator}"));

    /// <summary>How many people belong to the community at the as-of instant or did something in it before.</summary>
    /// <remarks>O(people).</remarks>
    internal int CountKnownPeople()
    {
        HashSet<PersonId> known = [.. MembersKnown ? Roster!.MembersAt(LastMoment) : []];
        for (int actor = 0; actor < Actors.Count; actor++)
        {
            known.Add(History.Log.Person(Actors.PersonOf(actor)));
        }

        return known.Count;
    }

    /// <summary>The vertices of those in the population who hold one of some roles at the as-of instant.</summary>
    internal int[] VerticesOfHolders(params ReadOnlySpan<Role> roles)
    {
        HashSet<PersonId> holders = [];
        foreach (Role role in roles)
        {
            holders.UnionWith(Roster?.HoldersAt(role, LastMoment) ?? []);
        }

        return holders.Count == 0 ? [] : [.. Enumerable.Range(0, Population.Count).Where(vertex => holders.Contains(Population[vertex]))];
    }

    /// <summary>Which people of the population started less than so long before the as-of instant.</summary>
    internal bool[] NewcomersOfPopulation(TimeSpan tenure)
    {
        long[] starts = new long[Population.Count];
        if (MembersKnown)
        {
            IReadOnlyDictionary<PersonId, DateTimeOffset> joined = Roster!.FirstJoined();
            for (int vertex = 0; vertex < starts.Length; vertex++)
            {
                starts[vertex] = joined[Population[vertex]].UtcTicks;
            }
        }
        else
        {
            for (int actor = 0; actor < Actors.Count; actor++)
            {
                if (Interactions.VertexOfActor[actor] is >= 0 and int vertex)
                {
                    starts[vertex] = Newcomers.StartOf(actor) ?? 0;
                }
            }
        }

        return [.. starts.Select(start => AsOf.UtcTicks - start < tenure.Ticks)];
    }

    private int[] CountOfPopulation()
    {
        int[] counts = new int[Population.Count], vertices = Interactions.VertexOfActor;
        ReadOnlySpan<Act> acts = Activity.Acts;
        ReadOnlySpan<int> actors = Actors.OfHistory[WindowStart..];
        for (int i = 0; i < acts.Length; i++)
        {
            if (actors[i] >= 0 && acts[i].IsContribution() && vertices[actors[i]] is >= 0 and int vertex)
            {
                counts[vertex]++;
            }
        }

        Array.Sort(counts);
        return counts;
    }
}
