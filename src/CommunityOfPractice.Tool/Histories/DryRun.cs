using System.Text.Json;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;
using CommunityOfPractice.Tool.Reporting;
using Spectre.Console;

namespace CommunityOfPractice.Tool.Histories;

/// <summary>What policies would have done in the communities of some files.</summary>
internal sealed record DryRun(DateTimeOffset From, DateTimeOffset To, PolicySet Policies, IReadOnlyList<DryRunReport> Reports)
{
    /// <summary>Rules that ask what people did together; joining and leaving do not tell.</summary>
    private static readonly string[] AboutInteraction = ["assess-participation/1", "no-interaction/1"];

    private static readonly IPolicyRule[] WithoutInteraction = [.. PolicyRules.Standard.Where(r => !AboutInteraction.Contains(r.Id))];

    private static readonly Reason Unknown = new("policy.activity-unknown", "There are no activities, and what members did as members does not tell what they did together.");

    /// <summary>Runs the policies over each history; activities are the evidence, or the members' own acts when they are all that is known.</summary>
    public static DryRun Of(Replay replay, ActivityLog log, DateTimeOffset from, DateTimeOffset to, PolicySet policies, bool assumeKnown)
    {
        List<DryRunReport> reports = [];
        foreach (ReplayedCommunity community in replay.Communities)
        {
            Change[] history = [.. community.Entries.Select(e => e.Change)];
            ActivityWindow activity = log.Of(community.Id);
            bool ownActsOnly = assumeKnown && activity.Count == 0;
            TimeWindow? known = assumeKnown && history.Length > 0 ? new TimeWindow(history[0].OccurredAt, DateTimeOffset.MaxValue) : null;
            PolicyEvidence evidence = PolicyEvidence.Of(history, activity.Count > 0 || assumeKnown ? activity : null, known, policies.Participation);
            DryRunReport report = PolicyDryRun.Run(community.Id, history, policies, evidence, from, to, step: null, ownActsOnly ? WithoutInteraction : PolicyRules.Standard);
            reports.Add(ownActsOnly ? report with { Skipped = [.. report.Skipped, .. AboutInteraction.Select(r => new SkippedRule(r, Unknown))] } : report);
        }

        return new(from, to, policies, reports);
    }

    public void WriteText(IAnsiConsole console)
    {
        console.WriteLine(Words.Text($"From {Durations.Format(From)} to {Durations.Format(To)}, {Words.Count(Reports.Count, "community", "communities")}; nothing was written and nobody was told."));
        Table table = Numbered(new Table().Border(TableBorder.Simple).AddColumns("Rule", "What"), "Communities", "Times", "People").AddColumn("First");
        foreach (RuleTotal total in Totals())
        {
            table.AddRow(new Text(total.Rule), new Text(total.Fact), Number(total.Communities), Number(total.Count), Number(total.People), new Text(Words.Day(total.First)));
        }

        console.Write(table);
        foreach ((string rule, Reason reason, int count) in Skipped())
        {
            console.WriteLine(Words.Text($"{rule} did not work in {count} of {Reports.Count} communities: {reason.Text}"));
        }

        Table each = Numbered(new Table().Border(TableBorder.Simple).AddColumns("Community", "Rule", "What"), "Times", "People").AddColumn("First");
        foreach (DryRunReport report in Reports)
        {
            foreach (DryRunRule rule in report.Rules)
            {
                each.AddRow(new Text(Words.Plain(report.Community.Text)), new Text(rule.RuleId), new Text(rule.Fact), Number(rule.Count), Number(rule.People), new Text(Words.Day(rule.First)));
            }
        }

        console.Write(each);
        console.WriteLine(Words.Text($"{People()} memberships would have been touched; {Reports.Sum(r => r.CameBack)} lapses would have been followed by a sign of life."));

        static Text Number(int count) => new(Words.Text($"{count}"));

        static Table Numbered(Table table, params string[] names)
        {
            foreach (string name in names)
            {
                table.AddColumn(new TableColumn(name).RightAligned());
            }

            return table;
        }
    }

    public async Task WriteJsonAsync(Stream stream, CancellationToken cancellationToken)
    {
        await using Utf8JsonWriter json = new(stream, ReplayReport.JsonOptions);
        json.WriteStartObject();
        json.WriteString("from", Durations.Format(From));
        json.WriteString("to", Durations.Format(To));
        json.WriteNumber("memberships", People());
        json.WriteNumber("cameBack", Reports.Sum(r => r.CameBack));
        json.WriteStartArray("rules");
        foreach (RuleTotal total in Totals())
        {
            json.WriteStartObject();
            json.WriteString("rule", total.Rule);
            json.WriteString("fact", total.Fact);
            json.WriteNumber("communities", total.Communities);
            json.WriteNumber("count", total.Count);
            json.WriteNumber("people", total.People);
            json.WriteString("first", Durations.Format(total.First));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("communities");
        foreach (DryRunReport report in Reports)
        {
            Write(json, report);
            await json.FlushAsync(cancellationToken).ConfigureAwait(false);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken).ConfigureAwait(false);
        stream.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter json, DryRunReport report)
    {
        json.WriteStartObject();
        json.WriteString("id", report.Community.Text);
        json.WriteNumber("people", report.PeopleAffected);
        json.WriteNumber("cameBack", report.CameBack);
        json.WriteStartArray("rules");
        foreach (DryRunRule rule in report.Rules)
        {
            json.WriteStartObject();
            json.WriteString("rule", rule.RuleId);
            json.WriteString("fact", rule.Fact);
            json.WriteNumber("count", rule.Count);
            json.WriteNumber("people", rule.People);
            json.WriteString("first", Durations.Format(rule.First));
            json.WriteString("last", Durations.Format(rule.Last));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("skipped");
        foreach (SkippedRule skipped in report.Skipped)
        {
            json.WriteStartObject();
            json.WriteString("rule", skipped.RuleId);
            json.WriteString("code", skipped.Reason.Code);
            json.WriteString("text", skipped.Reason.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private int People() => Reports.Sum(r => r.PeopleAffected);

    private IEnumerable<RuleTotal> Totals() =>
        from report in Reports
        from rule in report.Rules
        group (report, rule) by (rule.RuleId, rule.Fact) into g
        orderby g.Key
        select new RuleTotal(g.Key.RuleId, g.Key.Fact, g.Count(), g.Sum(r => r.rule.Count), g.Sum(r => r.rule.People), g.Min(r => r.rule.First));

    private IEnumerable<(string Rule, Reason Reason, int Count)> Skipped() =>
        from report in Reports
        from skipped in report.Skipped
        group skipped by (skipped.RuleId, skipped.Reason.Code) into g
        orderby g.Key
        select (g.Key.RuleId, g.First().Reason, g.Count());
}

/// <summary>What one rule would have done in all communities together; a person counts once for each community.</summary>
internal sealed record RuleTotal(string Rule, string Fact, int Communities, int Count, int People, DateTimeOffset First);
