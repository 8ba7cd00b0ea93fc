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
    public static void WriteText(TextWriter output, IReadOnlyList<PairingRound> rounds, bool explain)
    {
        for (int i = 0; i < rounds.Count; i++)
        {
            if (rounds.Count > 1)
            {
                output.WriteLine(Words.Text($"{(i > 0 ? "\n" : string.Empty)}Round {i + 1}, {Durations.Format(rounds[i].At)}"));
            }

            WriteText(output, rounds[i], explain);
        }
    }

    private static void WriteText(TextWriter output, PairingRound round, bool explain)
    {
        foreach (PairingGroup group in round.Groups)
        {
            output.WriteLine(Words.Plain($"{string.Join(" – ", group.People)}{(group.Host is { } host ? $" (host: {host})" : string.Empty)}"));
            foreach (string sentence in explain ? group.Because : [])
            {
                output.WriteLine(Words.Plain($"    {sentence}"));
            }

            if (explain && group.Repeats > 0)
            {
                output.WriteLine(group.People.Count == 2 ? "    They met before." : Words.Text($"    {group.Repeats} of the {group.People.Count * (group.People.Count - 1) / 2} twos among them met before."));
            }
        }

        foreach (UnmatchedPerson person in round.Unmatched)
        {
            string help = person.Relaxation.Count > 0 ? $" It would help not to ask of them: {RuleWords.Of(person.Relaxation)}." : string.Empty;
            output.WriteLine(Words.Plain($"{person.Person}: no group. {string.Join(" ", person.Reasons.Select(r => r.Text))}{help}"));
        }

        if (round.Conflict.Count > 0)
        {
            output.WriteLine(Words.Plain($"What keeps people without a group{(round.Conflict.Count > 1 ? ", together" : string.Empty)}: {RuleWords.Of(round.Conflict)}."));
        }

        string gap = round.Certificate.Gap > 0 ? Words.Text($" The value is {round.Certificate.Value}, the bound {round.Certificate.Bound}.") : string.Empty;
        output.WriteLine(Words.Plain(Words.Text($"{Words.Count(round.Groups.Count, "group")}, {round.TotalWeight} points. {(round.Certificate.Verified ? "Proven" : "NOT proven")}: {round.Certificate.Claim}{gap}")));
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

        WritePeople(json, "unmatched", round.Unmatched);
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

    /// <summary>People without a partner, with their reasons.</summary>
    public static void WritePeople(Utf8JsonWriter json, string name, IEnumerable<UnmatchedPerson> people)
    {
        json.WriteStartArray(name);
        foreach (UnmatchedPerson person in people)
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
