using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The share of the artifacts reused in the window that somebody of another department than their authors' used.</summary>
/// <remarks>
/// Departments are those stated with the use, or else those of the person as of the use; artifacts without a use or an author of known department do not count. Range: 0 to 1, Wilson interval. Little data: insufficient below 3 such artifacts; not applicable when no use was ever recorded. Details: reused
/// is the number of all reused artifacts. Context only. O(artifacts x uses).
/// </remarks>
public sealed class CrossDepartmentReuse : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "cross-department-reuse/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Reuse across departments",
        "share",
        "Which part of what was reused went beyond the departments that made it.");

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (Shelf.UseUnknown(evidence) is { } unknown)
        {
            return unknown;
        }

        Artifact[] reused = [.. Shelf.Settled(evidence).Where(a => evidence.Practice!.Repertoire.ReuseOf(a.Id, evidence.Window).Uses > 0)];
        bool?[] across = [.. reused.Select(a => IsAcross(evidence, a))];
        return Reading.OfShare(across.Count(a => a == true), across.Count(a => a is not null), 3, "reused artifacts with known departments") with { Details = [new("reused", reused.Length)] };
    }

    private static bool? IsAcross(HealthEvidence evidence, Artifact artifact)
    {
        ArtifactUse[] uses = [.. evidence.Practice!.Repertoire.UsesOf(artifact.Id).Where(u => evidence.Window.Contains(u.On) && !artifact.Authors.Contains(u.Person))];
        bool known = false;
        foreach (ArtifactUse use in uses)
        {
            string? department = use.Department?.Trim() is { Length: > 0 } stated ? stated : evidence.AttributesOf(use.Person, use.On)?.Department;
            string[] own = [.. artifact.Authors.Select(p => evidence.AttributesOf(p, use.On)?.Department).OfType<string>()];
            if (department is null || own.Length == 0)
            {
                continue;
            }

            known = true;
            if (!own.Contains(department, StringComparer.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return known ? false : null;
    }
}
