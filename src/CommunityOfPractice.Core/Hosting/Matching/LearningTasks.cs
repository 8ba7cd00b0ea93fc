using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>What a practice has to do for somebody new, and what they have done already.</summary>
internal static class LearningTasks
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    /// <summary>Questions of others that wait, artifacts of others that are due to be confirmed, gatherings hosted by others.</summary>
    public static IEnumerable<LearningTask> Open(Practice practice, PersonId person, DateTimeOffset at, TimeSpan ahead, PracticePolicy policy) =>
    [
        .. practice.Questions.All.Where(q => q.Status == QuestionStatus.Unanswered && q.Asker != person)
            .Select(q => new LearningTask(LearningTaskKind.AnswerQuestion, q.Id.Text, q.Title, q.AskedAt) { Topics = Weighed(q.Topics) }),
        .. practice.Repertoire.ReviewDue(at, policy).Where(a => a.Steward != person && !a.Authors.Contains(person))
            .Select(a => new LearningTask(LearningTaskKind.ReviewArtifact, a.Id.Text, a.Title, a.ReviewDueOn(policy)) { Topics = Weighed(a.Topics) }),
        .. practice.Calendar.Upcoming(new TimeWindow(at, at.After(ahead))).Where(g => g.Info.Hosts.Count > 0 && !g.Info.Hosts.Contains(person))
            .Select(g => new LearningTask(LearningTaskKind.ShadowHost, g.Id.Text, g.Info.Details.Title, g.Start)),
    ];

    public static IEnumerable<LearningTaskKind> DoneBy(Practice practice, PersonId person, DateTimeOffset at)
    {
        if (practice.Calendar.Past(TimeWindow.Last(Remembered, at), at).Any(g => g.Info.Hosts.Contains(person)))
        {
            yield return LearningTaskKind.ShadowHost;
        }

        if (practice.Repertoire.Living().Any(a => a.Steward == person || a.Authors.Contains(person)))
        {
            yield return LearningTaskKind.ReviewArtifact;
        }

        if (practice.Questions.All.Any(q => q.Answers.Any(a => a.By == person)))
        {
            yield return LearningTaskKind.AnswerQuestion;
        }
    }

    private static ValueList<TopicWeight> Weighed(ValueList<TopicId> topics) => topics.Distinct().Select(t => new TopicWeight(t, 1)).ToValueList();
}
