using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The share of what a charter should say that the charter in force, and the community beside it, does say.</summary>
/// <remarks>
/// Eight things, and for a working group nine: purpose, topics, what is in scope, what is not, what members get out of it, how roles are selected, the rhythm, a place to meet, and when the work is done. Range: 0 to 1. Little data: not applicable without a charter in force, or where only its date is
/// known. Details: filled, fields. O(topics). Source: Kubernetes, charter template for special interest groups.
/// </remarks>
public sealed class CharterCompleteness : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "charter-completeness/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Completeness of the charter",
        "share",
        "Which part of what newcomers ask of a charter it answers: why, what, what not, who decides, when and where.")
    {
        NextStep = "Complete the charter with what is missing: what is out of scope, how roles are given, when and where you meet.",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (evidence.State is not { Charter: { } charter } state)
        {
            return Reading.NotApplicable("charter.none", "No charter is known to be in force.");
        }

        if (!evidence.IsRecorded && string.IsNullOrWhiteSpace(charter.RoleSelection))
        {
            return Reading.NotApplicable("charter.text-unknown", "The data say since when there is a charter, and not what it says.");
        }

        bool[] fields = [.. Fields(state, charter).Select(f => f.Filled)];
        int filled = fields.Count(f => f);
        return new(new Measurement.Value((double)filled / fields.Length, fields.Length)) { Details = [new("filled", filled), new("fields", fields.Length)] };
    }

    /// <summary>What the charter in force does not say, in words; empty without one.</summary>
    internal static string[] Missing(HealthEvidence evidence) =>
        evidence.State is { Charter: { } charter } state ? [.. Fields(state, charter).Where(f => !f.Filled).Select(f => f.What)] : [];

    private static IEnumerable<(bool Filled, string What)> Fields(Community state, Charter charter)
    {
        yield return (!string.IsNullOrWhiteSpace(charter.Purpose), "why the community exists");
        yield return (charter.Domain.Topics.Count > 0, "its topics");
        yield return (charter.Domain.ScopeIn.Count > 0, "what is in scope");
        yield return (charter.Domain.ScopeOut.Count > 0, "what is out of scope");
        yield return (!string.IsNullOrWhiteSpace(charter.Domain.ValueForMembers), "what members get out of it");
        yield return (!string.IsNullOrWhiteSpace(charter.RoleSelection), "how roles are given");
        yield return (state.Rhythm is not null, "how often you meet");
        yield return (state.Spaces.Count > 0, "where you meet");
        if (state.Kind == CommunityKind.WorkingGroup)
        {
            yield return (!string.IsNullOrWhiteSpace(charter.ExitCriteria), "when the work is done");
        }
    }
}
