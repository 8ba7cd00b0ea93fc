using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Which artifacts are asked for.</summary>
/// <remarks>Immutable and compared by value; what is stated must hold all together.</remarks>
public sealed record ArtifactFilter
{
    /// <summary>Gets where they stand.</summary>
    /// <value>The default value is <see cref="ArtifactStatus.Published"/>; null for any.</value>
    public ArtifactStatus? Status { get; init; } = ArtifactStatus.Published;

    /// <summary>Gets what sort of knowledge they hold.</summary>
    /// <value>Null, the default, for any.</value>
    public ArtifactKind? Kind { get; init; }

    /// <summary>Gets what they are about.</summary>
    /// <value>Null, the default, for anything.</value>
    public TopicId? Topic { get; init; }

    /// <summary>Gets a value indicating whether only those are asked for that nobody tends.</summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool OrphanedOnly { get; init; }

    /// <summary>Gets an instant by which those that are asked for are to be confirmed.</summary>
    /// <value>Null, the default, when that does not matter; with now, the stale ones are asked for.</value>
    public DateTimeOffset? ReviewDueBy { get; init; }
}
