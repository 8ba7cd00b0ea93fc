using System.Text.Encodings.Web;
using System.Text.Json;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Tool.Reporting;
using Spectre.Console;

namespace CommunityOfPractice.Tool.Histories;

/// <summary>Where the communities stand after a replay. The shape of the JSON is a contract.</summary>
internal static class ReplayReport
{
    public static JsonWriterOptions JsonOptions { get; } = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task WriteJsonAsync(Stream stream, Replay replay, CancellationToken cancellationToken)
    {
        await using Utf8JsonWriter json = new(stream, JsonOptions);
        json.WriteStartObject();
        json.WriteString("asOf", Durations.Format(replay.AsOf));
        json.WriteStartArray("communities");
        foreach (ReplayedCommunity community in replay.Communities)
        {
            Write(json, community.Record, replay.AsOf);
            await json.FlushAsync(cancellationToken).ConfigureAwait(false);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken).ConfigureAwait(false);
        stream.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter json, CommunityRecord record, DateTimeOffset asOf)
    {
        json.WriteStartObject();
        json.WriteString("id", record.Id.Text);
        json.WriteString("status", NameOf(record.Community.Status));
        json.WriteStartObject("members");
        foreach (MembershipStatus status in Enum.GetValues<MembershipStatus>().Where(s => s != MembershipStatus.None))
        {
            json.WriteNumber(NameOf(status), record.Members.Count(status));
        }

        json.WriteEndObject();
        json.WriteStartObject("roles");
        foreach (Role role in Enum.GetValues<Role>().Where(r => r != Role.Alumnus))
        {
            json.WriteNumber(role.Name(), record.Members.Holders(role).Count);
        }

        json.WriteEndObject();
        WriteReview(json, record.Community, asOf);
        json.WriteString("journalHead", record.Head);
        json.WriteEndObject();
    }

    private static void WriteReview(Utf8JsonWriter json, Community community, DateTimeOffset asOf)
    {
        if (community.NextReviewOn is not { } next)
        {
            json.WriteNull("purposeReview");
            return;
        }

        json.WriteStartObject("purposeReview");
        json.WriteString("last", community.Reviews is [.., var last] ? Durations.Format(last.On) : null);
        json.WriteString("next", Durations.Format(next));
        json.WriteBoolean("overdue", community.IsReviewOverdue(asOf));
        json.WriteEndObject();
    }

    public static void WriteText(IAnsiConsole console, Replay replay)
    {
        console.WriteLine(replay.Until.Heading);
        Table table = new Table().Border(TableBorder.Simple).AddColumns("Community", "Status");
        foreach (string number in (string[])["Active", "Alumni", "Facilitators", "Other roles", "Facts"])
        {
            table.AddColumn(new TableColumn(number).RightAligned());
        }

        table.AddColumns("Purpose review", "Journal head");
        foreach (CommunityRecord record in replay.Communities.Select(c => c.Record))
        {
            int others = Enum.GetValues<Role>().Where(r => r != Role.Facilitator).Sum(r => record.Members.Holders(r).Count);
            string review = record.Community.NextReviewOn is not { } next ? string.Empty : $"{Words.Day(next)}{(record.Community.IsReviewOverdue(replay.AsOf) ? " overdue" : string.Empty)}";
            table.AddRow(
                new Text(Words.Plain(record.Id.Text)), new Text(NameOf(record.Community.Status)), Number(record.Members.Count(MembershipStatus.Active)), Number(record.Members.Count(MembershipStatus.Alumni)),
                Number(record.Members.Holders(Role.Facilitator).Count), Number(others), Number((int)record.Version), new Text(review), new Text(record.Head?[..12] ?? string.Empty));
        }

        console.Write(table);

        static Text Number(int count) => new(Words.Text($"{count}"));
    }

    /// <summary>The name of a status in JSON: its own, in lower case.</summary>
    public static string NameOf<TStatus>(TStatus status)
        where TStatus : struct, Enum => Enum.GetName(status)!.ToLowerInvariant();
}
