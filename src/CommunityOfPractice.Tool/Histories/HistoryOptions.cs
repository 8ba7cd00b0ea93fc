using System.CommandLine;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Vocabulary;
using CommunityOfPractice.Tool.Commands;
using CommunityOfPractice.Tool.Reporting;

namespace CommunityOfPractice.Tool.Histories;

/// <summary>The arguments and options that every command about histories shares: where memberships come from, and up to when.</summary>
internal sealed class HistoryOptions
{
    private readonly Argument<string[]> files = new("FILE")
    {
        Description = "JSON Lines or CSV files of the interchange format; a CSV's kind is told by its header. '-' is standard input, .gz is unpacked.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string[]> memberships = new("--memberships") { Description = "A CSV of memberships and roles, in place of FILE.", HelpName = "FILE" };
    private readonly Option<string[]> communities = new("--communities") { Description = "A CSV or JSON Lines file about communities (names, purposes, topics).", HelpName = "FILE" };
    private readonly Option<bool> lenient = new("--lenient") { Description = "Ignore columns and properties that the format does not know." };
    private readonly Option<bool> keepGoodRows = new("--keep-good-rows") { Description = "Use the rows without errors when some have errors." };

    public HistoryOptions(Command command)
    {
        files.Validators.Add(result =>
        {
            FileNames.RefuseEmpty(result, files.Name);
            foreach (string file in result.Tokens.Select(t => t.Value).Where(f => f.StartsWith('-') && f != "-"))
            {
                result.AddError($"There is no option '{file}' (a file of that name is ./{file}).");
            }
        });
        command.Add(files);
        foreach (Option<string[]> side in (Option<string[]>[])[memberships, communities])
        {
            side.Validators.Add(result => FileNames.RefuseEmpty(result, side.Name));
            command.Add(side);
        }

        command.Add(lenient);
        command.Add(keepGoodRows);
    }

    public static Option<DateTimeOffset?> Instant(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "TIME",
        CustomParser = result =>
        {
            DateTimeOffset? at = Durations.TryParseInstant(result.Tokens[0].Value);
            if (at is null)
            {
                result.AddError($"'{result.Tokens[0].Value}' is not an instant such as 2014-05-01 or 2014-05-01T12:00:00Z.");
            }

            return at;
        },
    };

    /// <summary>Gives a command the frame that it shares with others: read, replay as of an instant, and print text or one JSON document.</summary>
    /// <param name="command">The command that these options belong to.</param>
    /// <param name="terminal">Where it prints.</param>
    /// <param name="asOfText">What <c>--as-of</c> says of itself.</param>
    /// <param name="write">Writes the JSON document when there is a stream, text otherwise; returns whether all is well.</param>
    public void RunReplay(Command command, Terminal terminal, string asOfText, Func<Replay, Stream?, CancellationToken, Task<bool>> write)
    {
        Option<DateTimeOffset?> asOf = Instant("--as-of", asOfText);
        Option<bool> json = new("--json") { Description = "Print one JSON document instead of text." };
        command.Add(asOf);
        command.Add(json);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (await ReadAsync(terminal, parsed, cancellationToken).ConfigureAwait(false) is not { } read)
            {
                return ExitCode.DataErrors;
            }

            (Replay replay, bool whole) = await read.ReplayAsync(terminal, parsed.GetValue(asOf), cancellationToken).ConfigureAwait(false);
            bool well = false;
            if (parsed.GetValue(json))
            {
                await OutputFile.WriteAsync(terminal, null, async stream => well = await write(replay, stream, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
            }
            else
            {
                well = await write(replay, null, cancellationToken).ConfigureAwait(false);
            }

            return whole && well ? ExitCode.Ok : ExitCode.DataErrors;
        });
    }

    /// <summary>Reads the files; null when there are errors, which have been printed.</summary>
    public async Task<HistoryInput?> ReadAsync(Terminal terminal, ParseResult parsed, CancellationToken cancellationToken)
    {
        string[] named = parsed.GetValue(files) ?? [], lists = parsed.GetValue(memberships) ?? [];
        if (named.Length > 0 && lists.Length > 0)
        {
            throw new UsageException("name the memberships either with --memberships or as FILE, not both");
        }

        if (named.Length == 0 && lists.Length == 0)
        {
            throw new UsageException("memberships are needed: --memberships M.csv, or a FILE of the interchange format");
        }

        List<InputFile> all =
        [
            .. named.Select(f => new InputFile(f, null)),
            .. lists.Select(f => new InputFile(f, InterchangeKind.Membership)),
            .. (parsed.GetValue(communities) ?? []).Select(f => new InputFile(f, InterchangeKind.Community)),
        ];
        if (all.GroupBy(f => f.Path == "-" ? "-" : Path.GetFullPath(f.Path)).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new UsageException($"'{twice.First().Path}' is named twice");
        }

        InterchangeReaderOptions options = new() { Lenient = parsed.GetValue(lenient), KeepGoodRows = parsed.GetValue(keepGoodRows) };
        (InterchangeData? data, int errors, InterchangeReader reader) = await InputFiles.ReadWithPlacesAsync(terminal, all, options, cancellationToken).ConfigureAwait(false);
        return data is null ? null : new(data, errors, reader);
    }
}

/// <summary>What was read, and where each row came from.</summary>
internal sealed record HistoryInput(InterchangeData Data, int Errors, InterchangeReader Reader)
{
    /// <summary>Replays, and prints what rules refused, with its place, and what the journal does not say.</summary>
    /// <returns>The replay, and whether everything that the source says is in it.</returns>
    public async Task<(Replay Replay, bool Whole)> ReplayAsync(Terminal terminal, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        Replay replay = await Replay.OfAsync(Data, AsOf.Of(asOf, Data, terminal.Now.GetUtcNow()), cancellationToken).ConfigureAwait(false);
        int refused = 0;
        foreach (ReplayedCommunity community in replay.Communities)
        {
            foreach (Core.Hosting.HistoryRefusal refusal in community.Outcome.Refusals)
            {
                refused++;
                string place = refusal.Period is { } period ? $"{Reader.PlaceOf(period) ?? "?"}: {About(period)}" : community.Id.Text;
                string why = string.Join("; ", refusal.Reasons.Select(r => $"{r.Text} [{r.Code}]"));
                terminal.Complain(Words.Plain($"error: {place}: {refusal.Command} on {Durations.Format(refusal.At)}: {why}"));
            }
        }

        foreach (IGrouping<string, Reason> notes in replay.Communities.SelectMany(c => c.Outcome.Notes).GroupBy(n => n.Code).OrderBy(n => n.Key, StringComparer.Ordinal))
        {
            int more = notes.Count() - 1;
            terminal.Complain(Words.Plain($"note: {notes.First().Text}{(more > 0 ? Words.Text($" And {more} more like it.") : string.Empty)} [{notes.Key}]"));
        }

        if (refused > 0)
        {
            terminal.Complain($"cop: {Words.Count(refused, "thing in the source is", "things in the source are")} not in the journal");
        }

        return (replay, refused == 0 && Errors == 0);
    }

    private static string About(MembershipPeriod period) => $"{period.Person} in {period.Community}{(period.Role is { } role ? $" as {role.Name()}" : string.Empty)}";
}
