using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Plans pairing rounds among the members of a community who agreed to be matched.</summary>
/// <remarks>The answers are for whoever runs the rounds: show each person their own group, and their own reasons only.</remarks>
public interface ICommunityPairing
{
    /// <summary>Plans a round as of now.</summary>
    /// <param name="community">The community.</param>
    /// <param name="history">The earlier meetings that the host kept.</param>
    /// <param name="choices">What people chose beyond agreeing: breaks, blocks, limits, topics; only members count, and neither agreement nor attributes are taken from here.</param>
    /// <param name="seed">Decides between what is equally good.</param>
    /// <param name="rules">The settings; null for those of the options.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The round; without anybody for an unknown community. Nothing is recorded: keep <see cref="PairingRound.ToHistory"/> once people were told.</returns>
    /// <exception cref="ArgumentException">The settings have problems.</exception>
    ValueTask<PairingRound> PlanAsync(
        CommunityId community,
        IReadOnlyCollection<PastMeeting> history,
        IReadOnlyCollection<Participant> choices,
        ulong seed,
        PairingRules? rules = null,
        CancellationToken cancellationToken = default);

    /// <summary>Plans several rounds together, the first one as of now, each knowing the ones before.</summary>
    /// <param name="community">The community.</param>
    /// <param name="history">The earlier meetings that the host kept.</param>
    /// <param name="choices">As in <see cref="PlanAsync"/>.</param>
    /// <param name="seed">Decides between what is equally good.</param>
    /// <param name="count">How many rounds; one or more.</param>
    /// <param name="every">The time from one round to the next; positive.</param>
    /// <param name="rules">The settings; null for those of the options.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The rounds in order. Nothing is recorded. Who joins, leaves or changes their mind later is not in them: plan anew then.</returns>
    /// <exception cref="ArgumentException">The settings have problems.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> or <paramref name="every"/> is not positive.</exception>
    ValueTask<ValueList<PairingRound>> PlanSeveralAsync(
        CommunityId community,
        IReadOnlyCollection<PastMeeting> history,
        IReadOnlyCollection<Participant> choices,
        ulong seed,
        int count,
        TimeSpan every,
        PairingRules? rules = null,
        CancellationToken cancellationToken = default);
}
