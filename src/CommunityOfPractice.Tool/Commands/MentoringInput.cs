using System.CommandLine;
using System.Globalization;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Tool.Histories;
using CommunityOfPractice.Tool.Matching;
using Command = System.CommandLine.Command;

namespace CommunityOfPractice.Tool.Commands;

/// <summary>Where <c>cop mentors</c> gets its market from: scores that were given, or people with rules and criteria.</summary>
internal sealed class MentoringInput
{
    private readonly Option<string?> choices = MatchingOptions.File("--choices", "A CSV with the columns mentee, mentor, mentee_score and mentor_score (0 to 1000000, higher is better); each row is a pair that may be made.", required: false)!;
    private readonly Option<string?> people = MatchingOptions.File("--people", "Instead of --choices: the people, a CSV or JSON Lines of the kind person; scores follow from rules and criteria.", required: false)!;
    private readonly Option<string?> places = MatchingOptions.File("--places", "A CSV with the columns person, as (mentee or mentor) and places. With --choices who is not in it has one place; with --people it says who takes part.", required: false)!;
    private readonly Option<string?> rules = MatchingOptions.File("--rules", "With --people: settings and what people chose, as JSON, as of cop pair (docs/matching-pairs.md).", required: false)!;
    private readonly Option<DateTimeOffset?> asOf = HistoryOptions.Instant("--as-of", "With --people: only what is known before this instant counts (ISO 8601 or unix seconds).");

    private readonly AliasOption aliases;
    private readonly RowOptions rows;

    public MentoringInput(Command command)
    {
        aliases = new(command);
        rows = new(command);
        foreach (Option option in (Option[])[choices, people, places, rules, asOf])
        {
            command.Add(option);
        }

        command.Validators.Add(result =>
        {
            bool scored = result.GetResult(choices) is not null, known = result.GetResult(people) is not null;
            if (scored == known)
            {
                result.AddError("Either --choices or --people is needed.");
            }

            if (known && (result.GetResult(places) is null || result.GetResult(asOf) is null))
            {
                result.AddError("--people takes --places and --as-of.");
            }

            if (!known && (result.GetResult(rules) is not null || result.GetResult(asOf) is not null))
            {
                result.AddError("--rules and --as-of go with --people.");
            }
        });
    }

    /// <returns>Null when there were errors, which were printed.</returns>
    public async Task<MentoringMarket?> ReadAsync(Terminal terminal, ParseResult parsed, ulong seed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(choices) is { } given)
        {
            (InterchangeData? none, _, PersonAliases merged) = await InputFiles.ReadWithAliasesAsync(terminal, [.. aliases.FilesOf(parsed)], rows.Of(parsed), cancellationToken).ConfigureAwait(false);
            return none is null ? null : Given(terminal, given, parsed.GetValue(places), rows.AreLenient(parsed), merged, seed);
        }

        RulesFile file = RulesFile.Read(terminal, parsed.GetValue(rules));
        (InterchangeData? data, _, PersonAliases behind) = await InputFiles.ReadWithAliasesAsync(terminal, [new(parsed.GetValue(people)!, InterchangeKind.Person), .. aliases.FilesOf(parsed)], rows.Of(parsed), cancellationToken).ConfigureAwait(false);
        file.RefuseErrors();
        if (data is null)
        {
            return null;
        }

