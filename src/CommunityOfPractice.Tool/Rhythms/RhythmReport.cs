using System.Text.Json;
using CommunityOfPractice.Tool.Histories;
using CommunityOfPractice.Tool.Reporting;
using Spectre.Console;

namespace CommunityOfPractice.Tool.Rhythms;

/// <summary>The rhythm of communities as text or JSON. The shape of the JSON is a contract.</summary>
internal static class RhythmReport
{
    public static void WriteText(IAnsiConsole console, RhythmDocument document, EndedComparison? comparison)
    {
        Core.Communities.CommunityPolicy policy = document.Policies.Community;
        console.WriteLine($"{document.Until.Heading}; dormant after {Durations.Format(policy.NoInteraction)} without interaction, told {Durations.Format(policy.DormancyNotice)} before ({policy.Version})");
        Table table = new Table().Border(TableBorder.Simple).AddColumns("Community", "Status in the files");
        table.AddColumn(new TableColumn(Members(document)).RightAligned());
        table.AddColumns("Last interaction", "State", "Since");
        table.AddColumn(new TableColumn("Gatherings").RightAligned());
        table.AddColumns("Rhythm", "Kept");
        foreach (CommunityRhythm community in document.Communities)
        {
            table.AddRow(
                new Text(Words.Plain(community.Id.Text)), new Text(Words.Plain(community.Status ?? string.Empty)), new Text(community.Members is { } count ? Words.Text($"{count.Members}{(community.Listed && Mixed(document) ? "*" : string.Empty)}") : string.Empty),
                new Text(community.Dormancy.LastInteraction is { } last ? Words.Day(last) : "none known"), new Text(NameOf(community.Dormancy.State)), new Text(community.Dormancy.Since is { } since ? Words.Day(since) : string.Empty),
                new Text(Words.Text($"{community.Gatherings}")), new Text(community.Cadence is { } c ? Words.Text($"{(c.Planned ? "planned" : "usual")}, every {c.EveryDays:0.#} days") : string.Empty),
                new Text(community.Cadence is { } kept ? Words.Text($"{kept.Met} of {kept.Periods}") : string.Empty));
        }

        console.Write(table);
        if (Mixed(document))
        {
            console.WriteLine("* by the memberships at that instant; the others as counted last before it");
        }

        foreach (IGrouping<string, CommunityRhythm> unknown in document.Communities.Where(c => c.Dormancy.Why is not null).GroupBy(c => c.Dormancy.Why!).OrderBy(why => why.Key, StringComparer.Ordinal))
        {
            console.WriteLine(Words.Text($"Unknown in {Words.Count(unknown.Count(), "community", "communities")}: {unknown.Key}"));
        }

        if (comparison is not null)
        {
            Write(console, comparison);
        }
    }

    /// <summary>The heading of the members: where their numbers are from.</summary>
    private static string Members(RhythmDocument document) =>
        Mixed(document) ? "Members" : document.Communities.Any(c => c.Listed) ? "Members (memberships)" : document.Communities.Any(c => c.Members is not null) ? "Members (counted)" : "Members";

    private static bool Mixed(RhythmDocument document) => document.Communities.Any(c => c.Listed) && document.Communities.Any(c => c.Members is not null && !c.Listed);

    private static void Write(IAnsiConsole console, EndedComparison comparison)
    {
        console.WriteLine();
        Table matrix = new Table().Border(TableBorder.Simple).AddColumn(string.Empty);
        foreach (string column in (string[])[$"Marked ({string.Join(", ", comparison.Ended)})", "Not marked"])
        {
            matrix.AddColumn(new TableColumn(column).RightAligned());
        }

        matrix.AddRow("Dormant", Words.Text($"{comparison.TruePositives}"), Words.Text($"{comparison.FalsePositives}"));
        matrix.AddRow("Not dormant", Words.Text($"{comparison.FalseNegatives}"), Words.Text($"{comparison.TrueNegatives}"));
        matrix.AddRow("Unknown (not counted)", Words.Text($"{comparison.UnknownEnded}"), Words.Text($"{comparison.UnknownOthers}"));
        console.Write(matrix);
        console.WriteLine(Words.Text($"Left out for their status: {comparison.NotCounted}"));
        console.WriteLine($"Precision: {comparison.Precision}");
        console.WriteLine($"Recall:    {comparison.Recall}");
        console.WriteLine($"Marked among all that count: {comparison.Marked}");
    }

    public static async Task WriteJsonAsync(Stream stream, RhythmDocument document, EndedComparison? comparison, CancellationToken cancellationToken)
    {
        await using Utf8JsonWriter json = new(stream, ReplayReport.JsonOptions);
        json.WriteStartObject();
        json.WriteString("asOf", Durations.Format(document.AsOf));
        json.WriteString("policy", document.Policies.Community.Version);
        json.WriteStartArray("communities");
        foreach (CommunityRhythm community in document.Communities)
        {
            Write(json, community);
            await json.FlushAsync(cancellationToken).ConfigureAwait(false);
        }

        json.WriteEndArray();
        if (comparison is not null)
        {
            Write(json, comparison);
        }

        json.WriteEndObject();
        await json.FlushAsync(cancellationToken).ConfigureAwait(false);
        stream.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter json, CommunityRhythm community)
    {
        json.WriteStartObject();
        json.WriteString("id", community.Id.Text);
        json.WriteString("status", community.Status);
        json.WriteString("lastInteraction", community.Dormancy.LastInteraction is { } last ? Durations.Format(last) : null);
        json.WriteString("state", NameOf(community.Dormancy.State));
        json.WriteString("since", community.Dormancy.Since is { } since ? Durations.Format(since) : null);
        json.WriteString("unknownBecause", community.Dormancy.Why);
        json.WriteNumber("gatherings", community.Gatherings);
        if (community.Members is { } count)
        {
            json.WriteStartObject("members");
            json.WriteNumber("count", count.Members);
            json.WriteString("at", Durations.Format(count.At));
            json.WriteString("source", count.Source);
            json.WriteEndObject();
        }

        if (community.Cadence is { } cadence)
        {
            json.WriteStartObject("cadence");
            json.WriteString("rhythm", cadence.Planned ? "planned" : "usual");
            json.WriteNumber("everyDays", Math.Round(cadence.EveryDays, 4));
            json.WriteNumber("met", cadence.Met);
            json.WriteNumber("periods", cadence.Periods);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, EndedComparison comparison)
    {
        json.WriteStartObject("comparison");
        json.WriteStartArray("ended");
        foreach (string status in comparison.Ended)
        {
            json.WriteStringValue(status);
        }

        json.WriteEndArray();
        json.WriteNumber("truePositives", comparison.TruePositives);
        json.WriteNumber("falsePositives", comparison.FalsePositives);
        json.WriteNumber("falseNegatives", comparison.FalseNegatives);
        json.WriteNumber("trueNegatives", comparison.TrueNegatives);
        json.WriteNumber("unknownEnded", comparison.UnknownEnded);
        json.WriteNumber("unknownOthers", comparison.UnknownOthers);
        json.WriteNumber("notCounted", comparison.NotCounted);
        Write(json, "precision", comparison.Precision);
        Write(json, "recall", comparison.Recall);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, Rate rate)
    {
        if (rate.Interval is not { } interval)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("value", Math.Round((double)rate.Count / rate.Of, 4));
        json.WriteNumber("low", Math.Round(interval.Low, 4));
        json.WriteNumber("high", Math.Round(interval.High, 4));
        json.WriteEndObject();
    }

    private static string NameOf(DormancyState state) => ReplayReport.NameOf(state);
}
