using System.Text.Json;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;
using CommunityOfPractice.Tool.Histories;
using CommunityOfPractice.Tool.Reporting;

namespace CommunityOfPractice.Tool.Matching;

/// <summary>Writes a pairing round; the shape of the JSON is a contract.</summary>
internal static class PairingReport
{
    public static void WriteText(TextWriter output, PairingRound round, bool explain)
    {
        foreach (PairingGroup group in round.Groups)
        {
            output.WriteLine(Words.Plain($"{string.Join(" – ", group.People)}{(group.Host is { } host ? $" (host: {host})" : string.Empty)}"));
            foreach (string sentence in explain ? group.Because : [])
            {
                output.WriteLine(Words.Plain($"    {sentence}"));
            }
        }

        foreach (UnmatchedPerson person in round.Unmatched)
        {
            output.WriteLine(Words.Plain($"{person.Person}: no group. {string.Join(" ", person.Reasons.Select(r => r.Text))}{(person.Relaxation.Count > 0 ? $" It would help to lift: {string.Join(", ", person.Relaxation)}." : string.Empty)}"));
        }

        output.WriteLine(Words.Plain(Words.Text($"{round.Groups.Count} groups, {round.TotalWeight} points. {(round.Certificate.Verified ? "Proven" : "NOT proven")}: {round.Certificate.Claim}")));
    }

    public static async Task WriteJsonAsync(Stream stream, IReadOnlyList<PairingRound> rounds, bool explain, CancellationToken cancellationToken)
    {
        await using Utf8JsonWriter json = new(stream, ReplayReport.JsonOptions);
        json.WriteStartObject();
        if (rounds.Count == 1)
        {
            Write(json, rounds[0], explain);
        }
        else
        {
            json.WriteStartArray("rounds");
            foreach (PairingRound round in rounds)
            {
                json.WriteStartObject();
                Write(json, round, explain);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        await json.FlushAsync(cancellationToken).ConfigureAwait(false);
        stream.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter json, PairingRound round, bool explain)
    {
        json.WriteString("at", Durations.Format(round.At));
        json.WriteNumber("seed", round.Seed);
        json.WriteStartArray("groups");
        foreach (PairingGroup group in round.Groups)
        {
            WriteIds(json, null, group.People);
        }

        json.WriteEndArray();
        if (round.Groups.Any(g => g.Host is not null))
        {
            WriteIds(json, "hosts", round.Groups.Select(g => g.Host!.Value));
        }

        json.WriteStartArray("unmatched");
        foreach (UnmatchedPerson person in round.Unmatched)
        {
            json.WriteStartObject();
            json.WriteString("person", person.Person.Text);
            json.WriteStartArray("reasons");
            foreach (Reason reason in person.Reasons)
            {
                json.WriteStartObject();
                json.WriteString("code", reason.Code);
                json.WriteString("text", reason.Text);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            WriteTexts(json, "relaxation", person.Relaxation);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("totalWeight", round.TotalWeight);
        json.WriteStartObject("certificate");
        json.WriteBoolean("verified", round.Certificate.Verified);
        json.WriteString("claim", round.Certificate.Claim);
        json.WriteNumber("value", round.Certificate.Value);
        json.WriteNumber("bound", round.Certificate.Bound);
        json.WriteNumber("gap", round.Certificate.Gap);
        WriteTexts(json, "faults", round.Certificate.Faults);
        json.WriteEndObject();
        WriteTexts(json, "conflict", round.Conflict);
        if (explain)
        {
            WriteExplanations(json, round);
        }
    }

    private static void WriteExplanations(Utf8JsonWriter json, PairingRound round)
    {
        json.WriteStartArray("explanations");
        foreach (PairingGroup group in round.Groups)
        {
            json.WriteStartObject();
            WriteIds(json, "people", group.People);
            json.WriteNumber("weight", group.Weight);
            json.WriteNumber("repeats", group.Repeats);
            SharesJson.Write(json, group.Shares);
            WriteTexts(json, "because", group.Because);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteIds(Utf8JsonWriter json, string? name, IEnumerable<PersonId> people) => WriteTexts(json, name, people.Select(p => p.Text));

    private static void WriteTexts(Utf8JsonWriter json, string? name, IEnumerable<string> texts)
    {
        if (name is null)
        {
            json.WriteStartArray();
        }
        else
        {
            json.WriteStartArray(name);
        }

        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
