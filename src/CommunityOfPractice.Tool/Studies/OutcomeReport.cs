using System.Text.Json;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Vocabulary;
using CommunityOfPractice.Tool.Histories;
using CommunityOfPractice.Tool.Reporting;
using Spectre.Console;

namespace CommunityOfPractice.Tool.Studies;

/// <summary>A study of outcomes as text or JSON. The shape of the JSON is a contract.</summary>
internal static class OutcomeReport
{
    public static void WriteText(IAnsiConsole console, OutcomeStudy study)
    {
        console.WriteLine(Words.Text($"Model {study.Model}; {Words.Count(study.Communities, "community", "communities")}, {NameOf(study.Part)}"));
        foreach (OutcomeTable table in study.Tables)
        {
            int good = table.Cases.Count(c => c.Outcome.IsGood), bad = table.Cases.Count - good;
            console.WriteLine();
            console.WriteLine(Words.Text($"Month {table.Month}, window {table.Window}: {good} good, {bad} bad, {table.Ended} ended before; without a score {table.Unscored(true)} good and {table.Unscored(false)} bad"));
            console.WriteLine(RocArea.Detectable(good, bad) is { } area80 ? Words.Text($"So many tell an AUC of {area80:0.00} or more from chance in four of five samples.") : "So few tell no AUC from chance.");
            Table rows = new Table().Border(TableBorder.Simple).AddColumns("Value", "Is");
            foreach (string column in (string[])["Good", "Bad"])
            {
                rows.AddColumn(new TableColumn(column).RightAligned());
            }

            rows.AddColumns("AUC (95 %)", "Over the best count (95 %)", "Over contributors (95 %)");
            foreach (OutcomeRow row in table.Rows.Where(r => r.Good + r.Bad > 0))
            {
                rows.AddRow(
                    row.Name, NameOf(row.Kind), Words.Text($"{row.Good}"), Words.Text($"{row.Bad}"),
                    row.Area is { } area ? StudyText.Number(area.Value, area.Interval()) : "–",
                    row.OverBestCount is { } d ? StudyText.Difference(d.Value, d.Interval) : string.Empty,
                    row.OverContributors is { } e ? StudyText.Difference(e.Value, e.Interval) : string.Empty);
            }

            console.Write(rows);
        }
    }

    public static async Task WriteJsonAsync(Stream stream, OutcomeStudy study, CancellationToken cancellationToken)
    {
        await using Utf8JsonWriter json = new(stream, ReplayReport.JsonOptions);
        json.WriteStartObject();
        json.WriteString("model", study.Model);
        json.WriteString("half", study.Part switch
        {
            StudyPart.HoldOut => "hold-out",
            StudyPart.Whole => "whole",
            _ => "calibration",
        });
        json.WriteNumber("communities", study.Communities);
        json.WriteStartArray("tables");
        foreach (OutcomeTable table in study.Tables)
        {
            Write(json, table);
            await json.FlushAsync(cancellationToken).ConfigureAwait(false);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, OutcomeTable table)
    {
        json.WriteStartObject();
        json.WriteNumber("month", table.Month);
        json.WriteString("window", table.Window);
        json.WriteNumber("good", table.Cases.Count(c => c.Outcome.IsGood));
        json.WriteNumber("bad", table.Cases.Count(c => !c.Outcome.IsGood));
        json.WriteNumber("ended", table.Ended);
        json.WriteNumber("unscoredGood", table.Unscored(true));
        json.WriteNumber("unscoredBad", table.Unscored(false));
        StudyJson.Write(json, "detectableAuc", RocArea.Detectable(table.Cases.Count(c => c.Outcome.IsGood), table.Cases.Count(c => !c.Outcome.IsGood)));
        json.WriteStartArray("rows");
        foreach (OutcomeRow row in table.Rows)
        {
            json.WriteStartObject();
            json.WriteString("name", row.Name);
            json.WriteString("kind", NameOf(row.Kind));
            json.WriteNumber("good", row.Good);
            json.WriteNumber("bad", row.Bad);
            StudyJson.Write(json, "auc", row.Area?.Value, row.Area?.Interval());
            StudyJson.Write(json, "overBestCount", row.OverBestCount?.Value, row.OverBestCount?.Interval);
            StudyJson.Write(json, "overContributors", row.OverContributors?.Value, row.OverContributors?.Interval);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("cases");
        foreach (OutcomeCase c in table.Cases)
        {
            Write(json, c);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, OutcomeCase c)
    {
        json.WriteStartObject();
        json.WriteString("community", c.Outcome.Community.Text);
        json.WriteBoolean("good", c.Outcome.IsGood);
        json.WriteString("asOf", Durations.Format(c.Report.Window.Until));
        StudyJson.Write(json, "score", c.Report.Score);
        json.WriteNumber("contributors", c.Contributors);
        json.WriteNumber("contributions", c.Contributions);
        json.WriteStartObject("readings");
        foreach (IndicatorResult reading in c.Report.Indicators)
        {
            if (reading.Reading.Measurement is Measurement.Value value)
            {
                StudyJson.Write(json, reading.Info.Id, value.Number);
            }
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string NameOf(StudyPart part) => part switch
    {
        StudyPart.HoldOut => "the hold-out",
        StudyPart.Whole => "both halves",
        _ => "the calibration half",
    };

    private static string NameOf(OutcomeRowKind kind) => kind switch
    {
        OutcomeRowKind.Score => "score",
        OutcomeRowKind.Count => "count",
        OutcomeRowKind.Counting => "counts",
        _ => "context",
    };
}
