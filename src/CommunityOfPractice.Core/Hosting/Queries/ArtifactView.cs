using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>An artifact as of a moment, with what follows from it.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Community">The community that holds it.</param>
/// <param name="Artifact">The artifact; without its people for those who may not know who belongs.</param>
/// <param name="ReviewDueOn">When somebody should say again whether it holds, in UTC.</param>
/// <param name="IsStale">Whether nobody did in time.</param>
/// <param name="IsOrphaned">Whether nobody tends it.</param>
/// <param name="Freshness">How fresh it is; from 0 to 1.</param>
/// <param name="Reuse">How often and how widely others used it.</param>
public sealed record ArtifactView(CommunityId Community, Artifact Artifact, DateTimeOffset ReviewDueOn, bool IsStale, bool IsOrphaned, double Freshness, ReuseCount Reuse);
