using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;
using CommunityOfPractice.Tool.Histories;
using CommunityOfPractice.Tool.Matching;
using CommunityOfPractice.Tool.Reporting;
using Command = System.CommandLine.Command;

namespace CommunityOfPractice.Tool.Commands;

/// <summary><c>cop mentors</c>: mentees to mentors, by any of four objectives.</summary>
internal static class MentorsCommand
{
    private static readonly Dictionary<string, MentoringObjective> Objectives = new(StringComparer.Ordinal)
    {
        ["stable"] = MentoringObjective.Stable,
        ["max-total"] = MentoringObjective.MaxTotal,
        ["max-participation"] = MentoringObjective.MaxParticipationThenTotal,
        ["max-min"] = MentoringObjective.MaxMin,
    };

    public static Command Create(Terminal terminal)
    {
        Command command = new("mentors", "Assign mentees to mentors, and say what the objective costs by the measure of the others.");
        Option<string> choices = PairCommand.Named("--choices", "A CSV with the columns mentee, mentor, mentee_score and mentor_score (0 to 1000000, higher is better); each row is a pair that may be made.", required: true);
        Option<string?> places = PairCommand.Named("--places", "A CSV with the columns person, as (mentee or mentor) and places; who is not in it has one place.", required: false)!;
        Option<string> objective = new("--objective") { Description = "stable, max-total, max-participation or max-min. Default: stable.", HelpName = "WORD", DefaultValueFactory = _ => "stable" };
        objective.AcceptOnlyFromAmong([.. Objectives.Keys]);
        Option<ulong> seed = new("--seed") { Description = "Decides between equal scores. Default: 0.", HelpName = "NUMBER" };
        Option<bool> json = new("--json") { Description = "Print one JSON document instead of text." };
        foreach (Option option in (Option[])[choices, places, objective, seed, json])
        {
            command.Add(option);
        }

        command.SetAction(async (parsed, cancellationToken) =>
        {
            MentoringMarket market = Read(terminal, parsed.GetRequiredValue(choices), parsed.GetValue(places), parsed.GetValue(seed));
            ValueList<MentoringResult> all = Mentoring.Compare(market);
            MentoringResult chosen = all.Single(r => r.Objective == Objectives[parsed.GetRequiredValue(objective)]);
            if (parsed.GetValue(json))
            {
                await OutputFile.WriteAsync(terminal, null, stream => WriteJsonAsync(stream, chosen, all, cancellationToken)).ConfigureAwait(false);
            }
            else
            {
                WriteText(terminal.Out.Profile.Out.Writer, chosen, all);
            }

            return chosen.Verified ? ExitCode.Ok : ExitCode.DataErrors;
        });
        return command;
    }

    private static MentoringMarket Read(Terminal terminal, string path, string? placesPath, ulong seed)
    {
        Dictionary<(PersonId, PersonId), MentoringChoice> choices = [];
        SmallTable.Read(terminal, path, ["mentee", "mentor", "mentee_score", "mentor_score"], [], row => TakeChoice(row, choices));
        Dictionary<PersonId, int> mentees = choices.Values.Select(c => c.Mentee).Distinct().ToDictionary(p => p, _ => 1), mentors = choices.Values.Select(c => c.Mentor).Distinct().ToDictionary(p => p, _ => 1);
        if (placesPath is not null)
        {
            SmallTable.Read(terminal, placesPath, ["person", "as", "places"], [], row => TakePlaces(row, mentees, mentors));
        }

        return new(mentees, mentors, choices.Values, seed);
    }

    private static IEnumerable<(string, string, string)> TakeChoice(SmallRow row, Dictionary<(PersonId, PersonId), MentoringChoice> choices)
    {
        bool people = PersonId.TryParse(row.Cells[0], null, out PersonId mentee) & PersonId.TryParse(row.Cells[1], null, out PersonId mentor);
        bool scores = TryNumber(row.Cells[2], MentoringChoice.LargestScore, out int wanted) & TryNumber(row.Cells[3], MentoringChoice.LargestScore, out int wanting);
        if (!people || mentee == mentor)
        {
            yield return ("mentor", "two different people are needed", "mentoring.same-person");
        }

        if (!scores)
        {
            yield return ("mentee_score", "scores are whole numbers from 0 to 1000000", "score.malformed");
        }

        if (people && scores && mentee != mentor && !choices.TryAdd((mentee, mentor), new(mentee, mentor, wanted, wanting)))
        {
            yield return ("mentor", "the pair stands there already", "pair.repeated");
        }
    }

