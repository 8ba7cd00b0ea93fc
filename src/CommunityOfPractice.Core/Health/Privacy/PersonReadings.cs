using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>What one person did in a community in a window; only for views that the host switched on.</summary>
/// <remarks>Immutable and compared by value. Counts without a judgement: nothing is compared with others.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">The person.</param>
/// <param name="Window">The window.</param>
/// <param name="Contributions">How many contributions; zero or more.</param>
/// <param name="Questions">How many questions asked; zero or more.</param>
/// <param name="Answers">How many answers and replies; zero or more.</param>
/// <param name="DaysActive">On how many days (UTC) they contributed; zero or more.</param>
/// <param name="Contacts">How many people they turned to, or who turned to them; zero or more.</param>
public sealed record PersonReadings(CommunityId Community, PersonId Person, TimeWindow Window, int Contributions, int Questions, int Answers, int DaysActive, int Contacts)
{
    /// <summary>Counts what a person did.</summary>
    internal static PersonReadings Of(HealthEvidence evidence, PersonId person)
    {
        int contributions = 0, questions = 0, answers = 0;
        HashSet<long> days = [];
        if (evidence.History.Log.NumberOf(person) is { } number)
        {
            ReadOnlySpan<int> actors = evidence.Actors.OfHistory[evidence.WindowStart..];
            for (int i = 0; i < actors.Length; i++)
            {
                Act act = evidence.Activity.Acts[i];
                if (actors[i] < 0 || evidence.Activity.People[i] != number || !act.IsContribution())
                {
                    continue;
                }

                contributions++;
                questions += act == Act.Ask ? 1 : 0;
                answers += act.IsAnswer() ? 1 : 0;
                days.Add(evidence.Activity.Times[i] / TimeSpan.TicksPerDay);
            }
        }

        int vertex = evidence.Population.AsSpan().IndexOf(person);
        return new(evidence.Community, person, evidence.Window, contributions, questions, answers, days.Count, vertex < 0 ? 0 : evidence.Interactions.Undirected.Degree(vertex));
    }
}
