using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>A hard rule: says which candidates a seeker can never be matched with, whatever the criteria say.</summary>
/// <typeparam name="TSeeker">Who or what is looked for: a person, a question, a mentee.</typeparam>
/// <typeparam name="TCandidate">Who or what may be found.</typeparam>
/// <remarks>Implementations are pure: the same seeker and candidate, the same answer. Where seekers and candidates are of one kind, a rule answers the same both ways round.</remarks>
public interface IMatchRule<in TSeeker, in TCandidate>
{
    /// <summary>Gets the stable id of the rule.</summary>
    /// <value>Dotted, lower case; unique among the rules of one request.</value>
    string Id { get; }

    /// <summary>Gets a value indicating whether nobody may learn from an explanation that this rule was at work, such as a block.</summary>
    /// <value>When <see langword="true"/>, reasons and conflicts never name the rule.</value>
    bool IsPrivate { get; }

    /// <summary>Says why a candidate is out of the question.</summary>
    /// <param name="seeker">Who or what is looked for.</param>
    /// <param name="candidate">Who or what may be found.</param>
    /// <returns>The reason, or null when the rule has nothing against it. The text of a rule that is not private may be told to either of the two.</returns>
    Reason? Forbids(TSeeker seeker, TCandidate candidate);
}
