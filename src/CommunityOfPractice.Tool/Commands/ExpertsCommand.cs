using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;
using CommunityOfPractice.Tool.Histories;
using CommunityOfPractice.Tool.Matching;
using CommunityOfPractice.Tool.Reporting;
using Command = System.CommandLine.Command;

namespace CommunityOfPractice.Tool.Commands;

/// <summary><c>cop experts</c>: whom to ask the questions that are open, all at once; or a ranked list for one of them or for some topics.</summary>
internal static class ExpertsCommand
{
    private const int LongestList = 1000;

    public static Command Create(Terminal terminal)
    {
        Command command = new("experts", "Assign open questions to people who answered similar ones, agreed to be asked and have asks left.");
        Option<string> activity = MatchingOptions.File("--activity", "Questions and answers: a CSV or JSON Lines of the kind activity.", required: true);
        Option<string> experts = MatchingOptions.File("--experts", "A CSV with the columns person, asks (how many more questions they take) and paused_until (on a break until then, may be empty or left out): those who agreed to be asked.", required: true);
        Option<DateTimeOffset> asOf = MatchingOptions.AsOf();
        Option<string?> question = new("--question") { Description = "Rank people for this question instead of assigning all that are open.", HelpName = "ID" };
        Option<string?> topics = new("--topics") { Description = "Rank people for these topics instead, '|' between them.", HelpName = "TOPICS" };
        Option<int> top = MatchingOptions.Whole("--top", "How many people to rank, 1 to 1000. Default: 5.", 1, LongestList, 5);
        Option<ulong> seed = MatchingOptions.Seed("Decides between people who are equally likely to answer.");
        Option<bool> explain = new("--explain") { Description = "Say what a score is made of." };
        Option<bool> json = MatchingOptions.Json();
        foreach (Option option in (Option[])[activity, experts, asOf, question, topics, top, seed, explain, json])
        {
            command.Add(option);
        }

        AliasOption aliases = new(command);
        RowOptions rows = new(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            DateTimeOffset at = parsed.GetValue(asOf);
            InputFile[] files = [new(parsed.GetRequiredValue(activity), InterchangeKind.Activity), .. aliases.FilesOf(parsed)];
            (InterchangeData? data, int errors, PersonAliases known) = await InputFiles.ReadWithAliasesAsync(terminal, files, rows.Of(parsed), cancellationToken).ConfigureAwait(false);
            IReadOnlyList<ExpertCandidate> candidates = Candidates(terminal, parsed.GetRequiredValue(experts), rows.AreLenient(parsed), known);
            if (data is null)
            {
                return ExitCode.DataErrors;
            }

            QuestionsAndAnswers asked = QuestionsAndAnswers.Of(data.Log, at);
            ExpertFinder finder = new(asked.Evidence, at) { Seed = parsed.GetValue(seed) };
            ExpertRound round = OneQuestion(asked, parsed.GetValue(question), parsed.GetValue(topics)) is { } one
                ? new(finder.Rank(one, candidates, parsed.GetValue(top)), [], true, 0)
                : finder.Assign(asked.Open, candidates);
            bool ranked = parsed.GetValue(question) is not null || parsed.GetValue(topics) is not null;
            if (parsed.GetValue(json))
            {
                await OutputFile.WriteAsync(terminal, null, stream => WriteJsonAsync(stream, round, ranked, cancellationToken)).ConfigureAwait(false);
            }
            else
            {
                WriteText(terminal.Out.Profile.Out.Writer, round, parsed.GetValue(explain));
            }

            return errors == 0 && round.Verified ? ExitCode.Ok : ExitCode.DataErrors;
        });
        return command;
    }

    private static OpenAsk? OneQuestion(QuestionsAndAnswers known, string? question, string? topics)
    {
        if (topics is not null)
        {
            string[] parts = topics.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return Array.TrueForAll(parts, p => TopicId.TryParse(p, null, out _)) && parts.Length > 0
                ? new("query", default, parts.Select(p => new TopicId(p)).ToValueList())
                : throw new UsageException($"'{topics}' are no topics");
        }

        return question is null ? null : known.Open.FirstOrDefault(q => q.Id == question) ?? throw new DataException($"'{question}' is no question that is open at this time");
    }

    private static List<ExpertCandidate> Candidates(Terminal terminal, string path, bool lenient, PersonAliases aliases)
    {
        Dictionary<PersonId, ExpertCandidate> candidates = [];
        SmallTable.Read(terminal, path, ["person", "asks"], ["paused_until"], lenient, row => Take(row, candidates, aliases), ("until", "paused_until"));
        return [.. candidates.Values];
    }

    private static IEnumerable<(string, string, string)> Take(SmallRow row, Dictionary<PersonId, ExpertCandidate> candidates, PersonAliases aliases)
    {
        bool named = PersonId.TryParse(row.Cells[0], null, out PersonId id);
        PersonId person = aliases.PersonOf(id);
        DateTimeOffset? paused = row.Cells[2].Length == 0 ? null : Durations.TryParseInstant(row.Cells[2]);
        if (!int.TryParse(row.Cells[1], NumberStyles.None, CultureInfo.InvariantCulture, out int asks) || asks > 10_000)
        {
            yield return ("asks", "a whole number from 0 to 10000 is needed", "asks.malformed");
        }

        if (row.Cells[2].Length > 0 && paused is null)
        {
            yield return ("paused_until", "an instant such as 2026-12-01 is needed", "time.malformed");
        }

        if (!named || !candidates.TryAdd(person, new(person, Math.Clamp(asks, 0, 10_000)) { OptedIn = true, PausedUntil = paused }))
        {
            yield return ("person", "the id of a person is needed, each person once", "person.repeated");
        }
    }

    private static void WriteText(TextWriter output, ExpertRound round, bool explain)
    {
        foreach (ExpertSuggestion ask in round.Asks)
        {
            output.WriteLine(Words.Plain(Words.Text($"{ask.Question}: ask {ask.Person} ({ask.Score:P1} likely to give the accepted answer). {ask.Because}")));
            foreach (Share share in explain ? ask.Shares : [])
            {
                output.WriteLine(Words.Plain(Words.Text($"    {share.Amount:P1}  {(share.Of == "answers" ? "their share of all answers" : $"their answers on {share.Of}")}")));
            }
        }

        foreach (UnassignedQuestion question in round.Explained)
        {
            output.WriteLine(Words.Plain($"{question.Question}: nobody. {question.Reason.Text}"));
        }

        if (round.Asks.Count + round.Unassigned.Count == 0)
        {
            output.WriteLine("There is nothing to ask.");
        }
    }

    private static async Task WriteJsonAsync(Stream stream, ExpertRound round, bool ranked, CancellationToken cancellationToken)
    {
        await using Utf8JsonWriter json = new(stream, ReplayReport.JsonOptions);
        json.WriteStartObject();
        json.WriteStartArray(ranked ? "ranking" : "asks");
        foreach (ExpertSuggestion ask in round.Asks)
        {
            json.WriteStartObject();
            json.WriteString("question", ask.Question);
            json.WriteString("person", ask.Person.Text);
            json.WriteNumber("score", ask.Score);
            SharesJson.Write(json, ask.Shares);
            json.WriteString("because", ask.Because);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (!ranked)
        {
            json.WriteStartArray("unassigned");
            foreach (string question in round.Unassigned)
            {
                json.WriteStringValue(question);
            }

            json.WriteEndArray();
            json.WriteStartArray("reasons");
            foreach (UnassignedQuestion question in round.Explained)
            {
                json.WriteStartObject();
                json.WriteString("question", question.Question);
                json.WriteString("code", question.Reason.Code);
                json.WriteString("text", question.Reason.Text);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartObject("certificate");
            json.WriteBoolean("verified", round.Verified);
            json.WriteNumber("totalScore", round.TotalScore);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        await json.FlushAsync(cancellationToken).ConfigureAwait(false);
        stream.WriteByte((byte)'\n');
    }
}
