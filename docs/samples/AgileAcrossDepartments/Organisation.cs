using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Testing;

namespace AgileAcrossDepartments;

/// <summary>What is simulated: 250 people in five departments, one community, and five things that change in its first year.</summary>
internal static class Organisation
{
    public const string Renewed = "To deliver together what no department can deliver alone.";

    public static CommunityId Agile { get; } = new("agile");

    public static SimulationOptions Options { get; } = new()
    {
        Seed = 7,
        Departments = [new("IT", 60), new("Marketing", 45), new("Sales", 55), new("Customer Service", 50), new("HR", 40)],
        Communities = [new(Agile, "Agile across departments", "To learn agile ways of working from each other.", 60, [new("kanban"), new("retrospectives"), new("scrum")])],
        Behaviour = CommunityBehaviour.Default with
        {
            PostsPerWeek = 0.7,
            Mixing = 0.5,                       // in half of all cases somebody of the same department responds
            NewcomerAnswerProbability = 0.45,
            NewcomerAnswerHours = 40,
            LeavingFactorUnanswered = 4,        // who finds no response leaves sooner
            LeavingPerWeek = 0.003,
            JoiningPerWeek = 0.8,
        },
        Interventions =
        [
            Intervention.CoffeeRounds(week: 13, everyWeeks: 2),
            Intervention.AnswerNewcomersSooner(week: 20),
            new(26, "One channel for the questions of all departments", [new(SimulationParameter.Mixing, 0.9)]),
            Intervention.FacilitatorsLeave(week: 30, remaining: 1),
            Intervention.NewPurpose(week: 39, Renewed, postsPerWeek: 0.9),
        ],
    };
}
