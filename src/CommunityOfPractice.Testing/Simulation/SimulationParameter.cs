namespace CommunityOfPractice.Testing;

/// <summary>A number that a simulated community lives by, and that an intervention can change.</summary>
/// <remarks>The numbers are stable and are never reused. What each means: the property of <see cref="CommunityBehaviour"/> of the same name.</remarks>
public enum SimulationParameter
{
    /// <summary><see cref="CommunityBehaviour.PostsPerWeek"/>.</summary>
    PostsPerWeek = 0,

    /// <summary><see cref="CommunityBehaviour.QuestionShare"/>.</summary>
    QuestionShare = 1,

    /// <summary><see cref="CommunityBehaviour.Mixing"/>.</summary>
    Mixing = 2,

    /// <summary><see cref="CommunityBehaviour.AnswerProbability"/>.</summary>
    AnswerProbability = 3,

    /// <summary><see cref="CommunityBehaviour.AnswerHours"/>.</summary>
    AnswerHours = 4,

    /// <summary><see cref="CommunityBehaviour.NewcomerAnswerProbability"/>.</summary>
    NewcomerAnswerProbability = 5,

    /// <summary><see cref="CommunityBehaviour.NewcomerAnswerHours"/>.</summary>
    NewcomerAnswerHours = 6,

    /// <summary><see cref="CommunityBehaviour.FurtherResponses"/>.</summary>
    FurtherResponses = 7,

    /// <summary><see cref="CommunityBehaviour.Facilitators"/>.</summary>
    Facilitators = 8,

    /// <summary><see cref="CommunityBehaviour.FacilitatorAnswers"/>.</summary>
    FacilitatorAnswers = 9,

    /// <summary><see cref="CommunityBehaviour.JoiningPerWeek"/>.</summary>
    JoiningPerWeek = 10,

    /// <summary><see cref="CommunityBehaviour.LeavingPerWeek"/>.</summary>
    LeavingPerWeek = 11,

    /// <summary><see cref="CommunityBehaviour.LeavingFactorUnanswered"/>.</summary>
    LeavingFactorUnanswered = 12,

    /// <summary><see cref="CommunityBehaviour.GatheringEveryWeeks"/>.</summary>
    GatheringEveryWeeks = 13,

    /// <summary><see cref="CommunityBehaviour.GoingShare"/>.</summary>
    GoingShare = 14,

    /// <summary><see cref="CommunityBehaviour.ShowUpShare"/>.</summary>
    ShowUpShare = 15,

    /// <summary><see cref="CommunityBehaviour.CoffeeEveryWeeks"/>.</summary>
    CoffeeEveryWeeks = 16,

    /// <summary><see cref="CommunityBehaviour.CoffeeShare"/>.</summary>
    CoffeeShare = 17,

    /// <summary><see cref="CommunityBehaviour.CoffeeMeetShare"/>.</summary>
    CoffeeMeetShare = 18,

    /// <summary><see cref="CommunityBehaviour.CoffeeTieShare"/>.</summary>
    CoffeeTieShare = 19,
}
