namespace CommunityOfPractice.Core.Practices;

/// <summary>How often, and how widely, an artifact was used by others than its authors; names nobody.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Artifact">The artifact.</param>
/// <param name="Uses">How many uses were recorded.</param>
/// <param name="People">By how many different people.</param>
/// <param name="Departments">From how many different departments, as far as stated; in any case of letters.</param>
/// <param name="Communities">For how many different communities, as far as stated.</param>
public sealed record ReuseCount(ArtifactId Artifact, int Uses, int People, int Departments, int Communities);
