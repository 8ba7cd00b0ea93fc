using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Loads the members who agreed to <see cref="ProcessingPurpose.Matching"/> and has a round planned for them; nobody else takes part.</summary>
/// <remarks>Safe for concurrent use when the ports are.</remarks>
public sealed class CommunityPairing : ICommunityPairing
{
    private readonly ParticipantSource source;

    /// <summary>Creates the service.</summary>
    /// <param name="source">Who takes part, and by which rules and criteria.</param>
    public CommunityPairing(ParticipantSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        this.source = source;
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
        return PairingPlanner.Plan(await source.RequestAsync(community, choices, source.Now, seed, rules, history, [], cancellationToken).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public async ValueTask<ValueList<PairingRound>> PlanSeveralAsync(
        CommunityId community,
        IReadOnlyCollection<PastMeeting> history,
        IReadOnlyCollection<Participant> choices,
        ulong seed,
        int count,
        TimeSpan every,
        PairingRules? rules = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(choices);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(every, TimeSpan.Zero);
        return PairingPlanner.PlanSeveral(await source.RequestAsync(community, choices, source.Now, seed, rules, history, [], cancellationToken).ConfigureAwait(false), count, every);
    }
}
