using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Carries out commands over the records of communities.</summary>
/// <remarks>Safe for concurrent use.</remarks>
public sealed class CommunityCommands : ICommunityCommands
{
    private readonly CommunityRecords records;
    private readonly ICommunityDirectory directory;
    private readonly IPermissions permissions;
    private readonly Commits commits;
    private readonly PolicySet policies;

    /// <summary>Creates the service.</summary>
    /// <param name="records">The records of communities.</param>
    /// <param name="directory">What is listed across communities.</param>
    /// <param name="permissions">Who may put which command.</param>
    /// <param name="handlers">Who is told what was committed, in this order; enumerated once, when the first command is put.</param>
    /// <param name="policies">The policies in force.</param>
    public CommunityCommands(CommunityRecords records, ICommunityDirectory directory, IPermissions permissions, IEnumerable<IFactHandler> handlers, PolicySet policies)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(permissions);
        ArgumentNullException.ThrowIfNull(handlers);
        ArgumentNullException.ThrowIfNull(policies);
        this.records = records;
        this.directory = directory;
        this.permissions = permissions;
        commits = new Commits(records, handlers);
        this.policies = policies;
    }

    /// <inheritdoc/>
    public ValueTask<Decision<Committed>> ExecuteAsync(Command command, Actor by, CancellationToken cancellationToken = default) =>
        ExecuteAsync(new CommandRequest(command, by), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<Decision<Committed>> ExecuteAsync(CommandRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(request.Command, nameof(request));
        _ = request.By.Checked(nameof(request));
        cancellationToken.ThrowIfCancellationRequested();
        IEnumerable<CommunityId> involved = await Planning.InvolvedAsync(request.Command, records, cancellationToken).ConfigureAwait(false);
        return await commits.CommitAsync(involved, (leases, token) => DecideAsync(request, leases, token), cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<Attempt> DecideAsync(CommandRequest request, RecordLeases leases, CancellationToken cancellationToken)
    {
        CommunityRecord record = leases[request.Command.Community];
        if (await RepetitionAsync(request, leases, cancellationToken).ConfigureAwait(false) is { } repetition)
        {
            return repetition;
        }

        if (request.Command is not ProposeCommunity && leases.Records.Any(r => IsHidden(r, request)))
        {
            return Attempt.Refuse(new("community.unknown", "There is no such community."));
        }

        if (!await records.AllowsAsync(permissions, new(request.Command, request.By, Standings.Of(request.By, request.Command, record)), cancellationToken).ConfigureAwait(false))
        {
            Type command = request.Command.GetType();
            return Attempt.Refuse(Denials.Reason(command, (permissions as MatrixPermissions)?.RequiredFor(command)));
        }

        DateTimeOffset now = records.Now;
        if (request.At > now)
        {
            return Attempt.Refuse(Reason.Of("command.time", $"{request.At.Value:O} lies in the future."));
        }

        // clocks of several hosts differ a little; nothing is decided before the latest fact
        DateTimeOffset at = request.At ?? leases.Records.Select(r => r.LatestAt).OfType<DateTimeOffset>().Append(now).Max();
        DecisionContext context = new(at, request.By) { Policies = policies, Because = new Cause { CommandId = request.CommandId, Fields = request.Fields } };
        Decision<Plan> plan = await Planning.DecideAsync(request.Command, leases, context, directory, cancellationToken).ConfigureAwait(false);
        Reason? unknown = await NamedCommunities.ProblemAsync(request.Command, request.By, directory, at, cancellationToken).ConfigureAwait(false);
        return plan.Match(p => unknown is null ? p : Attempt.Refuse(unknown), r => Decision<Committed>.Refuse(unknown is null ? r : new Refusal([.. r.Reasons, unknown])));
    }

    /// <summary>Whether who acts is answered as if there were no such community.</summary>
    private bool IsHidden(CommunityRecord record, CommandRequest request) => record.Community.Status != CommunityStatus.None
        && !Sight.Of(request.By, record, records.Now).Community
        && !(request.By.Person is { } person && (record.Members.Knows(person) || IsAboutThemselves(record, request.Command, person)));

    /// <summary>People who are named in a story, or who asked a question that moved, decide on these, wherever they have gone.</summary>
    private static bool IsAboutThemselves(CommunityRecord record, Command command, PersonId person) => command switch
    {
        ConsentToStory or WithdrawStoryConsent => record.Practice.Repertoire.HasStoryOf(person),
        QuestionCommand question => record.Practice.Questions.Find(question.Question)?.Asker == person,
        _ => false,
    };

    /// <summary>What the same request led to before; null when it was not put before.</summary>
    private async ValueTask<Decision<Committed>?> RepetitionAsync(CommandRequest request, RecordLeases leases, CancellationToken cancellationToken)
    {
        if (request.CommandId is not { } id || leases[request.Command.Community].VersionsOf(id) is not { Count: > 0 } versions)
        {
            return null;
        }

        List<JournalEntry> entries = await EntriesAsync(request.Command.Community, versions, cancellationToken).ConfigureAwait(false);
        Change first = entries[0].Change;
        if (first.By != request.By)
        {
            return Decision<Committed>.Refuse(new Reason("command.id-taken", "Somebody else has put a command with this id."));
        }

        // a merge or a split wrote into the other community as well, at the same moment
        foreach (CommunityRecord other in leases.Records.Where(r => r.Id != request.Command.Community))
        {
            if (other.VersionsOf(id) is { Count: > 0 } there)
            {
                entries.AddRange((await EntriesAsync(other.Id, there, cancellationToken).ConfigureAwait(false))
                    .Where(e => e.Change.By == first.By && e.Change.OccurredAt == first.OccurredAt));
            }
        }

        DecisionContext now = new(records.Now, request.By) { Policies = policies };
        return Decision<Committed>.Accept(new(entries.OrderBy(e => e.Community).ThenBy(e => e.Version).ToValueList(), IsRepetition: true, [])
        {
            StillMissing = request.Command is SplitCommunity split ? Splitting.StillMissing(leases[split.Child], leases[split.Child].Community, split, now) : [],
        });
    }

    private async ValueTask<List<JournalEntry>> EntriesAsync(CommunityId community, IReadOnlyList<long> versions, CancellationToken cancellationToken)
    {
        List<JournalEntry> entries = [];
        await foreach (JournalEntry entry in records.Journal.ReadAsync(community, versions[0] - 1, cancellationToken).ConfigureAwait(false))
        {
            entries.Add(entry);
            if (entries.Count == versions.Count)
            {
                break; // versions of one command follow on each other
            }
        }

        return entries;
    }
}
