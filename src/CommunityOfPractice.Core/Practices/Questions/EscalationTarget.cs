using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Who is told that a question needs care.</summary>
/// <remarks>The numbers are stable and are never reused.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<EscalationTarget>))]
public enum EscalationTarget : byte
{
    /// <summary>The facilitators of the community.</summary>
    Facilitators = 0,

    /// <summary>Its experts in the topics of the question.</summary>
    DomainExperts = 1,

    /// <summary>Its knowledge stewards.</summary>
    KnowledgeStewards = 2,

    /// <summary>Its sponsor.</summary>
    Sponsor = 3,

    /// <summary>One person, who is named.</summary>
    Person = 4,

    /// <summary>Another community, which is named; the question stays here.</summary>
    Community = 5,
}
