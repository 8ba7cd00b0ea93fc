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
        List<Participant> participants = await AgreedParticipants.LoadAsync(records, people, community, choices, now, cancellationToken).ConfigureAwait(false);
        return PairingPlanner.Plan(new(participants, now, seed) { Rules = rules ?? this.rules, History = history });
    }
}
