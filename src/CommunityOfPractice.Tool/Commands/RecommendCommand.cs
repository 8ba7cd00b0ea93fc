using System.CommandLine;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;
using CommunityOfPractice.Tool.Matching;

namespace CommunityOfPractice.Tool.Commands;

/// <summary><c>cop recommend</c>: which communities a person may want to join, and why.</summary>
internal static class RecommendCommand
{
    public static Command Create(Terminal terminal)
    {
        Command command = new("recommend", "Recommend communities to people, with the shares that each score is made of.");
        MatchingInput input = new(command);
        Option<int> top = MatchingOptions.Whole("--top", "At most how many for each person. Default: 10.", 1, int.MaxValue, 10);
        Option<ulong> seed = MatchingOptions.Seed("The seed of what is drawn by lot.");
        Option<string?> forFile = new("--for-file") { Description = "A file with one person a line: recommend to these only.", HelpName = "FILE" };
        forFile.Validators.Add(result => FileNames.RefuseEmpty(result, forFile.Name));
        foreach (Option option in (Option[])[top, seed, forFile])
        {
            command.Add(option);
        }

        command.SetAction(async (parsed, cancellationToken) =>
        {
            IReadOnlyList<PersonId>? named = parsed.GetValue(forFile) is { } path ? Read(terminal, path) : null;
            (InterchangeData? data, int errors, PersonAliases aliases) = await input.ReadAsync(terminal, parsed, cancellationToken).ConfigureAwait(false);
            if (data is null)
            {
                return ExitCode.DataErrors;
            }

            AsOf until = AsOf.Of(parsed.GetValue(input.AsOf), data, terminal.Now.GetUtcNow());
            DateTimeOffset asOf = until.At;
            if (MatchingFiles.NotYetKnown(data, asOf) is > 0 and var unknown)
            {
                terminal.Complain(Reporting.Words.Text($"note: {Reporting.Words.Count(unknown, "row")} of --communities left out: neither chartered nor joined by anybody before {Durations.Format(asOf)}"));
            }

            IReadOnlyList<PersonId>? only = named is null ? null : [.. named.Select(aliases.PersonOf).Distinct()];
            IReadOnlyList<CommunitySeeker> people = MatchingFiles.People(data, asOf);
            WarnOfStrangers(terminal, only ?? [], people, data, asOf);
            CommunityRecommender recommender = new(CommunityEvidence.Of(MatchingFiles.Communities(data, asOf), people, data.Memberships, asOf));
            IEnumerable<PersonId> asked = only ?? people.Select(p => p.Person).Concat(data.Memberships.Where(m => m.IsMembership && m.From < asOf && !(m.Until < asOf)).Select(m => m.Person));
            ValueList<CommunityRecommendations> found = recommender.ForAll(asked, parsed.GetValue(top), parsed.GetValue(seed));
            if (parsed.GetValue(input.Json))
            {
                await OutputFile.WriteAsync(terminal, null, stream => RecommendReport.WriteJsonAsync(stream, found, asOf, parsed.GetValue(input.Explain), cancellationToken)).ConfigureAwait(false);
            }
            else
            {
                until.Announce(terminal);
                RecommendReport.WriteText(terminal.Out.Profile.Out.Writer, found, parsed.GetValue(input.Explain));
            }

            return errors == 0 ? ExitCode.Ok : ExitCode.DataErrors;
        });
        return command;
    }

    /// <summary>Who is asked about and stands nowhere is told: it may be misspelt. They still get what somebody new gets.</summary>
    private static void WarnOfStrangers(Terminal terminal, IEnumerable<PersonId> asked, IEnumerable<CommunitySeeker> people, InterchangeData data, DateTimeOffset asOf)
    {
        HashSet<PersonId> known = [.. people.Select(p => p.Person), .. data.Memberships.Where(m => m.From < asOf).Select(m => m.Person)];
        foreach (PersonId stranger in asked.Where(p => !known.Contains(p)))
        {
            terminal.Complain(Reporting.Words.Plain($"warning: nothing is known of {stranger} at this time, neither a row of --people nor a membership"));
        }
    }

    /// <summary>One id a line; a header line <c>person</c>, as of a CSV with one column, is passed over.</summary>
    private static List<PersonId> Read(Terminal terminal, string path)
    {
        List<PersonId> people = [];
        bool good = InputFiles.TryOpen(terminal, path, (stream, name) =>
        {
            using StreamReader reader = new(stream);
            for (int line = 1; reader.ReadLine() is { } text; line++)
            {
                string id = text.Trim();
                if (id.Length == 0 || (line == 1 && id == "person"))
                {
                    continue;
                }

                people.Add(PersonId.TryParse(id, null, out PersonId person) ? person : throw new DataException($"{name}:{line}: this cannot be the id of a person"));
            }
        });
        return good ? people : throw new DataException("nothing was recommended");
    }
}
