using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Lets memberships follow the company's directory, through the commands.</summary>
/// <remarks>Safe for concurrent use.</remarks>
public sealed class DirectorySynchronizer : IDirectorySync
{
    private static readonly Reason Unknown = new("community.unknown", "There is no such community.");

    private readonly CommunityRecords records;
    private readonly ICommunityCommands commands;
    private readonly PolicySet policies;

    /// <summary>Creates the service.</summary>
    /// <param name="records">The records of communities.</param>
    /// <param name="commands">What carries the commands out.</param>
    /// <param name="policies">The policies in force.</param>
    public DirectorySynchronizer(CommunityRecords records, ICommunityCommands commands, PolicySet policies)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(commands);
        ArgumentNullException.ThrowIfNull(policies);
        this.records = records;
        this.commands = commands;
        this.policies = policies;
    }

    /// <inheritdoc/>
    public Actor Actor { get; } = Actor.Host("directory");

    /// <inheritdoc/>
    public async ValueTask<Decision<ValueList<MembershipCommand>>> ProposeAsync(
        CommunityId community, IReadOnlyCollection<PersonId> fitting, IReadOnlyCollection<PersonId> departed, CancellationToken cancellationToken = default)
    {
        using RecordLease lease = await records.AcquireAsync(community, cancellationToken).ConfigureAwait(false);
        return lease.Record.Community.Status == CommunityStatus.None
            ? Decision<ValueList<MembershipCommand>>.Refuse(Unknown)
            : Decision<ValueList<MembershipCommand>>.Accept(DirectorySync.Propose(lease.Record, fitting, departed, Now(lease.Record)));
    }

    /// <inheritdoc/>
    public async ValueTask<Decision<DirectorySyncOutcome>> SyncAsync(
        CommunityId community, IReadOnlyCollection<PersonId> fitting, IReadOnlyCollection<PersonId> departed, CancellationToken cancellationToken = default)
    {
        if (await WantedAsync(community, fitting, departed, cancellationToken).ConfigureAwait(false) is not { } wanted)
        {
            return Decision<DirectorySyncOutcome>.Refuse(Unknown);
        }

        List<PersonId> invited = [], withdrawn = [], left = [];
        List<SyncRefusal> refused = [];
        foreach (MembershipCommand command in wanted)
        {
            Decision<Committed> decision = await commands.ExecuteAsync(command, Actor, cancellationToken).ConfigureAwait(false);
            List<PersonId> done = command switch { InviteMember => invited, WithdrawInvitation => withdrawn, _ => left };
            ValueList<Reason>? unmet = decision.Match(_ => null, refusal => (ValueList<Reason>?)refusal.Reasons);
            if (unmet is null)
            {
                done.Add(command.Person);
            }
            else
            {
                refused.Add(new(command.Person, unmet));
            }
        }

        return Decision<DirectorySyncOutcome>.Accept(new(invited.ToValueList(), withdrawn.ToValueList(), left.ToValueList(), refused.ToValueList()));
    }

    /// <summary>Every exit, so that one that is refused is told of; of the invitations those that can be accepted. Null for an unknown community.</summary>
    private async ValueTask<MembershipCommand[]?> WantedAsync(
        CommunityId community, IReadOnlyCollection<PersonId> fitting, IReadOnlyCollection<PersonId> departed, CancellationToken cancellationToken)
    {
        using RecordLease lease = await records.AcquireAsync(community, cancellationToken).ConfigureAwait(false);
        CommunityRecord record = lease.Record;
        DecisionContext now = Now(record);
        (ValueList<MembershipCommand> exits, ValueList<MembershipCommand> invitations) = DirectorySync.Wanted(record, fitting, departed, now);
        return record.Community.Status == CommunityStatus.None ? null : [.. exits, .. invitations.Where(i => record.Decide(i, now).IsAccepted)];
    }

    private DecisionContext Now(CommunityRecord record) => new(records.Now.Latest(record.LatestAt), Actor) { Policies = policies };
}
