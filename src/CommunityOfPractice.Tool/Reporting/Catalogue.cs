using CommunityOfPractice.Core.Health;

namespace CommunityOfPractice.Tool.Reporting;

/// <summary>The readings in their groups, as the documents list them.</summary>
internal static class Catalogue
{
    /// <summary>Each group with the ids of its readings, without their versions.</summary>
    private static readonly (string Name, string[] Ids)[] Groups =
    [
        ("A Participation",
            ["contributors", "member-participation", "top-tenth-share", "gini-contributors", "gini-members", "absence-factor", "absence-factor-answers", "absence-factor-hosting",
             "absence-factor-curation", "elephant-factor-departments", "effective-contributors", "new-contributors", "shared-weeks", "core-level-share", "active-facilitators", "facilitator-load"]),
        ("B Network and silos",
            ["member-initiated", "density", "degree-centralization", "facilitator-removal", "reciprocity", "isolates", "cross-department-ties", "cross-location-ties", "department-modularity",
             "bridging-members", "structural-core", "innermost-core", "transitivity"]),
        ("C Newcomers and staying",
            ["newcomer-activation-30d", "first-contribution-median", "newcomer-welcome-48h", "newcomer-return-7d", "newcomer-return-30d", "newcomer-return-90d", "tenure-365d",
             "inactive-contributors", "stickiness-weekly"]),
        ("D Answers",
            ["answered-48h", "first-answer-median", "answer-wait-7d", "unanswered-7d", "backlog-age", "closure-ratio", "answer-acceptance"]),
        ("E Rhythm and growth",
            ["cadence-adherence", "gathering-burstiness", "activity-burstiness", "attendance-kept", "gathering-reach", "attendance-repeat", "host-absence-factor", "time-zone-inclusion", "out-of-hours",
             "formal-share", "net-growth", "momentum", "ladder-momentum"]),
        ("F Domain, practice and value",
            ["purpose-freshness", "charter-completeness", "sponsor-present", "artifact-freshness", "artifact-reuse", "cross-department-reuse", "orphaned-artifacts", "value-stories",
             "department-diversity", "location-diversity", "department-representativeness", "location-representativeness"]),
    ];

    private static readonly Dictionary<string, string> GroupOfId = Groups.SelectMany(g => g.Ids.Select(id => (id, g.Name))).ToDictionary(p => p.id, p => p.Name);

    /// <summary>The readings of a report by group, each group in the order of the report; what stands in no group comes last.</summary>
    public static IEnumerable<(string Name, IndicatorResult[] Readings)> Of(HealthReport report) =>
        from result in report.Indicators
        group result by GroupOf(result.Info.Id) into readings
        orderby readings.Key
        select (readings.Key, readings.ToArray());

    public static string GroupOf(string id) => GroupOfId.GetValueOrDefault(id.Split('/')[0], "Others");
}