    private static IEnumerable<(string, string, string)> TakePlaces(SmallRow row, Dictionary<PersonId, int> mentees, Dictionary<PersonId, int> mentors)
    {
        Dictionary<PersonId, int>? side = row.Cells[1] switch { "mentee" => mentees, "mentor" => mentors, _ => null };
        bool known = PersonId.TryParse(row.Cells[0], null, out PersonId person) && side?.ContainsKey(person) == true, counted = TryNumber(row.Cells[2], 10_000, out int places);
        if (side is null)
        {
            yield return ("as", "it is mentee or mentor", "side.unknown");
        }
        else if (!known)
        {
            yield return ("person", $"'{row.Cells[0]}' is no {row.Cells[1]} in --choices", "person.unknown");
        }

        if (!counted)
        {
            yield return ("places", "a whole number from 0 to 10000 is needed", "places.malformed");
        }

        if (known && counted)
        {
            side![person] = places;
        }
    }

    private static bool TryNumber(string text, int most, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= most;

    private static string WordOf(MentoringObjective objective) => Objectives.Single(o => o.Value == objective).Key;

    private static void WriteText(TextWriter output, MentoringResult chosen, ValueList<MentoringResult> all)
    {
        foreach (MentoringChoice pair in chosen.Pairs)
        {
            output.WriteLine(Words.Plain(Words.Text($"{pair.Mentee} – {pair.Mentor}: {pair.Total}")));
        }

        foreach (PersonId person in chosen.Unmatched)
        {
            output.WriteLine(Words.Plain($"{person} has no mentor"));
        }

        foreach (MentoringResult result in all)
        {
            output.WriteLine(Words.Text($"{WordOf(result.Objective)}: {result.Pairs.Count} pairs, total {result.TotalScore}, least {result.LeastScore ?? 0}, {result.BlockingPairs} blocking pairs, {(result.Verified ? "proven" : "NOT proven")}"));
        }
    }

    private static async Task WriteJsonAsync(Stream stream, MentoringResult chosen, ValueList<MentoringResult> all, CancellationToken cancellationToken)
    {
        await using Utf8JsonWriter json = new(stream, ReplayReport.JsonOptions);
        json.WriteStartObject();
        json.WriteString("objective", WordOf(chosen.Objective));
        json.WriteStartArray("pairs");
        foreach (MentoringChoice pair in chosen.Pairs)
        {
            json.WriteStartObject();
            json.WriteString("mentee", pair.Mentee.Text);
            json.WriteString("mentor", pair.Mentor.Text);
            json.WriteNumber("menteeScore", pair.MenteeScore);
            json.WriteNumber("mentorScore", pair.MentorScore);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("unmatched");
        foreach (PersonId person in chosen.Unmatched)
        {
            json.WriteStringValue(person.Text);
        }

        json.WriteEndArray();
        json.WriteNumber("totalScore", chosen.TotalScore);
        json.WriteStartObject("certificate");
        json.WriteBoolean("verified", chosen.Verified);
        json.WriteString("claim", chosen.Claim);
        json.WriteEndObject();
        json.WriteStartArray("prices");
        foreach (MentoringResult result in all)
        {
            json.WriteStartObject();
            json.WriteString("objective", WordOf(result.Objective));
            json.WriteNumber("pairs", result.Pairs.Count);
            json.WriteNumber("totalScore", result.TotalScore);
            json.WriteNumber("scoreLost", all.Single(r => r.Objective == MentoringObjective.MaxTotal).TotalScore - result.TotalScore);
            json.WriteNumber("leastScore", result.LeastScore ?? 0);
            json.WriteNumber("blockingPairs", result.BlockingPairs);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken).ConfigureAwait(false);
        stream.WriteByte((byte)'\n');
    }
}
