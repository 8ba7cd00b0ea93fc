using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
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
    /// <param name="handlers">Who is told what was committed, in this order.</param>
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
    public ValueTask<Decision<Committed>> ExecuteAsync(CommandRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return commits.CommitAsync(Planning.Involved(request.Command), (leases, token) => DecideAsync(request, leases, token), cancellationToken);
    }

    private async ValueTask<Attempt> DecideAsync(CommandRequest request, RecordLeases leases, CancellationToken cancellationToken)
    {
        CommunityRecord record = leases[request.Command.Community];
        if (request.CommandId is { } id && record.VersionsOf(id) is { Count: > 0 } versions)
        {
            return Decision<Committed>.Accept(new([.. await EntriesAsync(record.Id, versions, cancellationToken).ConfigureAwait(false)], IsRepetition: true, []));
        }

        if (!await permissions.AllowsAsync(new(request.Command, request.By, Standings.Of(request.By, request.Command, record)), cancellationToken).ConfigureAwait(false))
        {
            return Attempt.Refuse(new Reason("permission.denied", $"'{request.By}' may not do this: {request.Command.GetType().Name}."));
        }

        DateTimeOffset now = records.Now;
        if (request.At > now)
        {
            return Attempt.Refuse(new Reason("command.time", $"{request.At:O} lies in the future."));
        }

        // clocks of several hosts differ a little; nothing is decided before the latest fact
        DateTimeOffset at = request.At ?? (now < record.LatestAt ? record.LatestAt.Value : now);
        DecisionContext context = new(at, request.By) { Policies = policies, Because = new Cause { CommandId = request.CommandId, Fields = request.Fields } };
        Decision<Plan> plan = await Planning.DecideAsync(request.Command, leases, context, directory, cancellationToken).ConfigureAwait(false);
        return plan.Match(p => (Attempt)p, r => Decision<Committed>.Refuse(r));
    }

    private async ValueTask<List<JournalEntry>> EntriesAsync(CommunityId community, IReadOnlyList<long> versions, CancellationToken cancellationToken)
    {
        List<JournalEntry> entries = [];
        await foreach (JournalEntry entry in records.Journal.ReadAsync(community, versions[0] - 1, cancellationToken).ConfigureAwait(false))
        {
            if (entries.Count == versions.Count)
            {
                break;
            }

            if (versions.Contains(entry.Version))
            {
                entries.Add(entry);
            }
        }

        return entries;
    }
}
