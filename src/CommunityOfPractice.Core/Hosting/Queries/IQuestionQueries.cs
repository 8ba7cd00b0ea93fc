using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Answers what is being asked in communities, each viewer seeing what they may.</summary>
/// <remarks>
/// Questions and answers are shown inside: to members, also on leave or lapsed, to the sponsor and to the host. The queue names nobody and is
/// shown to everybody where the community is public. A private community that the viewer may not see does not exist for them.
/// Implementations are safe for concurrent use; what they return is immutable.
/// </remarks>
public interface IQuestionQueries
{
    /// <summary>Lists the open questions as of now, the oldest first.</summary>
    /// <param name="community">The community.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="take">At most how many; positive.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The queue; refused with <c>community.unknown</c> or <c>questions.hidden</c>.</returns>
    ValueTask<Decision<ValueList<OpenQuestion>>> OpenAsync(CommunityId community, Actor viewer, int take = 100, CancellationToken cancellationToken = default);

    /// <summary>Finds a question with its answers.</summary>
    /// <param name="community">The community.</param>
    /// <param name="question">The question.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The question; refused with <c>community.unknown</c>, <c>questions.hidden</c> or <c>question.unknown</c>. Who asked sees it for ever.</returns>
    ValueTask<Decision<Question>> FindAsync(CommunityId community, QuestionId question, Actor viewer, CancellationToken cancellationToken = default);
}
