using System.CommandLine;
using System.Text;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Tool.Reporting;

namespace CommunityOfPractice.Tool.Commands;

/// <summary><c>cop privacy</c>: what the library computes about people, for those who have to agree to it.</summary>
internal static class PrivacyCommand
{
    public static Command Create(Terminal terminal)
    {
        Command record = new("record", "Print the processing record: every reading, what it is made from, who sees it, how long it is kept and how small groups are protected, for a host with default options. It is about hosts: reports of cop itself end whenever --as-of says.");
        Option<bool> json = new("--json") { Description = "Print one JSON document." };
        Option<bool> markdown = new("--markdown") { Description = "Print a page in Markdown; the default." };
        Option<int> smallest = PeriodOptions.SmallestGroup();
        foreach (Option option in (Option[])[json, markdown, smallest])
        {
            record.Add(option);
        }

        record.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(markdown))
            {
                result.AddError("--json and --markdown do not go together.");
            }
        });
        record.SetAction(async (parsed, cancellationToken) =>
        {
            ProcessingRecord made = ProcessingRecord.Of(StandardIndicators.All, suppression: PeriodOptions.PolicyOf(parsed.GetValue(smallest))) with
            {
                Publication = PublicationGrid.Weekly, // the default of hosts
                ModelVersion = HealthModels.Shipped.Versions(),
            };
            await OutputFile.WriteAsync(terminal, null, stream => parsed.GetValue(json)
                ? ToolJson.WriteAsync(stream, made, cancellationToken)
                : stream.WriteAsync(Encoding.UTF8.GetBytes(ProcessingRecordText.Markdown(made)), cancellationToken).AsTask()).ConfigureAwait(false);
            return ExitCode.Ok;
        });
        return new("privacy", "What is computed about people, for a works council or an impact assessment.") { record };
    }
}
