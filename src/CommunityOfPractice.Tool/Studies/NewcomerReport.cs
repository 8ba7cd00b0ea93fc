using System.Text.Json;
using CommunityOfPractice.Tool.Histories;
using CommunityOfPractice.Tool.Reporting;
using Spectre.Console;

namespace CommunityOfPractice.Tool.Studies;

/// <summary>A study of newcomers as text or JSON. The shape of the JSON is a contract.</summary>
internal static class NewcomerReport
{
    public static void WriteText(IAnsiConsole console, NewcomerStudy study)
    {
        Table returned = new Table().Border(TableBorder.Simple).AddColumns("Returned on day 8 to 30", "Answered early", "Late or never", "Of these late", "Never", "Difference (95 %)", "By site and week (95 %)");
        Table curves = new Table().Border(TableBorder.Simple).AddColumns("Posted after hour 48, until day 30", "Newcomers", "Deleted accounts", "Answered early", "Late or never", "Difference (95 %)");
        foreach (NewcomerRow row in study.Rows)
        {
            returned.AddRow(
                Words.Plain(row.Name), Share(row.Brackets.First, row.Brackets.OfFirst), Share(row.Brackets.Second, row.Brackets.OfSecond), Share(row.Late.First, row.Late.OfFirst), Share(row.Late.Second, row.Late.OfSecond),
                row.Brackets.Difference is { } d ? StudyText.Difference(d, row.Brackets.Interval) : "–",
                row.Adjusted is { } a ? StudyText.Difference(a.Value, (a.Low, a.High)) : "–");
            curves.AddRow(
                Words.Plain(row.Name), Words.Text($"{row.Newcomers}"), Words.Text($"{row.Unnamed}"),
                row.EarlyByDay30 is { } early ? Words.Text($"{early.Value:0.00}") : "–", row.OthersByDay30 is { } others ? Words.Text($"{others.Value:0.00}") : "–",
                row.ByDay30 is { } k ? StudyText.Difference(k.Value, (k.Low, k.High)) : "–");
        }

        console.Write(returned);
        console.Write(curves);
        console.WriteLine("–: too little data to tell.");
        console.WriteLine("This is no experiment: whoever asks a clearer question is answered sooner, and may be keener to stay.");
    }

    public static async Task WriteJsonAsync(Stream stream, NewcomerStudy study, CancellationToken cancellationToken)
    {
        await using Utf8JsonWriter json = new(stream, ReplayReport.JsonOptions);
        json.WriteStartObject();
        json.WriteStartArray("rows");
        foreach (NewcomerRow row in study.Rows)
        {
            json.WriteStartObject();
            json.WriteString("name", row.Name);
            json.WriteNumber("newcomers", row.Newcomers);
            json.WriteNumber("unnamed", row.Unnamed);
            Write(json, "earlyAndOthers", row.Brackets);
            Write(json, "lateAndNever", row.Late);
            StudyJson.Write(json, "difference", row.Brackets.Difference, row.Brackets.Interval);
            StudyJson.Write(json, "adjusted", row.Adjusted?.Value, row.Adjusted is { } a ? (a.Low, a.High) : null);
            StudyJson.Write(json, "earlyByDay30", row.EarlyByDay30?.Value);
            StudyJson.Write(json, "othersByDay30", row.OthersByDay30?.Value);
            StudyJson.Write(json, "differenceByDay30", row.ByDay30?.Value, row.ByDay30 is { } k ? (k.Low, k.High) : null);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    private static void Write(Utf8JsonWriter json, string name, TwoGroups groups)
    {
        json.WriteStartArray(name);
        foreach (int number in (int[])[groups.First, groups.OfFirst, groups.Second, groups.OfSecond])
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }

    private static string Share(int count, int of) => of == 0 ? "–" : Words.Text($"{count} of {of} = {(double)count / of:0.00}");
}
