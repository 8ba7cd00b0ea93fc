using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Where pairing rounds and mentoring get their people from: the active members who agreed to <see cref="ProcessingPurpose.Matching"/>, what is known about them, and the host's rules and criteria.</summary>
/// <remarks>
/// Nobody else is looked at, but for one thing: who manages the managers of these people, as far up as <see cref="PairingRules.ReportingDepth"/> reaches. Safe for concurrent use when the ports are.
/// </remarks>
public sealed class ParticipantSource
{
    private readonly CommunityRecords records;
    private readonly IPeopleDirectory people;
    private readonly TimeProvider clock;
    private readonly PairingRules settings;
    private readonly IMatchRule<Participant, Participant>[] rules;
    private readonly PairingCriterion[] criteria;

    /// <summary>Creates the source.</summary>
    /// <param name="records">Who belongs, and who agreed.</param>
    /// <param name="people">What is known about people.</param>
    /// <param name="clock">Tells what now is.</param>
    /// <param name="settings">The settings when a call brings none; null for <see cref="PairingRules.Default"/>.</param>
    /// <param name="rules">Hard rules of the host's own; none by default.</param>
    /// <param name="criteria">Criteria of the host's own with their weights; none by default.</param>
    public ParticipantSource(
        CommunityRecords records,
        IPeopleDirectory people,
        TimeProvider clock,
        PairingRules? settings = null,
        IEnumerable<IMatchRule<Participant, Participant>>? rules = null,
        IEnumerable<PairingCriterion>? criteria = null)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(clock);
        this.records = records;
        this.people = people;
        this.clock = clock;
        this.settings = settings ?? PairingRules.Default;
        this.rules = [.. rules ?? []];
        this.criteria = [.. criteria ?? []];
    }

    /// <summary>Now, as the services of matching see it.</summary>
    internal DateTimeOffset Now => clock.GetUtcNow();

    internal async ValueTask<PairingRequest> RequestAsync(
        CommunityId community,
        IEnumerable<Participant> choices,
        DateTimeOffset at,
        ulong seed,
        PairingRules? settings,
        IReadOnlyCollection<PastMeeting> history,
        IEnumerable<IMatchRule<Participant, Participant>> more,
        CancellationToken cancellationToken)
    {
        List<PersonId> agreed;
        using (RecordLease lease = await records.AcquireAsync(community, cancellationToken).ConfigureAwait(false))
        {
            agreed = [.. lease.Record.Members.All.Where(MatchingConsent.Agreed).Select(m => m.Person)];
        }

        PairingRules used = settings ?? this.settings;
        Dictionary<PersonId, PersonAttributes> known = await KnownAsync(agreed, at, cancellationToken).ConfigureAwait(false);
        Dictionary<PersonId, Participant> chosen = [];
        foreach (Participant choice in choices)
        {
            if (!chosen.TryAdd(choice.Person, choice))
            {
                throw new ArgumentException($"The choices of '{choice.Person}' are there twice.", nameof(choices));
            }
        }

        return new(agreed.Select(person => (chosen.GetValueOrDefault(person) ?? new(person)) with { OptedIn = true, Attributes = known.GetValueOrDefault(person) ?? new() }), at, seed)
        {
            Rules = used,
            History = history,
            Managers = await ManagersAsync(known, used.ReportingDepth, at, cancellationToken).ConfigureAwait(false),
            ExtraRules = [.. rules, .. more],
            ExtraCriteria = criteria,
        };
    }

    private async ValueTask<Dictionary<PersonId, PersonAttributes>> KnownAsync(IReadOnlyCollection<PersonId> ids, DateTimeOffset at, CancellationToken cancellationToken)
    {
        Dictionary<PersonId, PersonAttributes> known = [];
        await foreach (Person person in people.ReadAsync(ids, cancellationToken).ConfigureAwait(false))
        {
            if (person.AsOf(at) is { } attributes)
            {
                known[person.Id] = attributes;
            }
        }

        return known;
    }

    /// <summary>The managers of managers who take no part themselves.</summary>
    private async ValueTask<Dictionary<PersonId, PersonId>> ManagersAsync(Dictionary<PersonId, PersonAttributes> known, int depth, DateTimeOffset at, CancellationToken cancellationToken)
    {
        Dictionary<PersonId, PersonId> managers = [];
        HashSet<PersonId> seen = [.. known.Keys];
        IEnumerable<PersonAttributes> below = known.Values;
        for (int step = 1; step < depth; step++)
        {
            PersonId[] above = [.. below.Select(p => p.Manager).OfType<PersonId>().Where(seen.Add).Distinct()];
            if (above.Length == 0)
            {
                break;
            }

            Dictionary<PersonId, PersonAttributes> next = await KnownAsync(above, at, cancellationToken).ConfigureAwait(false);
            foreach ((PersonId person, PersonAttributes attributes) in next)
            {
                if (attributes.Manager is { } manager)
                {
                    managers[person] = manager;
                }
            }

            below = next.Values;
        }

        return managers;
    }
}
