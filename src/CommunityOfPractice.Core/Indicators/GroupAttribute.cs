using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>What people are grouped by, and the words for it.</summary>
/// <param name="Code">Begins the reason codes, and names the groups.</param>
/// <param name="Unknown">Why nothing can be said when nothing is known.</param>
/// <param name="One">Why nothing can be said when there is one group.</param>
/// <param name="Of">Where it stands among what is known of a person.</param>
internal sealed record GroupAttribute(string Code, string Unknown, string One, Func<PersonAttributes, string?> Of)
{
    public static GroupAttribute Department { get; } = new(
        "departments", "The data do not say who works in which department.", "Everybody with a tie works in the same department.", a => a.Department);

    public static GroupAttribute Location { get; } = new(
        "locations", "The data do not say who works where.", "Everybody with a tie works in the same place.", a => a.Location);

    /// <summary>A reading that there is nothing known to group by.</summary>
    public Reading NothingKnown => Reading.NotApplicable(Code + ".unknown", Unknown);
}
