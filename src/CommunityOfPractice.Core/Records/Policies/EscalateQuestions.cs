using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>Q4: tells of questions that wait too long for a first answer; once for each time that a question waits, and not while the community is on a break.</summary>
internal sealed class EscalateQuestions : IPolicyRule
{
    public string Id => "escalate-questions/1";

    public string VersionIn(PolicySet policies) => policies.Practice.Version;

    public ValueList<Field> ParametersIn(PolicySet policies) =>
    [
        PolicyView.Days("escalate-after-days", policies.Practice.EscalateAfter),
        new("escalate-to", policies.Practice.EscalateTo.ToString()),
    ];

    public PolicyStep? NextForCommunity(PolicyView view)
    {
        PracticePolicy policy = view.Policies.Practice;
        (DateTimeOffset Since, QuestionId Id)[] late = [.. view.Practice.Questions.Waiting.TakeWhile((q, i) => i == 0 || view.IsDue(q.Since.After(policy.EscalateAfter)))];
        if (late.Length == 0 || view.Community.Status != CommunityStatus.Active)
        {
            return null;
        }

        DateTimeOffset due = late[0].Since.After(policy.EscalateAfter).Latest(Deadlines.Break(view.Community));
        return view.IsDue(due)
            ? PolicyStep.Notice(
                due,
                late.Select(q => (Fact)new QuestionEscalated(q.Id, policy.EscalateTo, Note: null)).ToValueList(),
                PolicyView.Date("oldest-waiting-since", late[0].Since),
                PolicyView.Count("questions", late.Length),
                PolicyView.Count("answers", 0))
            : PolicyStep.Later(due);
    }
}
