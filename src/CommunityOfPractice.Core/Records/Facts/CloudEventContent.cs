using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Records;

/// <summary>How much about people a cloud event tells to whoever receives it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CloudEventContent>))]
public enum CloudEventContent
{
    /// <summary>No id of a person (each is <c>#</c>) and nothing that is marked as personal data; nor the id that the host gave the command. The default.</summary>
    WithoutPeople = 0,

    /// <summary>Ids of people, but nothing that is marked as personal data.</summary>
    PeopleById = 1,

    /// <summary>Everything that the entry holds.</summary>
    Everything = 2,
}
