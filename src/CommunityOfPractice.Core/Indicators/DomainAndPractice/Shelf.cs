using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The artifacts that the community answers for at the as-of instant.</summary>
internal static class Shelf
{
    private static readonly TimeSpan TimeToBeFound = TimeSpan.FromDays(30);

    /// <summary>A reading that the practice is unknown, or null when it is known.</summary>
    public static Reading? Unknown(HealthEvidence evidence) => evidence.PracticeKnown
        ? null
        : Reading.NotApplicable("artifacts.unknown", "The data do not say what the community has made.");

    /// <summary>A reading that nobody is known to have used anything, or null when somebody is.</summary>
    public static Reading? UseUnknown(HealthEvidence evidence) => Unknown(evidence)
        ?? (evidence.IsRecorded || evidence.Practice!.Repertoire.Artifacts.Any(a => evidence.Practice.Repertoire.UsesOf(a.Id).Count > 0)
            ? null
            : Reading.NotApplicable("use.unknown", "The data do not say which artifacts are used."));

    /// <summary>What holds, by id.</summary>
    public static Artifact[] Published(HealthEvidence evidence) =>
        [.. evidence.Practice!.Repertoire.Artifacts.Where(a => a.Status == ArtifactStatus.Published && FirstPublished(a) < evidence.AsOf)];

    /// <summary>What has been there long enough for others to find it.</summary>
    public static Artifact[] Settled(HealthEvidence evidence) =>
        [.. Published(evidence).Where(a => FirstPublished(a).Later(TimeToBeFound) < evidence.AsOf)];

    private static DateTimeOffset FirstPublished(Artifact artifact) => artifact.Versions is [var first, ..] ? first.On : artifact.ConfirmedOn;
}
