using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>The level of participation that was last assessed.</summary>
/// <remarks>Immutable and compared by value. For the person and for policies; not for reading by others.</remarks>
/// <param name="Level">The level.</param>
/// <param name="Since">Since when, in UTC.</param>
/// <param name="Promoted">Whether it was reached from a lower level, so that a grace period protects it.</param>
/// <param name="Locked">Whether it stays as it is until it is unlocked.</param>
public sealed record Participation(ParticipationLevel Level, DateTimeOffset Since, bool Promoted = false, bool Locked = false);

/// <content>Participation.</content>
public sealed partial record Membership
{
    /// <summary>Gets how much they take part.</summary>
    /// <value>Null until it was assessed, and for those who are no members.</value>
    public Participation? Participation { get; init; }

    /// <summary>Returns whether they are new: a matter of tenure, whatever the level.</summary>
    /// <param name="at">The instant.</param>
    /// <param name="policy">Says for how long somebody is new; null for the default.</param>
    /// <returns><see langword="true"/> for a member in the first days.</returns>
    public bool IsNewcomer(DateTimeOffset at, ParticipationPolicy? policy = null) =>
        IsMember && MemberSince is { } since && at >= since && at - since < (policy ?? ParticipationPolicy.Default).Newcomer;
}
