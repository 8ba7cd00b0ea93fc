using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;

namespace CommunityOfPractice.Core.Records;

/// <summary>Which communities to list; every condition that is set must hold.</summary>
/// <remarks>Immutable and compared by value.</remarks>
public sealed record CommunityFilter
{
    /// <summary>Gets the filter that lets everything pass.</summary>
    /// <value>No condition is set.</value>
    public static CommunityFilter All { get; } = new();

    /// <summary>Gets the status that they have.</summary>
    /// <value>Null for any.</value>
    public CommunityStatus? Status { get; init; }

    /// <summary>Gets a value indicating whether communities that ended (closed, merged, rejected) are left out.</summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool OpenOnly { get; init; }

    /// <summary>Gets what sort of group they are.</summary>
    /// <value>Null for any.</value>
    public CommunityKind? Kind { get; init; }

    /// <summary>Gets a topic of their domain.</summary>
    /// <value>Null for any.</value>
    public TopicId? Topic { get; init; }

    /// <summary>Gets the id of an organisational goal that they serve.</summary>
    /// <value>Null for any.</value>
    public string? Goal { get; init; }

    /// <summary>Gets the community that they belong to.</summary>
    /// <value>Null for any.</value>
    public CommunityId? Parent { get; init; }

    /// <summary>Gets the instant before which the review of their purpose fell due.</summary>
    /// <value>Null for any; with it, only chartered, active and dormant communities pass.</value>
    public DateTimeOffset? ReviewDueBefore { get; init; }

    /// <summary>Gets the least visibility that they have.</summary>
    /// <value>The default value is <see cref="Visibility.Private"/>: any.</value>
    public Visibility AtLeast { get; init; } = Visibility.Private;

    /// <summary>Returns whether a community passes.</summary>
    /// <param name="listing">The community.</param>
    /// <returns><see langword="true"/> when every condition holds.</returns>
    public bool Passes(CommunityListing listing)
    {
        ArgumentNullException.ThrowIfNull(listing);
        return (Status is null || listing.Status == Status)
            && (!OpenOnly || listing.Status is not (CommunityStatus.Closed or CommunityStatus.Merged or CommunityStatus.Rejected))
            && (Kind is null || listing.Kind == Kind)
            && (Topic is null || listing.Topics.AsSpan().Contains(Topic.Value))
            && (Goal is null || listing.Goals.AsSpan().Contains(Goal))
            && (Parent is null || listing.Parent == Parent)
            && (ReviewDueBefore is null
                || (listing.ReviewDue < ReviewDueBefore && listing.Status is CommunityStatus.Chartered or CommunityStatus.Active or CommunityStatus.Dormant))
            && listing.Visibility <= AtLeast;
    }
}
