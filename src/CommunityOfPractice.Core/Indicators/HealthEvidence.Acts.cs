using System.Numerics;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Networks;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <content>What people did, counted in one pass over the activities for each indicator that asks.</content>
public sealed partial class HealthEvidence
{
    /// <summary>How many whole weeks lie between the first activity of a person and the as-of instant.</summary>
    internal int WeeksObserved => FirstMomentOfPeople is { } first ? (int)((AsOf.UtcTicks - first) / TimeSpan.FromDays(7).Ticks) : 0;

    /// <summary>Whether an activity of the history answers: an answer, or a reply to a question.</summary>
    internal bool IsAnswerAt(int index) => History.Acts[index] == Act.Answer || (History.Acts[index] == Act.Reply && ParentOf(index) is >= 0 and int parent && History.Acts[parent] == Act.Ask);

    /// <summary>How few people did half of some acts in the window.</summary>
    /// <param name="does">Whether an activity of the history is one of them.</param>
    /// <param name="what">What they are, in the plural.</param>
    /// <param name="code">The code for there never having been one.</param>
    /// <param name="never">The same in words.</param>
    internal Reading AbsenceFactorOf(Func<int, bool> does, string what, string code, string never)
    {
        int[] counts = new int[Actors.Count];
        bool ever = false;
        ReadOnlySpan<int> actors = Actors.OfHistory;
        for (int i = 0; i < actors.Length; i++)
        {
            if (actors[i] >= 0 && does(i))
            {
                ever = true;
                counts[actors[i]] += i >= WindowStart ? 1 : 0;
            }
        }

        return !ever ? Reading.NotApplicable(code, never)
            : AbsenceFactor.Of<int>(counts) is { } factor ? new(new Measurement.Value(factor, counts.Length - counts.AsSpan().Count(0)))
            : Reading.Insufficient(what, 0, 1);
    }

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
        int[] stewardship = new int[active.Length];
        ReadOnlySpan<int> actors = Actors.OfHistory;
        for (int i = WindowStart; i < actors.Length; i++)
        {
            int vertex = actors[i] < 0 ? -1 : Interactions.VertexOfActor[actors[i]];
            int week = (int)Math.Min(31, (AsOf.UtcTicks - 1 - History.Times[i]) / TimeSpan.FromDays(7).Ticks);
            if (vertex >= 0 && week < weeks && History.Acts[i].IsContribution())
            {
                active[vertex] |= 1u << week;
                stewardship[vertex] += History.Acts[i].IsStewardship() || IsAnswerAt(i) ? 1 : 0;
            }
        }

        int[] counterparts = Degrees.Of(Interactions.Undirected);
        return active.Select((mask, vertex) => new ParticipationSignals(BitOperations.PopCount(mask), stewardship[vertex], counterparts[vertex]));
    }

    /// <summary>How many questions were asked in the window, and how many were answered by another person or taken back in it for the first time.</summary>
    internal (int Opened, int Closed) QuestionFlow()
    {
        bool[] closed = new bool[History.Count];
        int opened = 0, count = 0;
        ReadOnlySpan<int> actors = Actors.OfHistory;
        for (int i = 0; i < actors.Length; i++)
        {
            if (actors[i] < 0)
            {
                continue;
            }

            opened += i >= WindowStart && History.Acts[i] == Act.Ask ? 1 : 0;
            if (ParentOf(i) is >= 0 and int question && !closed[question] && Closes(i, question))
            {
                closed[question] = true;
                count += i >= WindowStart ? 1 : 0;
            }
        }

        return (opened, count);
    }

    /// <summary>Of the questions of the window: how many have an accepted answer by another person, how many an answer; and whether any answer was ever accepted.</summary>
    internal (int Accepted, int Answered, bool Known) Acceptance()
    {
        if (History.Log.Columns is not { Accepted: { } accepted, Id: { } ids })
        {
            return (0, 0, false);
        }

        byte[] state = new byte[History.Count]; // 1 answered, 2 accepted
        bool known = false;
        ReadOnlySpan<int> actors = Actors.OfHistory;
        for (int i = 0; i < actors.Length; i++)
        {
            if (actors[i] >= 0 && ParentOf(i) is >= 0 and int question && History.Acts[i].IsAnswer() && Closes(i, question))
            {
                int wanted = accepted[History.Start + question];
                bool isAccepted = wanted >= 0 && wanted == ids[History.Start + i];
                known |= isAccepted;
                state[question] |= (byte)(isAccepted ? 3 : 1);
            }
        }

        ReadOnlySpan<byte> ofWindow = state.AsSpan(WindowStart);
        return (ofWindow.Count((byte)3), ofWindow.Length - ofWindow.Count((byte)0), known);
    }

    /// <summary>Whether an activity answers a question of another person, or takes back one's own.</summary>
    private bool Closes(int index, int question)
    {
        int asker = Actors.OfHistory[question], actor = Actors.OfHistory[index];
        return History.Acts[question] == Act.Ask && asker >= 0
            && (History.Acts[index] == Act.Withdraw ? actor == asker : History.Acts[index].IsAnswer() && actor != asker);
    }

    /// <summary>What an activity of the history replies to, as a place in the history; -1 for nothing in it.</summary>
    private int ParentOf(int index)
    {
        ReadOnlySpan<int> replies = History.Replies;
        int parent = replies.IsEmpty || replies[index] < 0 ? -1 : replies[index] - History.Start;
        return parent < History.Count ? parent : -1;
    }
}
