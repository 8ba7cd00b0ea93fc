using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Finds members who agreed to be matched and can answer the open questions of a community.</summary>
/// <remarks>
/// Evidence is the answers in the records of the community, those of people who agreed. Whom somebody asked, and when, stands in the record as an escalation to a person: put an
/// <see cref="EscalateQuestion"/> for each question that somebody is really asked. From these follow who was asked before, and how many asks somebody has left this week.
/// </remarks>
public interface IExpertFinding
{
    /// <summary>Ranks people for one open question, as of now.</summary>
    /// <param name="community">The community.</param>
    /// <param name="question">The question.</param>
    /// <param name="viewer">Who wants to know: facilitators, and the host.</param>
    /// <param name="top">At most how many; positive.</param>
    /// <param name="choices">How many asks a week people take and until when they take a break, of those who said it; agreement is not taken from here. Null for none.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The best first; refused with <c>experts.hidden</c>, <c>question.unknown</c> or <c>question.not-open</c>.</returns>
    ValueTask<Decision<ValueList<ExpertSuggestion>>> RankAsync(
        CommunityId community, QuestionId question, Actor viewer, int top = 5, IReadOnlyCollection<ExpertCandidate>? choices = null, CancellationToken cancellationToken = default);

    /// <summary>Proposes whom to ask what, for all questions without an answer for which nobody is being asked, as of now.</summary>
    /// <param name="community">The community.</param>
    /// <param name="viewer">Who wants to know: facilitators, and the host.</param>
    /// <param name="choices">As in <see cref="RankAsync"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>
    /// Who is asked what, within everybody's asks; refused with <c>experts.hidden</c>. A question for which somebody was asked comes again once they had
    /// <see cref="PracticePolicy.EscalateAfter"/> to answer, and goes to somebody else.
    /// </returns>
    ValueTask<Decision<ExpertRound>> AssignAsync(
        CommunityId community, Actor viewer, IReadOnlyCollection<ExpertCandidate>? choices = null, CancellationToken cancellationToken = default);
}
