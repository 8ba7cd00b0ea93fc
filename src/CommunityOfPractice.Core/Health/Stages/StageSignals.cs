using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>What one period shows that tells about the stage of a community, as of the period's end.</summary>
/// <remarks>Immutable and compared by value. What is null is not known, and neither speaks for a stage nor against it.</remarks>
/// <param name="Window">The period.</param>
/// <param name="Status">Where the community stood at its end.</param>
/// <param name="ActiveMembers">How many members were active at its end.</param>
public sealed partial record StageSignals(TimeWindow Window, CommunityStatus Status, int ActiveMembers)
{
    /// <summary>Gets a value indicating whether the period has not run for its whole length: then only the status moves a community.</summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool IsPartial { get; init; }

    /// <summary>Gets a value indicating whether nothing says where the community stood, and the status is only assumed.</summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool StatusAssumed { get; init; }

    /// <summary>Gets a value indicating whether nothing says who belongs, and those who contributed stand for the active members.</summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool MembersAssumed { get; init; }

    /// <summary>Gets which part of threads, questions and gatherings members started who do not facilitate.</summary>
    /// <value>From 0 to 1; null when there is too little to tell.</value>
    public double? MemberInitiatedShare { get; init; }

    /// <summary>Gets on how many people half of all contributions rested.</summary>
    /// <value>1 or more; null when nobody contributed.</value>
    public int? AbsenceFactor { get; init; }

    /// <summary>Gets how many people joined.</summary>
    /// <value>0 or more; null when that is not known.</value>
    public int? NewMembers { get; init; }

    /// <summary>Gets how many things that the community made were tended by somebody who was an active member.</summary>
    /// <value>0 or more; null when nobody records what it makes.</value>
    public int? StewardedArtifacts { get; init; }

    /// <summary>Gets how many facilitators were active members.</summary>
    /// <value>0, the default, or more; null when it is not known who facilitates.</value>
    public int? Facilitators { get; init; } = 0;

    /// <summary>Gets how many people had agreed to facilitate next.</summary>
    /// <value>0, the default, or more; null when that is not known.</value>
    public int? Successors { get; init; } = 0;

    /// <summary>Gets a value indicating whether the purpose review was overdue.</summary>
    /// <value>The default value is <see langword="false"/>; null when it is not known whether it was looked at.</value>
    public bool? ReviewOverdue { get; init; } = false;

    /// <summary>Gets a value indicating whether fewer and fewer people contributed, by a test and not by the look of it.</summary>
    /// <value>Null when there is too little to tell.</value>
    public bool? Falling { get; init; }

    /// <summary>Gets a value indicating whether a merger or a split was under way or took place in the period.</summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool MergingOrSplitting { get; init; }

    /// <summary>Gets a value indicating whether the community was being transformed.</summary>
    /// <value>It ended, merged or split, or people turned away while nobody looked at the purpose.</value>
    [JsonIgnore]
    public bool Transforming =>
        Status is CommunityStatus.Closing or CommunityStatus.Closed or CommunityStatus.Merged || MergingOrSplitting || (Falling == true && ReviewOverdue == true);
}
