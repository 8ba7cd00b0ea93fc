namespace CommunityOfPractice.Core.Communities;

/// <summary>A place where the members connect.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Kind">What sort of place it is.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Link">Where it is, as the host writes links; null when it has no address.</param>
public sealed record Space(SpaceKind Kind, string Name, string? Link);
