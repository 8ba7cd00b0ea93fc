using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Plans pairing rounds among the members of a community who agreed to be matched.</summary>
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
}
