using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The share of the published artifacts whose steward is no member at the as-of instant, is on leave or has lapsed, or that have none.</summary>
/// <remarks>
/// Artifacts whose steward the roster never listed do not count, and stand in the details: nothing is known of that person. Range: 0 to 1, Wilson interval. Little data: not applicable without published artifacts, or when members are unknown; one artifact is enough. Details: orphans, unknownSteward. O(artifacts + roster). Source: Kubernetes (each
/// subproject has exactly one owner).
/// </remarks>
public sealed class OrphanedArtifacts : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "orphaned-artifacts/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Artifacts that nobody tends",
        "share",
        "Which part of the artifacts has no steward among the members: what nobody tends goes stale unnoticed.")
    {
        NextStep = "Go through the list and find a steward for each; retire what nobody wants.",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (Shelf.Unknown(evidence) is { } unknown)
        {
            return unknown;
        }

        if (!evidence.MembersKnown)
        {
            return Reading.NotApplicable("members.unknown", "The data do not say who belongs to the community.");
        }

        HashSet<PersonId> members = [.. evidence.ActiveAt(evidence.LastMoment)];
        HashSet<PersonId> listed = [.. evidence.Roster!.Periods.Select(p => p.Person)];
        Artifact[] published = Shelf.Published(evidence);
        Artifact[] counted = [.. published.Where(a => a.Steward is not { } steward || listed.Contains(steward))];
        if (counted.Length == 0)
        {
            return Reading.NotApplicable("artifacts.none", "There is no artifact that could be without a steward.");
        }

        int orphans = counted.Count(a => a.IsOrphaned(members.Contains));
        return Reading.OfShare(orphans, counted.Length, 1, "artifacts") with { Details = [new("orphans", orphans), new("unknownSteward", published.Length - counted.Length)] };
    }
}
