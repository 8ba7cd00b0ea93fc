using System.Runtime.CompilerServices;

namespace CommunityOfPractice.Testing;

/// <summary>How the people of a simulated community behave: every probability and rate behind what is generated.</summary>
/// <remarks>Immutable and compared by value; checked when a simulation runs. The defaults are a community of middling liveliness in which departments do not matter.</remarks>
public sealed record CommunityBehaviour
{
    /// <summary>Gets the behaviour with the default values.</summary>
    /// <value>A shared value.</value>
    public static CommunityBehaviour Default { get; } = new();

    /// <summary>Gets how many posts and questions of their own a member begins in a week on average; people differ by their rate.</summary>
    /// <value>Zero or more, at most 50. The default value is 0.6.</value>
    public double PostsPerWeek { get; init; } = 0.6;

    /// <summary>Gets which part of these are questions.</summary>
    /// <value>From 0 to 1. The default value is 0.5.</value>
    public double QuestionShare { get; init; } = 0.5;

    /// <summary>Gets how far people respond across departments: the probability that departments do not matter when it is decided who responds; otherwise it is somebody of the same department.</summary>
    /// <value>From 0 to 1; 1 is chance. The default value is 1.</value>
    public double Mixing { get; init; } = 1;

    /// <summary>Gets how probable it is that a member responds to a post that no facilitator responds to.</summary>
    /// <value>From 0 to 1. The default value is 0.8.</value>
    public double AnswerProbability { get; init; } = 0.8;

    /// <summary>Gets after how many hours the first response comes: the mean of an exponential wait that is cut off at seven days.</summary>
    /// <value>Above zero, at most 168. The default value is 12.</value>
    public double AnswerHours { get; init; } = 12;

    /// <summary>Gets as <see cref="AnswerProbability"/>, for posts of people in the first five weeks of their membership.</summary>
    /// <value>From 0 to 1. The default value is 0.8.</value>
    public double NewcomerAnswerProbability { get; init; } = 0.8;

    /// <summary>Gets as <see cref="AnswerHours"/>, for posts of people in the first five weeks of their membership.</summary>
    /// <value>Above zero, at most 168. The default value is 12.</value>
    public double NewcomerAnswerHours { get; init; } = 12;

    /// <summary>Gets how many further remarks a post that got a response gets on average.</summary>
    /// <value>Zero or more, at most 20. The default value is 0.5.</value>
    public double FurtherResponses { get; init; } = 0.5;

    /// <summary>Gets how many facilitate.</summary>
    /// <value>From 0 on; the first ones are founders. When there are to be fewer, the one who came last leaves the organisation. The default value is 2.</value>
    public int Facilitators { get; init; } = 2;

    /// <summary>Gets how probable it is that a facilitator responds first, as long as there is one who did not write the post.</summary>
    /// <value>From 0 to 1. The default value is 0.2.</value>
    public double FacilitatorAnswers { get; init; } = 0.2;

    /// <summary>Gets how many people join in a week on average, as long as there are people who never belonged.</summary>
    /// <value>Zero or more, at most 100. The default value is 0.5.</value>
    public double JoiningPerWeek { get; init; } = 0.5;

    /// <summary>Gets the hazard of leaving: a member who does not facilitate leaves in a week with the probability <c>1 - exp(-hazard)</c>.</summary>
    /// <value>Zero or more, at most 10. The default value is 0.004.</value>
    public double LeavingPerWeek { get; init; } = 0.004;

    /// <summary>Gets how many times greater the hazard of leaving is for members whose first post got no response.</summary>
    /// <value>Zero or more, at most 100; 1 is no effect. The default value is 1.</value>
    public double LeavingFactorUnanswered { get; init; } = 1;

    /// <summary>Gets how many weeks lie between two gatherings.</summary>
    /// <value>Zero for no gatherings. The default value is 2.</value>
    public int GatheringEveryWeeks { get; init; } = 2;

    /// <summary>Gets how probable it is that a member says that they come.</summary>
    /// <value>From 0 to 1. The default value is 0.35.</value>
    public double GoingShare { get; init; } = 0.35;

    /// <summary>Gets how probable it is that who said so comes.</summary>
    /// <value>From 0 to 1. The default value is 0.8.</value>
    public double ShowUpShare { get; init; } = 0.8;

    /// <summary>Gets how many weeks lie between two coffee rounds, in which members of different departments are paired.</summary>
    /// <value>Zero, the default, for no rounds.</value>
    public int CoffeeEveryWeeks { get; init; }

    /// <summary>Gets how probable it is that a member takes part in a round.</summary>
    /// <value>From 0 to 1. The default value is 0.6.</value>
    public double CoffeeShare { get; init; } = 0.6;

    /// <summary>Gets how probable it is that a pair meets.</summary>
    /// <value>From 0 to 1. The default value is 0.8.</value>
    public double CoffeeMeetShare { get; init; } = 0.8;

    /// <summary>Gets how probable it is that one of two who met turns to the other in the community in the week after.</summary>
    /// <value>From 0 to 1. The default value is 0.5.</value>
    public double CoffeeTieShare { get; init; } = 0.5;

