using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Testing;

/// <summary>Something that changes how a simulated community lives, from a week on.</summary>
/// <remarks>Immutable and compared by value. What happens before that week is the same with and without it, for the same seed.</remarks>
/// <param name="Week">The first week in which it holds; 0 is the first of the simulation.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Changes">The new values, each parameter once.</param>
public sealed record Intervention(int Week, string Name, ValueList<ParameterChange> Changes)
{
    /// <summary>Gets the community that it is about.</summary>
    /// <value>Null, the default, for all.</value>
    public CommunityId? Community { get; init; }

    /// <summary>Gets the purpose that the community agrees on that week, by a purpose review.</summary>
    /// <value>Null, the default, when nobody reviews it; the same as before confirms it. Not in the first week.</value>
    public string? Purpose { get; init; }

    /// <summary>One parameter changes.</summary>
    /// <param name="week">From when on.</param>
    /// <param name="parameter">Which one.</param>
    /// <param name="value">The value from then on.</param>
    /// <returns>The intervention, called after the parameter.</returns>
    public static Intervention Change(int week, SimulationParameter parameter, double value) => new(week, parameter.ToString(), [new(parameter, value)]);

    /// <summary>Newcomers are answered sooner, and more of them.</summary>
    /// <param name="week">From when on.</param>
    /// <param name="probability">How probable it is that a member responds to a newcomer's post.</param>
    /// <param name="hours">After how many hours on average.</param>
    /// <returns>The intervention.</returns>
    public static Intervention AnswerNewcomersSooner(int week, double probability = 0.95, double hours = 4) => new(
        week, "Newcomers are answered sooner", [new(SimulationParameter.NewcomerAnswerProbability, probability), new(SimulationParameter.NewcomerAnswerHours, hours)]);

    /// <summary>Coffee rounds begin: members of different departments are paired.</summary>
    /// <param name="week">From when on.</param>
    /// <param name="everyWeeks">How many weeks lie between two rounds.</param>
    /// <returns>The intervention.</returns>
    public static Intervention CoffeeRounds(int week, int everyWeeks = 2) => new(week, "Coffee rounds begin", [new(SimulationParameter.CoffeeEveryWeeks, everyWeeks)]);

    /// <summary>Facilitators leave the organisation.</summary>
    /// <param name="week">When.</param>
    /// <param name="remaining">How many facilitators are left.</param>
    /// <returns>The intervention.</returns>
    public static Intervention FacilitatorsLeave(int week, int remaining = 0) => new(week, "Facilitators leave", [new(SimulationParameter.Facilitators, remaining)]);

    /// <summary>Departments keep more, or less, to themselves.</summary>
    /// <param name="week">From when on.</param>
    /// <param name="mixing">How far people respond across departments, see <see cref="CommunityBehaviour.Mixing"/>.</param>
    /// <returns>The intervention.</returns>
    public static Intervention Silos(int week, double mixing) => new(week, "Ties across departments change", [new(SimulationParameter.Mixing, mixing)]);

    /// <summary>The community agrees on a new purpose, which makes people write more, or less.</summary>
    /// <param name="week">When.</param>
    /// <param name="purpose">The purpose.</param>
    /// <param name="postsPerWeek">How many posts of their own a member begins in a week from then on.</param>
    /// <returns>The intervention.</returns>
    public static Intervention NewPurpose(int week, string purpose, double postsPerWeek) =>
        new(week, "A new purpose", [new(SimulationParameter.PostsPerWeek, postsPerWeek)]) { Purpose = purpose };

    internal bool IsAbout(CommunityId community) => Community is null || Community == community;

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Week);
        ArgumentException.ThrowIfNullOrWhiteSpace(Name);
        ArgumentNullException.ThrowIfNull(Changes);
        if (Week == 0 && Purpose is not null)
        {
            throw new ArgumentException("In the first week a community has the purpose that it was proposed with.", nameof(Purpose));
        }

        if (Changes.DistinctBy(c => c.Parameter).Count() < Changes.Count)
        {
            throw new ArgumentException($"'{Name}' changes a parameter twice.", nameof(Changes));
        }
    }
}