        file.Under(behind);
        PairingRequest request = PairCommand.RequestOf(data, file, parsed.GetValue(asOf)!.Value, seed);
        PairCommand.WarnOfStrangers(terminal, file, request);
        HashSet<PersonId> known = [.. request.People.Select(p => p.Person)];
        Dictionary<PersonId, int> mentees = [], mentors = [];
        ReadPlaces(terminal, parsed.GetValue(places)!, rows.AreLenient(parsed), mentees, mentors, behind, (person, _) => known.Contains(person), "in --people at this time");
        return MentoringMarket.FromRequest(request, mentees, mentors);
    }

    private static MentoringMarket Given(Terminal terminal, string path, string? placesPath, bool lenient, PersonAliases aliases, ulong seed)
    {
        Dictionary<(PersonId, PersonId), MentoringChoice> choices = [];
        SmallTable.Read(terminal, path, ["mentee", "mentor", "mentee_score", "mentor_score"], [], lenient, row => TakeChoice(row, choices, aliases));
        Dictionary<PersonId, int> mentees = choices.Values.Select(c => c.Mentee).Distinct().ToDictionary(p => p, _ => 1), mentors = choices.Values.Select(c => c.Mentor).Distinct().ToDictionary(p => p, _ => 1);
        if (placesPath is not null)
        {
            HashSet<PersonId> asMentee = [.. mentees.Keys], asMentor = [.. mentors.Keys];
            ReadPlaces(terminal, placesPath, lenient, mentees, mentors, aliases, (person, mentee) => (mentee ? asMentee : asMentor).Contains(person), "on that side in --choices");
        }

        return new(mentees, mentors, choices.Values, seed);
    }

    private static IEnumerable<(string, string, string)> TakeChoice(SmallRow row, Dictionary<(PersonId, PersonId), MentoringChoice> choices, PersonAliases aliases)
    {
        bool people = PersonId.TryParse(row.Cells[0], null, out PersonId mentee) & PersonId.TryParse(row.Cells[1], null, out PersonId mentor);
        (mentee, mentor) = (aliases.PersonOf(mentee), aliases.PersonOf(mentor));
        bool first = TryNumber(row.Cells[2], MentoringChoice.LargestScore, out int wanted), second = TryNumber(row.Cells[3], MentoringChoice.LargestScore, out int wanting);
        if (!people || mentee == mentor)
        {
            yield return ("mentor", "two different people are needed", "mentoring.same-person");
        }

        foreach (string column in (string[])[.. first ? [] : (string[])["mentee_score"], .. second ? [] : (string[])["mentor_score"]])
        {
            yield return (column, "scores are whole numbers from 0 to 1000000", "score.malformed");
        }

        if (people && first && second && mentee != mentor && !choices.TryAdd((mentee, mentor), new(mentee, mentor, wanted, wanting)))
        {
            yield return ("mentor", "the pair stands there already", "pair.repeated");
        }
    }

    private static void ReadPlaces(
        Terminal terminal,
        string path,
        bool lenient,
        Dictionary<PersonId, int> mentees,
        Dictionary<PersonId, int> mentors,
        PersonAliases aliases,
        Func<PersonId, bool, bool> isKnown,
        string where)
    {
        HashSet<(PersonId, bool)> seen = [];
        SmallTable.Read(terminal, path, ["person", "as", "places"], [], lenient, Take);

        IEnumerable<(string, string, string)> Take(SmallRow row)
        {
            bool isMentee = row.Cells[1] == "mentee", isSide = isMentee || row.Cells[1] == "mentor";
            bool named = PersonId.TryParse(row.Cells[0], null, out PersonId id);
            PersonId person = aliases.PersonOf(id);
            bool known = named && isSide && isKnown(person, isMentee);
            bool counted = TryNumber(row.Cells[2], 10_000, out int number);
            if (!isSide)
            {
                yield return ("as", "it is mentee or mentor", "side.unknown");
            }
            else if (!known)
            {
                yield return ("person", $"'{row.Cells[0]}' is not known {where}", "person.unknown");
            }
            else if (!seen.Add((person, isMentee)))
            {
                yield return ("person", "the places stand there already", "places.repeated");
            }

            if (!counted)
            {
                yield return ("places", "a whole number from 0 to 10000 is needed", "places.malformed");
            }

            if (known && counted)
            {
                (isMentee ? mentees : mentors)[person] = number;
            }
        }
    }

    private static bool TryNumber(string text, int most, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= most;
}
