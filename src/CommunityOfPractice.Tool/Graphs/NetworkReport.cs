using System.Globalization;
using System.Text.Json;
using CommunityOfPractice.Tool.Histories;
using Spectre.Console;

namespace CommunityOfPractice.Tool.Graphs;

/// <summary>A network report as JSON, whose shape is a contract, and as a table.</summary>
internal static class NetworkReport
{
    /// <summary>Writes one object: a property for each reading, and for each null one more with the suffix <c>Reason</c> after it.</summary>
    public static async Task WriteJsonAsync(Stream stream, IReadOnlyList<NetworkReading> readings, bool directed, string? attribute, CancellationToken cancellationToken)
    {
        await using Utf8JsonWriter json = new(stream, ReplayReport.JsonOptions);
        json.WriteStartObject();
        json.WriteBoolean("directed", directed);
        json.WriteString("attribute", attribute);
        foreach (NetworkReading reading in readings)
        {
            Write(json, reading);
        }

        json.WriteEndObject();
        await json.FlushAsync(cancellationToken).ConfigureAwait(false);
        stream.WriteByte((byte)'\n');
    }

    public static void WriteText(IAnsiConsole console, IReadOnlyList<NetworkReading> readings)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumn("Reading").AddColumn(new TableColumn("Value").RightAligned()).AddColumn("Why not");
        foreach (NetworkReading reading in readings)
        {
            table.AddRow(new Text(reading.Name), new Text(Shown(reading)), new Text(reading.Value is null ? reading.Why : string.Empty));
        }

        console.Write(table);
    }

    private static void Write(Utf8JsonWriter json, NetworkReading reading)
    {
        if (reading.Value is not { } value)
        {
            json.WriteNull(reading.Key);
            json.WriteString(reading.Key + "Reason", reading.Why);
        }
        else if (reading.IsCount)
        {
            json.WriteNumber(reading.Key, (long)value);
        }
        else
        {
            json.WriteNumber(reading.Key, value);
        }
    }

    private static string Shown(NetworkReading reading) => reading.Value switch
    {
        null => "–",
        { } value => value.ToString(reading.IsCount ? "0" : "0.0000", CultureInfo.InvariantCulture),
    };
}
