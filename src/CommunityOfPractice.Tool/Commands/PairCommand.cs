using System.CommandLine;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;
using CommunityOfPractice.Tool.Matching;
using CommunityOfPractice.Tool.Reporting;
using Command = System.CommandLine.Command;

namespace CommunityOfPractice.Tool.Commands;

/// <summary><c>cop pair</c>: one pairing round, or several planned together.</summary>
internal static class PairCommand
{
    private const int LastYear = 2099;

    public static Command Create(Terminal terminal)
    {
        Command command = new("pair", "Plan a pairing round: who should meet whom, nobody dropped without reasons, with a checked proof.");
        Option<string> people = MatchingOptions.File("--people", "The people: a CSV or JSON Lines of the kind person.", required: true);
        Option<string[]> history = new("--history") { Description = "Earlier meetings, of the kind meeting; one person alone means left over. May stand several times.", HelpName = "FILE" };
        history.Validators.Add(result => FileNames.RefuseEmpty(result, history.Name));
        Option<string?> rules = MatchingOptions.File("--rules", "Settings and what people chose, as JSON (docs/matching-pairs.md).", required: false)!;
        Option<DateTimeOffset> asOf = MatchingOptions.AsOf();
        Option<ulong> seed = MatchingOptions.Seed("Decides between what is equally good.");
        Option<int> rounds = MatchingOptions.Whole("--rounds", "How many rounds to plan together, 1 to 520. Default: 1.", 1, 520, 1);
        Option<TimeSpan?> every = MatchingOptions.Length("--every", "The time from one round to the next, such as 7d or 4w. Default: 7d.");
        Option<string?> meetings = MatchingOptions.File("--meetings", "Write the meetings here as CSV: say in it who met, and it is --history of the next round.", required: false)!;
        Option<bool> explain = new("--explain") { Description = "Say what speaks for each group." };
        Option<bool> json = MatchingOptions.Json();
        foreach (Option option in (Option[])[people, history, rules, asOf, seed, rounds, every, meetings, explain, json])
        {
            command.Add(option);
        }

        AliasOption aliases = new(command);
        RowOptions rows = new(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            InputFile[] files = [new(parsed.GetRequiredValue(people), InterchangeKind.Person), .. (parsed.GetValue(history) ?? []).Select(f => new InputFile(f, InterchangeKind.Meeting)), .. aliases.FilesOf(parsed)];
            OutputFile.RefuseInputs(parsed.GetValue(meetings), files.Select(f => f.Path));
            RulesFile file = RulesFile.Read(terminal, parsed.GetValue(rules));
            (InterchangeData? data, int errors, PersonAliases known) = await InputFiles.ReadWithAliasesAsync(terminal, files, rows.Of(parsed), cancellationToken).ConfigureAwait(false);
            file.RefuseErrors();
            file.Under(known);
            if (data is null)
            {
                return ExitCode.DataErrors;
            }

            PairingRequest request = RequestOf(data, file, parsed.GetValue(asOf), parsed.GetValue(seed));
            WarnOfStrangers(terminal, file, request);
            WarnOfHistory(terminal, data, request.At);
            TimeSpan between = parsed.GetValue(every) ?? TimeSpan.FromDays(7);
            if (request.At + ((parsed.GetValue(rounds) - 1) * between) is { Year: > LastYear })
            {
                throw new UsageException($"the rounds reach beyond {LastYear}");
            }

            IReadOnlyList<PairingRound> planned = PairingPlanner.PlanSeveral(request, parsed.GetValue(rounds), between);
            if (parsed.GetValue(meetings) is { } path)
            {
                await OutputFile.WriteAsync(terminal, path, stream => InterchangeWriter.WriteCsvAsync(stream, MeetingsOf(planned), InterchangeKind.Meeting, cancellationToken).AsTask()).ConfigureAwait(false);
            }

            if (parsed.GetValue(json))
            {
                await OutputFile.WriteAsync(terminal, null, stream => PairingReport.WriteJsonAsync(stream, planned, parsed.GetValue(explain), cancellationToken)).ConfigureAwait(false);
            }
            else
            {
                PairingReport.WriteText(terminal.Out.Profile.Out.Writer, planned, parsed.GetValue(explain));
            }

            return errors == 0 && planned.All(r => r.Certificate.Verified) ? ExitCode.Ok : ExitCode.DataErrors;
        });
        return command;
    }

    private static InterchangeData MeetingsOf(IEnumerable<PairingRound> rounds) =>
        new(ActivityLog.Empty, [], [], [], rounds.SelectMany(r => r.ToHistory()).Select(m => new MeetingEntry(m.At, m.People) { Host = m.Host }));

    /// <summary>Who is known at the moment takes part, unless the rules say otherwise: whoever runs the round answers for their agreement.</summary>
    internal static PairingRequest RequestOf(InterchangeData data, RulesFile file, DateTimeOffset at, ulong seed)
    {
        Choices choices = file.Choices;
        ILookup<PersonId, PersonId> blocks = choices.Blocks.ToLookup(b => b.One, b => b.Other);
        IEnumerable<Participant> people =
            from entry in data.People
            where (entry.From is null || at >= entry.From) && (entry.Until is null || at < entry.Until)
            select new Participant(entry.Person)
            {
                Attributes = Core(entry),
                Topics = entry.Topics,
                OptedIn = !choices.OptedOut.Contains(entry.Person),
                PausedUntil = choices.PausedUntil.TryGetValue(entry.Person, out DateTimeOffset until) ? until : null,
                WorkingDay = choices.WorkingDays.GetValueOrDefault(entry.Person),
                MostMeetings = choices.MostMeetings.TryGetValue(entry.Person, out int most) ? most : null,
                Blocks = blocks[entry.Person].ToValueList(),
            };
        return new(people, at, seed)
        {
            Rules = file.Rules,
            History = [.. data.Meetings.Where(m => m.At < at).Select(m => new PastMeeting(m.At, m.People) { Met = m.Met, Useful = m.Useful, Host = m.Host })],
        };
    }

    private static PersonAttributes Core(PersonEntry entry) => new()
    {
        Department = entry.Department,
        Location = entry.Location,
        TimeZone = entry.TimeZone,
        Languages = entry.Languages,
        Manager = entry.Manager,
        Seniority = entry.Seniority,
    };

    /// <summary>Says what of the history does not count, and whom it names that the people file does not know at any time.</summary>
    private static void WarnOfHistory(Terminal terminal, InterchangeData data, DateTimeOffset at)
    {
        if (data.Meetings.Count(m => m.At >= at) is > 0 and int ahead)
        {
            terminal.Complain($"warning: {Words.Count(ahead, "meeting lies", "meetings lie")} at or after --as-of and {(ahead == 1 ? "does" : "do")} not count");
        }

        string[] strangers = [.. data.Meetings.SelectMany(m => m.People).Distinct().Except(data.People.Select(p => p.Person)).Order().Select(p => p.Text)];
        if (strangers.Length > 0)
        {
            terminal.Complain(Words.Plain($"warning: the history names {Words.Count(strangers.Length, "person", "people")} whom --people does not know: {Words.Some(strangers, 5)}"));
        }
    }

    internal static void WarnOfStrangers(Terminal terminal, RulesFile file, PairingRequest request)
    {
        HashSet<PersonId> known = [.. request.People.Select(p => p.Person)];
        IEnumerable<PersonId> named = file.Choices.OptedOut.Concat(file.Choices.PausedUntil.Keys).Concat(file.Choices.MostMeetings.Keys).Concat(file.Choices.WorkingDays.Keys).Concat(file.Choices.Blocks.SelectMany(b => new[] { b.One, b.Other })).Concat(file.Rules.FixedGuests);
        foreach (PersonId stranger in named.Where(p => !known.Contains(p)).Distinct().Order())
        {
            terminal.Complain(Words.Plain($"warning: the rules name {stranger}, whom --people does not know at this time"));
        }
    }
}
