using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>What becomes of a community when its last facilitator goes and no successor has accepted.</summary>
/// <remarks>Immutable and compared by value. It does not matter while others facilitate, or when a successor stands ready.</remarks>
public sealed record LastFacilitatorChoice
{
    private LastFacilitatorChoice(bool dormant, PersonId? interim) => (Dormant, Interim) = (dormant, interim);

    /// <summary>Gets the choice to let the community go to rest.</summary>
    /// <value>A shared value.</value>
    public static LastFacilitatorChoice MakeDormant { get; } = new(dormant: true, interim: null);

    /// <summary>Gets a value indicating whether the community goes to rest.</summary>
    /// <value><see langword="false"/> when a grace period begins.</value>
    public bool Dormant { get; }

    /// <summary>Gets who keeps things going during the grace period.</summary>
    /// <value>Null when the community goes to rest, or nobody does.</value>
    public PersonId? Interim { get; }

    /// <summary>Makes the choice to begin the grace period (G1), within which somebody should be found.</summary>
    /// <param name="interim">
    /// Who stands in: an active member who has accepted to, or who acts here themselves. Null is for the host and for policies only.
    /// </param>
    /// <returns>The choice.</returns>
    public static LastFacilitatorChoice StartGrace(PersonId? interim) => new(dormant: false, interim);
}
