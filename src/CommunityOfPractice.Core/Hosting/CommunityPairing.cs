using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Loads the members who agreed to <see cref="ProcessingPurpose.Matching"/> and has a round planned for them; nobody else is even looked at.</summary>
/// <remarks>Safe for concurrent use when the ports are.</remarks>
public sealed class CommunityPairing : ICommunityPairing
{
    private readonly CommunityRecords records;
    private readonly IPeopleDirectory people;
    private readonly TimeProvider clock;
    private readonly PairingRules rules;

    /// <summary>Creates the service.</summary>
    /// <param name="records">Who belongs, and who agreed.</param>
    /// <param name="people">What is known about people.</param>
    /// <param name="clock">Tells what now is.</param>
    /// <param name="rules">The settings when none are given.</param>
    public CommunityPairing(CommunityRecords records, IPeopleDirectory people, TimeProvider clock, PairingRules rules)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(rules);
        this.records = records;
        this.people = people;
        this.clock = clock;
        this.rules = rules;
    }

    /// <inheritdoc/>
    public async ValueTask<PairingRound> PlanAsync(
        CommunityId community,
        IReadOnlyCollection<PastMeeting> history,
        IReadOnlyCollection<Participant> choices,
        ulong seed,
        PairingRules? rules = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(choices);
        DateTimeOffset now = clock.GetUtcNow();
        List<PersonId> agreed = await AgreedAsync(community, cancellationToken).ConfigureAwait(false);
        Dictionary<PersonId, PersonAttributes?> known = [];
        await foreach (Person person in people.ReadAsync(agreed, cancellationToken).ConfigureAwait(false))
        {
            known[person.Id] = person.AsOf(now);
        }

        Dictionary<PersonId, Participant> chosen = choices.ToDictionary(c => c.Person);
        IEnumerable<Participant> participants = agreed.Select(person =>
            (chosen.TryGetValue(person, out Participant? own) ? own : new(person)) with { OptedIn = true, Attributes = known.GetValueOrDefault(person) ?? new() });
        return PairingPlanner.Plan(new(participants, now, seed) { Rules = rules ?? this.rules, History = history });
    }

    private async ValueTask<List<PersonId>> AgreedAsync(CommunityId community, CancellationToken cancellationToken)
    {
        using RecordLease lease = await records.AcquireAsync(community, cancellationToken).ConfigureAwait(false);
        return [.. lease.Record.Members.All.Where(m => m.Status == MembershipStatus.Active && m.Allows(ProcessingPurpose.Matching) && !m.ObjectsTo(ProcessingPurpose.Matching)).Select(m => m.Person)];
    }
}
