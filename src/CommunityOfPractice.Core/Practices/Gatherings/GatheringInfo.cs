using System.Text.Json.Serialization;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>What is known about a gathering besides who comes and who came.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Id">Its id.</param>
/// <param name="Details">What it is about, where it is, who may come.</param>
/// <param name="Time">When it is.</param>
public sealed record GatheringInfo(GatheringId Id, GatheringDetails Details, GatheringTime Time)
{
    /// <summary>Gets how it stands.</summary>
    /// <value>The default value is <see cref="GatheringStatus.Planned"/>.</value>
    public GatheringStatus Status { get; init; } = GatheringStatus.Planned;

    /// <summary>Gets who hosts it.</summary>
    /// <value>In the order in which they were named; empty by default.</value>
    [JsonConverter(typeof(ValueListJsonConverter<PersonId>))]
    public ValueList<PersonId> Hosts { get; init => field = value ?? []; } = [];

    /// <summary>Gets how many can come; hosts count when they answered like everybody else.</summary>
    /// <value>1 or more; null, the default, for no limit.</value>
    public int? Capacity { get; init; }

    /// <summary>Gets the series of which it is an occurrence.</summary>
    /// <value>Null, the default, for a gathering of its own.</value>
    public SeriesId? Series { get; init; }

    /// <summary>Gets the local start that it has by the rule of its series, wherever it was moved.</summary>
    /// <value>Null, the default, for a gathering of its own.</value>
    public DateTime? Occurrence { get; init; }

    /// <summary>Gets why it was cancelled.</summary>
    /// <value>Null unless it was; null also when the community ended.</value>
    [PersonalData]
    public string? CancelReason { get; init; }

    /// <summary>Gets how many came besides those who are named.</summary>
    /// <value>Zero by default.</value>
    public int OtherGuests { get; init; }

    /// <summary>Gets what was noted down.</summary>
    /// <value>Null when nothing was.</value>
    [PersonalData]
    public string? Notes { get; init; }

    internal bool HasNotes => Notes is not null || FollowUps.Count > 0;

    /// <summary>Gets what is to be done.</summary>
    /// <value>Empty by default.</value>
    [JsonConverter(typeof(ValueListJsonConverter<FollowUp>))]
    public ValueList<FollowUp> FollowUps { get; init => field = value ?? []; } = [];
}
