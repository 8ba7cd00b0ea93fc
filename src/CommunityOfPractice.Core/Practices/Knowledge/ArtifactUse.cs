using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Somebody used an artifact.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Artifact">The artifact.</param>
/// <param name="On">When it was recorded, in UTC.</param>
/// <param name="Person">Who used it.</param>
public sealed record ArtifactUse(ArtifactId Artifact, DateTimeOffset On, PersonId Person)
{
    /// <summary>Gets the department that the person stated at that time.</summary>
    /// <value>Null when it was not stated; a later reorganisation does not change it.</value>
    [PersonalData]
    public string? Department { get; init; }

    /// <summary>Gets what it was used for.</summary>
    /// <value>Null when it was not stated.</value>
    [PersonalData]
    public string? For { get; init; }

    /// <summary>Gets the community for which it was used.</summary>
    /// <value>Null when it was not for another community.</value>
    public CommunityId? InCommunity { get; init; }
}
