using System.Text.Json.Serialization;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>What a merge would do: who would be invited, how large the community that stays could become, what still stands in the way.</summary>
/// <remarks>Immutable and compared by value. Nobody becomes a member by a merge, so the community that stays has as many members as before until people accept.</remarks>
/// <param name="Unmet">Every guard that is not met today; empty when the merge would be accepted.</param>
/// <param name="Going">How many active members the community that goes has.</param>
/// <param name="Staying">How many active members the community that stays has.</param>
/// <param name="Facilitators">How many of those facilitate.</param>
/// <param name="FacilitatorsGoing">How many active facilitators of the community that goes would lose that role.</param>
public sealed record MergeForecast(
    [property: JsonConverter(typeof(ValueListJsonConverter<Reason>))] ValueList<Reason> Unmet, int Going, int Staying, int Facilitators, int FacilitatorsGoing)
{
    /// <summary>Gets how many members of the community that goes are not members of the one that stays.</summary>
    /// <value>Null where it is not shown: it would tell who belongs.</value>
    public int? NotYetIn { get; init; }

    /// <summary>Gets who would be invited, as far as the rules of the community that stays let them be.</summary>
    /// <value>By id; null where it is not shown: it would tell who was removed or has declined.</value>
    [JsonConverter(typeof(ValueListJsonConverter<PersonId>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ValueList<PersonId>? Invited { get; init; }

    /// <summary>Gets how many active members there are at most, when all accept who are invited.</summary>
    /// <value>As exact as what is shown: from who would be invited, else from who is not in, else from both sizes.</value>
    [JsonIgnore]
    public int AtMost => Staying + (Invited?.Count ?? NotYetIn ?? Going);
}
