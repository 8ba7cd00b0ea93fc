using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Walks through the history of one community, from step to step, and puts the commands that make it true.</summary>
internal sealed class HistoryWalk(ICommunityCommands commands, PolicySet policies, CommunityHistory history, DateTimeOffset before, CancellationToken cancellationToken)
{
    private const string Unsaid = "Imported; the source does not say what the community is for.";
    private const string NoFacilitator = "no-facilitator";

    private static readonly HashSet<string> Over = new(["closed", "archived", "retired", "ended"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Going = new(["active", "open"], StringComparer.OrdinalIgnoreCase);

    private readonly CommunityRecord record = new(history.Community);
    private readonly List<HistoryRefusal> refusals = [];
    private readonly List<Reason> notes = [];
    private readonly HashSet<Type> givenUp = [];
    private readonly HashSet<OrganisationExit> exits = [.. history.Exits.Select(e => e with { At = e.At.ToUniversalTime() })];
    private readonly DateTimeOffset? chartered = history.Chartered?.ToUniversalTime();

    private CommunityId Id => history.Community;

    private bool IsFacilitated => record.Members.ActiveFacilitators() > 0;

    private bool IsEnough => record.Members.Count(MembershipStatus.Active) >= policies.Community.MinMembers;

    public async ValueTask<HistoryOutcome> RunAsync()
    {
        List<HistoryStep> steps = HistorySteps.Of(history, before, policies.Membership.Roles);
        if (steps.Count > 0 && await ProposeAsync(steps[0]).ConfigureAwait(false))
        {
            for (int i = 0; i < steps.Count; i++)
            {
                HistoryStep step = steps[i];
                if (i > 0 && step.At > steps[i - 1].At)
                {
                    await SettleAsync(step.At, isLast: false).ConfigureAwait(false);
                }

                await TakeAsync(step).ConfigureAwait(false);
            }

            await SettleAsync(before, isLast: true).ConfigureAwait(false);
            Conclude();
        }
        else if (steps.Count == 0 && (chartered < before || history.Status is not null))
        {
            notes.Add(Reason.Of("history.no-people", $"The source names nobody in '{Id}' before {before:yyyy-MM-dd}, so nothing is recorded of it."));
        }

        return new(Id, (int)record.Version, refusals.ToValueList(), notes.ToValueList());
    }

    private ValueTask<bool> ProposeAsync(HistoryStep first) => ByHostAsync(
        new ProposeCommunity(Id, first.Person, Name(), Purpose(), CommunityKind.CommunityOfPractice, SimilarShown: []) { Domain = DomainOf() },
        chartered < first.At ? chartered.Value : first.At);

    private async ValueTask TakeAsync(HistoryStep step)
    {
        switch (step.Kind)
        {
            case HistoryStepKind.FacilitatorJoins or HistoryStepKind.Joins:
                await PutAsync(new InviteMember(Id, step.Person), HistoryImport.By, step.At, step.Source).ConfigureAwait(false);
                if (record.Members[step.Person].Status == MembershipStatus.Invited)
                {
                    await PutAsync(new AcceptInvitation(Id, step.Person, HistoryImport.Consent), Actor.Of(step.Person), step.At, step.Source).ConfigureAwait(false);
                }

                break;
            case HistoryStepKind.FacilitatorBegins or HistoryStepKind.RoleBegins:
                if (await PutAsync(new NominateForRole(Id, step.Person, step.Role!.Value), HistoryImport.By, step.At, step.Source).ConfigureAwait(false))
                {
                    await PutAsync(new AcceptNomination(Id, step.Person, step.Role.Value), Actor.Of(step.Person), step.At, step.Source).ConfigureAwait(false);
                }

                break;
            case HistoryStepKind.FacilitatorEnds or HistoryStepKind.RoleEnds or HistoryStepKind.RoleEndsAtOnce:
                await EndRoleAsync(step, step.Role!.Value).ConfigureAwait(false);
                break;
            case HistoryStepKind.Leaves or HistoryStepKind.LeavesAtOnce:
                await LeaveAsync(step).ConfigureAwait(false);
                break;
            case HistoryStepKind.WasMember when record.Members[step.Person].Status == MembershipStatus.None:
                await PutAsync(new RecordAlumnus(Id, step.Person), HistoryImport.By, step.At, step.Source).ConfigureAwait(false);
                break;
        }
    }

    private async ValueTask EndRoleAsync(HistoryStep step, Role role)
    {
        if (role == Role.Facilitator && IsLastFacilitator(step.Person))
        {
            EndRole end = new(Id, step.Person, role, "The source names them no longer, and nobody else.") { IfLast = LastFacilitatorChoice.StartGrace(interim: null) };
            await PutAsync(end, HistoryImport.By, step.At, step.Source).ConfigureAwait(false);
        }
        else
        {
            await PutAsync(new ResignRole(Id, step.Person, role), Actor.Of(step.Person), step.At, step.Source).ConfigureAwait(false);
        }
    }

    private async ValueTask LeaveAsync(HistoryStep step)
    {
        if (IsLastFacilitator(step.Person))
        {
            await EndRoleAsync(step, Role.Facilitator).ConfigureAwait(false);
        }

        bool exit = exits.Contains(new(step.Person, step.At));
        await PutAsync(
            new LeaveCommunity(Id, step.Person, exit ? LeaveReason.OrganisationExit : LeaveReason.Choice),
            exit ? HistoryImport.By : Actor.Of(step.Person), step.At, step.Source).ConfigureAwait(false);
    }

    private bool IsLastFacilitator(PersonId person) =>
        record.Community is { Status: CommunityStatus.Active, FacilitationGrace: null } && record.Members[person].Holds(Role.Facilitator) && record.Members.ActiveFacilitators() <= 1;

    /// <summary>Puts what follows from where the community stands: at once, and whatever comes due before the next step.</summary>
    private async ValueTask SettleAsync(DateTimeOffset next, bool isLast)
    {
        while (Due(closes: isLast && Closes) is { } due && due.At < next && !givenUp.Contains(due.Command.GetType()))
        {
            if (due.Command is ReviveCommunity)
            {
                await SupportAsync(due.At).ConfigureAwait(false);
            }

            if (!await ByHostAsync(due.Command, due.At).ConfigureAwait(false))
            {
                givenUp.Add(due.Command.GetType());
            }
        }
    }

    private (DateTimeOffset At, Command Command)? Due(bool closes)
    {
        DateTimeOffset now = record.LatestAt!.Value;
        return record.Community switch
        {
            { Status: CommunityStatus.Proposed } when closes => (now, new RejectProposal(Id, "The source says that it is over, and it was never launched.")),
            { Status: CommunityStatus.Proposed } when IsFacilitated => (chartered > now ? chartered.Value : now, new AdoptCharter(Id, Terms())),
            { Status: CommunityStatus.Chartered } when IsFacilitated && IsEnough => (now, new LaunchCommunity(Id, now)),
            { Status: CommunityStatus.Active or CommunityStatus.Dormant } when closes => (now, new AnnounceClosing(Id, "The source says that it is over.", new([], "The source does not say what became of what it made."))),
            { Status: CommunityStatus.Closing, Closing: { } closing } => (closing.EffectiveOn > now ? closing.EffectiveOn : now, new CloseCommunity(Id, "Thank you.")),
            { Status: CommunityStatus.Dormant } when IsFacilitated && IsEnough => (now, new ReviveCommunity(Id, ReviewVerdict.Reaffirm, record.Members.Count(MembershipStatus.Active), "Imported: the source names a facilitator again.")),
            { Status: CommunityStatus.Active, FacilitationGrace: { } grace } community => DueInGrace(community, grace, now),
            { Status: CommunityStatus.Active, DormancyNotice: not null } => (now, new WithdrawDormancyNotice(Id)),
            _ => null,
        };
    }

    /// <summary>As the rule of the facilitation grace: notice so long before its end, then rest.</summary>
    private (DateTimeOffset At, Command Command) DueInGrace(Community community, FacilitationGrace grace, DateTimeOffset now)
    {
        TimeSpan notice = policies.Community.DormancyNotice;
        DateTimeOffset due = notice == TimeSpan.Zero || community.DormancyNotice is not null
            ? Later(grace.Deadline, community.DormancyNotice?.EffectiveOn ?? grace.Deadline)
            : grace.Deadline - notice;
        return (Later(due, now), notice == TimeSpan.Zero || community.DormancyNotice is not null ? new MakeDormant(Id, NoFacilitator) : new GiveDormancyNotice(Id, NoFacilitator));

        static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
    }

    /// <summary>Whoever is a member of a community at rest when it is picked up is taken to want it.</summary>
    private async ValueTask SupportAsync(DateTimeOffset at)
    {
        foreach (PersonId person in record.Members.WithStatus(MembershipStatus.Active).Select(m => m.Person).Except(record.Community.RevivalSupporters).ToList())
        {
            await PutAsync(new SupportRevival(Id, person), Actor.Of(person), at, source: null).ConfigureAwait(false);
        }
    }

    /// <summary>Whether the source says that the community is over, and nobody is a member any more.</summary>
    private bool Closes => history.Status is { } status && Over.Contains(status) && history.Periods.All(p => !p.IsMembership || p.Until < before);

    private void Conclude()
    {
        Community community = record.Community;
        bool over = history.Status is { } status && Over.Contains(status);
        if (over && history.Periods.Any(p => p.IsMembership && p.Until is null))
        {
            notes.Add(Reason.Of("history.status-open", $"The source says that '{Id}' is {history.Status}, and names members without an end: the members count."));
        }
        else if (!over && !string.IsNullOrWhiteSpace(history.Status) && !Going.Contains(history.Status))
        {
            notes.Add(Reason.Of("history.status-undated", $"The source says that '{Id}' is '{history.Status}', and not since when: nothing is recorded of it."));
        }

        if (community.Status is CommunityStatus.Proposed or CommunityStatus.Chartered)
        {
            string lacks = IsFacilitated ? $"active members: {record.Members.Count(MembershipStatus.Active)}, and a launch needs {policies.Community.MinMembers}" : "nobody facilitates it";
            notes.Add(Reason.Of("history.never-launched", $"'{Id}' is {community.Status} only: {lacks}."));
        }

        if (community.Charters is [var first, ..] && first.From > chartered)
        {
            notes.Add(Reason.Of("history.charter-late", $"The source says that '{Id}' was chartered on {chartered:yyyy-MM-dd}; nobody facilitated it before {first.From:yyyy-MM-dd}."));
        }
    }

    private CharterTerms Terms() => new(Purpose(), DomainOf(), "Imported; the source does not say how roles are selected.");

    private Domain DomainOf() => new(
        (history.Topics.Count == 0 ? [new TopicId(Id.Text)] : history.Topics.Distinct()).Select(t => new TopicWeight(t, 1)).ToValueList(),
        new Focus(FocusKind.Opportunity, Purpose()));

    private string Name() => string.IsNullOrWhiteSpace(history.Name) ? Id.Text : history.Name;

    private string Purpose() => string.IsNullOrWhiteSpace(history.Purpose) ? Unsaid : history.Purpose;

    private ValueTask<bool> ByHostAsync(Command command, DateTimeOffset at) => PutAsync(command, HistoryImport.By, at, source: null);

    private async ValueTask<bool> PutAsync(Command command, Actor by, DateTimeOffset at, MembershipPeriod? source)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Decision<Committed> decision = await commands.ExecuteAsync(new CommandRequest(command, by) { At = at }, cancellationToken).ConfigureAwait(false);
        if (decision is Decision<Committed>.Refused refused)
        {
            refusals.Add(new(at, command.GetType().Name, source, refused.Refusal.Reasons));
            return false;
        }

        foreach (JournalEntry entry in decision.OrThrow().Entries)
        {
            record.Apply(entry);
        }

        return true;
    }
}
