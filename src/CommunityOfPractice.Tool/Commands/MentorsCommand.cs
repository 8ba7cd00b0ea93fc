using System.CommandLine;
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
        MentoringInput input = new(command);
        Option<string> objective = new("--objective") { Description = "stable, max-total, max-participation or max-min. Default: stable.", HelpName = "WORD", DefaultValueFactory = _ => "stable" };
        objective.AcceptOnlyFromAmong([.. Objectives.Keys]);
        Option<ulong> seed = MatchingOptions.Seed("Decides between equal scores.");
        Option<bool> explain = new("--explain") { Description = "Say what the scores of a pair are, and what is proven." };
        Option<bool> json = MatchingOptions.Json();
        foreach (Option option in (Option[])[objective, seed, explain, json])
        {
            command.Add(option);
        }

        command.SetAction(async (parsed, cancellationToken) =>
        {
            MentoringMarket? market = await input.ReadAsync(terminal, parsed, parsed.GetValue(seed), cancellationToken).ConfigureAwait(false);
            if (market is null)
            {
                return ExitCode.DataErrors;
            }

            ValueList<MentoringResult> all = Mentoring.Compare(market);
            MentoringResult chosen = all.Single(r => r.Objective == Objectives[parsed.GetRequiredValue(objective)]);
            if (parsed.GetValue(json))
            {
                await OutputFile.WriteAsync(terminal, null, stream => WriteJsonAsync(stream, chosen, all, cancellationToken)).ConfigureAwait(false);
            }
            else
            {
                WriteText(terminal.Out.Profile.Out.Writer, chosen, all, parsed.GetValue(explain));
            }

            return chosen.Verified ? ExitCode.Ok : ExitCode.DataErrors;
        });
        return command;
    }

    private static string WordOf(MentoringObjective objective) => Objectives.Single(o => o.Value == objective).Key;

    private static void WriteText(TextWriter output, MentoringResult chosen, ValueList<MentoringResult> all, bool explain)
    {
        foreach (MentoringChoice pair in chosen.Pairs)
        {
            output.WriteLine(Words.Plain(Words.Text($"{pair.Mentee} – {pair.Mentor}: {pair.Total}{(explain ? Words.Text($" (mentee's score {pair.MenteeScore}, mentor's {pair.MentorScore})") : string.Empty)}")));
        }

        foreach (UnmatchedPerson person in chosen.Explained)
        {
            output.WriteLine(Words.Plain($"{person.Person} has no mentor. {string.Join(" ", person.Reasons.Select(r => r.Text))}"));
        }

        if (explain)
        {
            output.WriteLine(chosen.Claim);
        }

        foreach (MentoringResult result in all)
        {
            output.WriteLine(Words.Text($"{WordOf(result.Objective)}: {Words.Count(result.Pairs.Count, "pair")}, total {result.TotalScore}, least {result.LeastScore ?? 0}, {Words.Count(result.BlockingPairs, "blocking pair")}, {(result.Verified ? "proven" : "NOT proven")}"));
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
        PairingReport.WritePeople(json, "reasons", chosen.Explained);
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
