using System.CommandLine;
using System.CommandLine.Parsing;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;
using CommunityOfPractice.Tool.Matching;
using Command = System.CommandLine.Command;

namespace CommunityOfPractice.Tool.Commands;

/// <summary><c>cop pair</c>: one pairing round, or several planned together.</summary>
internal static class PairCommand
{
    public static Command Create(Terminal terminal)
    {
        Command command = new("pair", "Plan a pairing round: who should meet whom, nobody dropped without reasons, with a checked proof.");
        Option<string> people = Named("--people", "The people: a CSV or JSON Lines of the kind person.", required: true);
        Option<string?> history = Named("--history", "Earlier meetings, of the kind meeting; one person alone means left over.", required: false)!;
        Option<string?> rules = Named("--rules", "Settings and what people chose, as JSON (docs/matching-pairs.md).", required: false)!;
        Option<DateTimeOffset> asOf = AsOf();
        Option<ulong> seed = new("--seed") { Description = "Decides between what is equally good. Default: 0.", HelpName = "NUMBER" };
        Option<int> rounds = new("--rounds") { Description = "How many weekly rounds to plan together, 1 to 520. Default: 1.", HelpName = "NUMBER", DefaultValueFactory = _ => 1 };
        rounds.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out int number) && number is < 1 or > 520)
            {
                result.AddError("--rounds goes from 1 to 520.");
            }
        });
        Option<bool> explain = new("--explain") { Description = "Say what speaks for each group." };
        Option<bool> json = new("--json") { Description = "Print one JSON document instead of text." };
        foreach (Option option in (Option[])[people, history, rules, asOf, seed, rounds, explain, json])
        {
            command.Add(option);
        }

        command.SetAction(async (parsed, cancellationToken) =>
        {
            RulesFile? file = parsed.GetValue(rules) is { } path ? RulesFile.Read(terminal, path) : null;
            List<InputFile> files = [new(parsed.GetRequiredValue(people), InterchangeKind.Person)];
            files.AddRange(parsed.GetValue(history) is { } past ? [new InputFile(past, InterchangeKind.Meeting)] : []);
            (InterchangeData? data, _) = await InputFiles.ReadAsync(terminal, files, new InterchangeReaderOptions(), cancellationToken).ConfigureAwait(false);
            if (data is null)
            {
                return ExitCode.DataErrors;
            }

            PairingRequest request = RequestOf(data, file, parsed.GetValue(asOf), parsed.GetValue(seed));
            WarnOfStrangers(terminal, file, request);
            IReadOnlyList<PairingRound> planned = PairingPlanner.PlanSeveral(request, parsed.GetValue(rounds), TimeSpan.FromDays(7));
            if (parsed.GetValue(json))
            {
                await OutputFile.WriteAsync(terminal, null, stream => PairingReport.WriteJsonAsync(stream, planned, parsed.GetValue(explain), cancellationToken)).ConfigureAwait(false);
            }
            else
            {
                foreach (PairingRound round in planned)
                {
                    PairingReport.WriteText(terminal.Out.Profile.Out.Writer, round, parsed.GetValue(explain));
                }
            }

            return planned.All(r => r.Certificate.Verified) ? ExitCode.Ok : ExitCode.DataErrors;
        });
        return command;
    }

    /// <summary>The instant that every matching command needs.</summary>
    internal static Option<DateTimeOffset> AsOf() => new("--as-of")
    {
        Description = "Only what is known before this instant counts (ISO 8601 or unix seconds).",
        HelpName = "TIME",
        Required = true,
        CustomParser = result =>
        {
            DateTimeOffset? instant = Durations.TryParseInstant(result.Tokens[0].Value);
            if (instant is null)
            {
                result.AddError($"'{result.Tokens[0].Value}' is not an instant such as 2026-12-01 or 2026-12-01T12:00:00Z.");
            }

            return instant ?? default;
        },
    };

    internal static Option<string> Named(string name, string description, bool required)
    {
        Option<string> option = new(name) { Description = description, HelpName = "FILE", Required = required };
        option.Validators.Add(result => FileNames.RefuseEmpty(result, name));
        return option;
    }

    /// <summary>Who is known at the moment takes part, unless the rules say otherwise: whoever runs the round answers for their agreement.</summary>
    internal static PairingRequest RequestOf(InterchangeData data, RulesFile? file, DateTimeOffset at, ulong seed)
    {
        Choices choices = file?.Choices ?? new();
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
                MostMeetings = choices.MostMeetings.TryGetValue(entry.Person, out int most) ? most : null,
                Blocks = blocks[entry.Person].ToValueList(),
            };
        return new(people, at, seed)
        {
            Rules = file?.Rules ?? PairingRules.Default,
            History = [.. data.Meetings.Select(m => new PastMeeting(m.At, m.People) { Met = m.Met, Useful = m.Useful })],
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

    internal static void WarnOfStrangers(Terminal terminal, RulesFile? file, PairingRequest request)
    {
        HashSet<PersonId> known = [.. request.People.Select(p => p.Person)];
        IEnumerable<PersonId> named = file is null ? [] : file.Choices.OptedOut.Concat(file.Choices.PausedUntil.Keys).Concat(file.Choices.MostMeetings.Keys).Concat(file.Rules.FixedGuests);
        foreach (PersonId stranger in named.Where(p => !known.Contains(p)).Distinct().Order())
        {
            terminal.Complain(Reporting.Words.Plain($"warning: the rules name {stranger}, whom --people does not know at this time"));
        }
    }
}
