using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>One row of the transition table: from where to where, by which command or rule, with which facts and guards.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Id">The number of the transition, such as <c>C4</c>; a dash for commands that leave the status as it is.</param>
/// <param name="From">The statuses from which it is possible, in their order.</param>
/// <param name="To">The statuses to which it can lead; empty when the status stays as it is.</param>
/// <param name="Command">The type of the command; null when only a policy does it.</param>
/// <param name="Facts">The types of the facts about this community that can follow.</param>
/// <param name="Guards">The codes of the guards, in the order of the alphabet; those of terms, plans and domains, and of artifacts and stories that go elsewhere, are not repeated here.</param>
public sealed record CommunityTransition(
    string Id, ValueList<CommunityStatus> From, ValueList<CommunityStatus> To, Type? Command, ValueList<Type> Facts, ValueList<string> Guards)
{
    /// <summary>Gets what does it, in a word.</summary>
    /// <value>The name of the command; without one, the name of the first fact.</value>
    public string Name => Command?.Name ?? Facts[0].Name;
}
