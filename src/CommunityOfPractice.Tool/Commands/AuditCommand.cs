using System.CommandLine;
using System.Text.Json;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;
using CommunityOfPractice.Tool.Histories;
using CommunityOfPractice.Tool.Reporting;

namespace CommunityOfPractice.Tool.Commands;

/// <summary><c>cop audit</c>: replays histories, then checks the registry and the journals.</summary>
internal static class AuditCommand
{
    public static Command Create(Terminal terminal)
    {
        Command command = new("audit", "Replay membership histories and check the registry and the journals: broken invariants, overdue reviews, missing facilitators.");
        new HistoryOptions(command).RunReplay(
            command, terminal, "Only what occurred before this instant counts, and what is due is judged by it. " + AsOf.Default,
            async (replay, stream, cancellationToken) =>
            {
                IReadOnlyList<RegistryFinding> findings = [.. FindingsOf(replay)];
                if (stream is null)
                {
                    WriteText(terminal.Out.Profile.Out.Writer, replay, findings);
                }
                else
                {
                    await WriteJsonAsync(stream, replay, findings, cancellationToken).ConfigureAwait(false);
                }

                return findings.All(f => f.Severity != FindingSeverity.Error);
            });
        return command;
    }

    /// <summary>What is found in each community, its journal included, and after that what is wrong between communities.</summary>
    public static IEnumerable<RegistryFinding> FindingsOf(Replay replay) =>
    [
        .. replay.Communities.SelectMany(c => RegistryFindings.In(c.Id, c.Entries, replay.AsOf)),
        .. RegistryFindings.Between(replay.Communities.Select(c => c.Record.Community)),
    ];

    private static void WriteText(TextWriter output, Replay replay, IReadOnlyList<RegistryFinding> findings)
    {
        int facts = replay.Communities.Sum(c => c.Entries.Count);
        output.WriteLine(Words.Text($"{replay.Until.Heading}: {Words.Count(replay.Communities.Count, "community", "communities")}, {Words.Count(facts, "fact")}, {Words.Count(findings.Count, "finding")}"));
        foreach (RegistryFinding finding in findings)
        {
            output.WriteLine(Words.Plain($"{ReplayReport.NameOf(finding.Severity)}: {finding.Community.Text}: {finding.Reason.Text} [{finding.Reason.Code}]"));
        }

        foreach (IGrouping<(FindingSeverity Severity, string Code), RegistryFinding> group in findings.GroupBy(f => (f.Severity, f.Reason.Code)).OrderBy(g => g.Key))
        {
            output.WriteLine(Words.Text($"{group.Count(),6} {ReplayReport.NameOf(group.Key.Severity)} {group.Key.Code}"));
        }
    }

    private static async Task WriteJsonAsync(Stream stream, Replay replay, IReadOnlyList<RegistryFinding> findings, CancellationToken cancellationToken)
    {
        await using Utf8JsonWriter json = new(stream, ReplayReport.JsonOptions);
        json.WriteStartObject();
        json.WriteString("asOf", Durations.Format(replay.AsOf));
        json.WriteNumber("communities", replay.Communities.Count);
        json.WriteNumber("facts", replay.Communities.Sum(c => c.Entries.Count));
        json.WriteNumber("refusals", replay.Communities.Sum(c => c.Outcome.Refusals.Count));
        json.WriteStartArray("findings");
        foreach (RegistryFinding finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("community", finding.Community.Text);
            json.WriteString("severity", ReplayReport.NameOf(finding.Severity));
            json.WriteString("code", finding.Reason.Code);
            json.WriteString("text", finding.Reason.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken).ConfigureAwait(false);
        stream.WriteByte((byte)'\n');
    }
}