    /// <summary>Returns the value of a parameter.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <returns>The value of the property of the same name.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such parameter.</exception>
    public double Of(SimulationParameter parameter) => parameter switch
    {
        SimulationParameter.PostsPerWeek => PostsPerWeek,
        SimulationParameter.QuestionShare => QuestionShare,
        SimulationParameter.Mixing => Mixing,
        SimulationParameter.AnswerProbability => AnswerProbability,
        SimulationParameter.AnswerHours => AnswerHours,
        SimulationParameter.NewcomerAnswerProbability => NewcomerAnswerProbability,
        SimulationParameter.NewcomerAnswerHours => NewcomerAnswerHours,
        SimulationParameter.FurtherResponses => FurtherResponses,
        SimulationParameter.Facilitators => Facilitators,
        SimulationParameter.FacilitatorAnswers => FacilitatorAnswers,
        SimulationParameter.JoiningPerWeek => JoiningPerWeek,
        SimulationParameter.LeavingPerWeek => LeavingPerWeek,
        SimulationParameter.LeavingFactorUnanswered => LeavingFactorUnanswered,
        SimulationParameter.GatheringEveryWeeks => GatheringEveryWeeks,
        SimulationParameter.GoingShare => GoingShare,
        SimulationParameter.ShowUpShare => ShowUpShare,
        SimulationParameter.CoffeeEveryWeeks => CoffeeEveryWeeks,
        SimulationParameter.CoffeeShare => CoffeeShare,
        SimulationParameter.CoffeeMeetShare => CoffeeMeetShare,
        SimulationParameter.CoffeeTieShare => CoffeeTieShare,
        _ => throw new ArgumentOutOfRangeException(nameof(parameter), parameter, "There is no such parameter."),
    };

    /// <summary>Returns the behaviour with another value of a parameter.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">The value; rounded where the property is a whole number.</param>
    /// <returns>The behaviour.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such parameter.</exception>
    public CommunityBehaviour With(SimulationParameter parameter, double value) => parameter switch
    {
        SimulationParameter.PostsPerWeek => this with { PostsPerWeek = value },
        SimulationParameter.QuestionShare => this with { QuestionShare = value },
        SimulationParameter.Mixing => this with { Mixing = value },
        SimulationParameter.AnswerProbability => this with { AnswerProbability = value },
        SimulationParameter.AnswerHours => this with { AnswerHours = value },
        SimulationParameter.NewcomerAnswerProbability => this with { NewcomerAnswerProbability = value },
        SimulationParameter.NewcomerAnswerHours => this with { NewcomerAnswerHours = value },
        SimulationParameter.FurtherResponses => this with { FurtherResponses = value },
        SimulationParameter.Facilitators => this with { Facilitators = (int)Math.Round(value) },
        SimulationParameter.FacilitatorAnswers => this with { FacilitatorAnswers = value },
        SimulationParameter.JoiningPerWeek => this with { JoiningPerWeek = value },
        SimulationParameter.LeavingPerWeek => this with { LeavingPerWeek = value },
        SimulationParameter.LeavingFactorUnanswered => this with { LeavingFactorUnanswered = value },
        SimulationParameter.GatheringEveryWeeks => this with { GatheringEveryWeeks = (int)Math.Round(value) },
        SimulationParameter.GoingShare => this with { GoingShare = value },
        SimulationParameter.ShowUpShare => this with { ShowUpShare = value },
        SimulationParameter.CoffeeEveryWeeks => this with { CoffeeEveryWeeks = (int)Math.Round(value) },
        SimulationParameter.CoffeeShare => this with { CoffeeShare = value },
        SimulationParameter.CoffeeMeetShare => this with { CoffeeMeetShare = value },
        SimulationParameter.CoffeeTieShare => this with { CoffeeTieShare = value },
        _ => throw new ArgumentOutOfRangeException(nameof(parameter), parameter, "There is no such parameter."),
    };

    internal void Check()
    {
        Within(PostsPerWeek, 0, 50);
        Within(QuestionShare, 0, 1);
        Within(Mixing, 0, 1);
        Within(AnswerProbability, 0, 1);
        Within(AnswerHours, 0.01, 168);
        Within(NewcomerAnswerProbability, 0, 1);
        Within(NewcomerAnswerHours, 0.01, 168);
        Within(FurtherResponses, 0, 20);
        Within(Facilitators, 0, 50);
        Within(FacilitatorAnswers, 0, 1);
        Within(JoiningPerWeek, 0, 100);
        Within(LeavingPerWeek, 0, 10);
        Within(LeavingFactorUnanswered, 0, 100);
        Within(GatheringEveryWeeks, 0, 520);
        Within(GoingShare, 0, 1);
        Within(ShowUpShare, 0, 1);
        Within(CoffeeEveryWeeks, 0, 520);
        Within(CoffeeShare, 0, 1);
        Within(CoffeeMeetShare, 0, 1);
        Within(CoffeeTieShare, 0, 1);

        static void Within(double value, double least, double most, [CallerArgumentExpression(nameof(value))] string name = "")
        {
            if (!(value >= least && value <= most))
            {
                throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"From {least} to {most}."));
            }
        }
    }
}
