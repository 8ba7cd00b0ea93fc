using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Recommends communities to people, small tasks to newcomers, and tells which communities could do something together.</summary>
/// <remarks>Implementations are safe for concurrent use; what they return is immutable.</remarks>
public interface ICommunityRecommendations
{
    /// <summary>Recommends communities to a person, as of now.</summary>
    /// <param name="person">The person.</param>
    /// <param name="viewer">Who asks: the person, or the host.</param>
    /// <param name="interests">What the person says they care about; null when they did not say.</param>
    /// <param name="top">At most how many; positive.</param>
    /// <param name="seed">The seed of what is drawn by lot.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The recommendations; refused with <c>recommendations.hidden</c> to anybody else. Empty for somebody who objects to matching.</returns>
    ValueTask<Decision<CommunityRecommendations>> RecommendAsync(
        PersonId person, Actor viewer, ValueList<Domains.TopicWeight>? interests = null, int top = 10, ulong seed = 0, CancellationToken cancellationToken = default);

    /// <summary>Finds communities that could become one, one within the other, or do something together, as of now.</summary>
    /// <param name="viewer">Who asks; only the host is told.</param>
    /// <param name="population">How many people there are in the organisation; zero when it is not known.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The pairs; refused with <c>recommendations.hidden</c>. Private communities are left out.</returns>
    ValueTask<Decision<ValueList<CommunityPair>>> PairsAsync(Actor viewer, int population = 0, CancellationToken cancellationToken = default);

    /// <summary>Proposes the next small tasks to a member who is new to a community, as of now.</summary>
    /// <param name="community">The community.</param>
    /// <param name="person">The member.</param>
    /// <param name="viewer">Who asks: the member, or the host.</param>
    /// <param name="interests">What the member says they care about; null when they did not say.</param>
    /// <param name="count">At most how many; positive.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The steps, none of them about what is the member's own; refused with <c>recommendations.hidden</c>, or <c>member.none</c> for somebody who is no member.</returns>
    ValueTask<Decision<ValueList<LearningStep>>> NextTasksAsync(
        CommunityId community, PersonId person, Actor viewer, ValueList<Domains.TopicWeight>? interests = null, int count = 3, CancellationToken cancellationToken = default);
}
