using System.Text.Json.Serialization;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>Somebody's objection to the closing of a community.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Person">Who objects.</param>
/// <param name="On">When, in UTC.</param>
/// <param name="Reason">Why.</param>
/// <param name="WouldFacilitate">Whether they would facilitate the community.</param>
public sealed record Objection(PersonId Person, DateTimeOffset On, [property: PersonalData] string Reason, bool WouldFacilitate)
{
    /// <summary>Gets when they took it back.</summary>
    /// <value>In UTC; null when they did not.</value>
    public DateTimeOffset? WithdrawnOn { get; init; }

    /// <summary>Gets when it was answered that the community closes all the same.</summary>
    /// <value>In UTC; null when it was not.</value>
    public DateTimeOffset? AnsweredOn { get; init; }

    /// <summary>Gets why the community closes all the same.</summary>
    /// <value>Null when nobody answered.</value>
    [PersonalData]
    public string? Answer { get; init; }

    /// <summary>Gets a value indicating whether it stops the closing while the person is a member: they would facilitate, and it was neither taken back nor answered.</summary>
    /// <value>Follows from the others.</value>
    [JsonIgnore]
    public bool Stands => WouldFacilitate && WithdrawnOn is null && AnsweredOn is null;
}
