using System.Numerics;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Networks;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Indicators;

/// <content>What people did, counted in one pass over the activities for each indicator that asks.</content>
public sealed partial class HealthEvidence
{
    /// <summary>How many whole weeks lie between the first activity of a person and the as-of instant.</summary>
    internal int WeeksObserved => FirstMomentOfPeople is { } first ? (int)((AsOf.UtcTicks - first) / TimeSpan.FromDays(7).Ticks) : 0;

    /// <summary>Who answered, hosted and curated, and what became of questions.</summary>
    internal Deeds Deeds => field ??= new(this);

    /// <summary>Contributions of the window with the department of who made them, as of that moment; null when it is unknown.</summary>
    internal List<(string? Department, int Contributions)> ContributionsByDepartment()
    {
        Person?[] known = new Person?[Actors.Count];
        for (int actor = 0; actor < known.Length; actor++)
        {
            known[actor] = PersonOf(History.Log.Person(Actors.PersonOf(actor)));
        }

        int[] settled = new int[known.Length];
        List<(string?, int)> counts = [];
        ReadOnlySpan<int> actors = Actors.OfHistory[WindowStart..];
        ReadOnlySpan<Act> acts = Activity.Acts;
        ReadOnlySpan<long> times = Activity.Times;
        for (int i = 0; i < acts.Length; i++)
        {
            if (actors[i] < 0 || !acts[i].IsContribution())
            {
                continue;
            }

            if (known[actors[i]] is { History: not [{ From: null, Until: null }] } person)
            {
                counts.Add((person.AsOf(new DateTimeOffset(times[i], TimeSpan.Zero))?.Department, 1));
            }
            else
            {
                settled[actors[i]]++;
            }
        }

        counts.AddRange(Enumerable.Range(0, settled.Length).Where(actor => settled[actor] > 0).Select(actor => (known[actor]?.History[0].Department, settled[actor])));
        return counts;
    }

    /// <summary>For each person of the population what a level of participation is derived from.</summary>
    /// <param name="weeks">How many weeks before the as-of instant count; at most 31.</param>
    internal IEnumerable<ParticipationSignals> SignalsOfPopulation(int weeks)
    {
        uint[] active = new uint[Population.Count];
        int[] stewardship = new int[active.Length], vertices = Interactions.VertexOfActor;
        ReadOnlySpan<int> actors = Actors.OfHistory, replies = History.Replies;
        ReadOnlySpan<Act> acts = History.Acts;
        ReadOnlySpan<long> times = History.Times;
        long last = AsOf.UtcTicks - 1, span = TimeSpan.FromDays(7).Ticks;
        for (int i = WindowStart; i < actors.Length; i++)
        {
            int vertex = actors[i] < 0 ? -1 : vertices[actors[i]];
            int week = (int)Math.Min(31, (last - times[i]) / span);
            if (vertex >= 0 && week < weeks && acts[i].IsContribution())
            {
                int parent = acts[i] != Act.Reply || replies.IsEmpty || replies[i] < 0 ? -1 : replies[i] - History.Start;
                active[vertex] |= 1u << week;
                stewardship[vertex] += acts[i].IsStewardship() || (parent >= 0 && parent < acts.Length && acts[parent] == Act.Ask) ? 1 : 0;
            }
        }

        int[] counterparts = Degrees.Of(Interactions.Undirected);
        return active.Select((mask, vertex) => new ParticipationSignals(BitOperations.PopCount(mask), stewardship[vertex], counterparts[vertex]));
    }
}
