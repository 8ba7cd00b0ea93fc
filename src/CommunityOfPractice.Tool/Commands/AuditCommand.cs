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
        HistoryOptions input = new(command);
        Option<DateTimeOffset?> asOf = HistoryOptions.Instant("--as-of", "Only what occurred before this instant counts, and what is due is judged by it. Default: just after the last date in the files, or now when that comes first.");
        Option<bool> json = new("--json") { Description = "Print one JSON document instead of text." };
        command.Add(asOf);
        command.Add(json);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (await input.ReadAsync(terminal, parsed, cancellationToken).ConfigureAwait(false) is not { } read)
            {
                return ExitCode.DataErrors;
            }

            (Replay replay, bool whole) = await read.ReplayAsync(terminal, parsed.GetValue(asOf), cancellationToken).ConfigureAwait(false);
            IReadOnlyList<RegistryFinding> findings = [.. FindingsOf(replay)];
            if (parsed.GetValue(json))
            {
                await OutputFile.WriteAsync(terminal, null, stream => WriteJsonAsync(stream, replay, findings, cancellationToken)).ConfigureAwait(false);
            }
            else
            {
                WriteText(terminal.Out.Profile.Out.Writer, replay, findings);
            }

            return whole && findings.All(f => f.Severity != FindingSeverity.Error) ? ExitCode.Ok : ExitCode.DataErrors;
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
        output.WriteLine(Words.Text($"As of {Durations.Format(replay.AsOf)}: {replay.Communities.Count} communities, {facts} facts, {findings.Count} findings"));
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
