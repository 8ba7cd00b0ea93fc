using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>What <see cref="CommunityTallies"/> take of one activity: where, by whom, when and in reply to whom, all by number.</summary>
/// <param name="Community">The community's number; zero or more. Numbers should lie close together: memory goes by the largest.</param>
/// <param name="Person">Who acted; the number of a person of the tallies.</param>
/// <param name="Period">In which period.</param>
/// <param name="RepliesTo">To whom it replies; a negative number, such as -1, for nobody.</param>
public readonly record struct TalliedActivity(
    [property: JsonRequired] int Community,
    [property: JsonRequired] int Person,
    [property: JsonRequired] int Period,
    [property: JsonRequired] int RepliesTo = -1);
