using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Assigns mentees to mentors among the members of a community who agreed to be matched.</summary>
public interface ICommunityMentoring
{
    /// <summary>Assigns as of now.</summary>
    /// <param name="community">The community.</param>
    /// <param name="mentees">Who wants a mentor, and how many they want in all.</param>
    /// <param name="mentors">Who offers to be one, and how many mentees they take in all.</param>
    /// <param name="relations">The relations that the host kept: those that take a place leave one less, and two people with any relation are not proposed to each other again.</param>
    /// <param name="choices">What people chose beyond agreeing: breaks, blocks, topics; neither agreement nor attributes are taken from here.</param>
    /// <param name="objective">What makes an assignment better.</param>
    /// <param name="seed">Decides between what is equally good.</param>
    /// <param name="rules">What forbids a pair and what speaks for it; null for the settings of pairing rounds.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The assignment; without anybody for an unknown community. Whoever did not agree stands in no part of it. Nothing is recorded: propose a <see cref="MentoringRelation"/> for each pair and keep it.</returns>
    /// <exception cref="ArgumentException">The settings have problems.</exception>
    ValueTask<MentoringResult> AssignAsync(
        CommunityId community,
        IReadOnlyDictionary<PersonId, int> mentees,
        IReadOnlyDictionary<PersonId, int> mentors,
        IReadOnlyCollection<MentoringRelation> relations,
        IReadOnlyCollection<Participant> choices,
        MentoringObjective objective,
        ulong seed,
        PairingRules? rules = null,
        CancellationToken cancellationToken = default);
}
