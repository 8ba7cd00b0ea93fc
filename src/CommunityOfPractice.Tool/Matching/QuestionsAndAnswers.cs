using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Tool.Matching;

/// <summary>The questions of a log that are open at an instant, and the answers that were given before it.</summary>
/// <remarks>When an answer was accepted is not recorded: an acceptance counts as soon as the answer is there.</remarks>
internal sealed record QuestionsAndAnswers(IReadOnlyList<OpenAsk> Open, IReadOnlyList<AnswerEvidence> Evidence)
{
    public static QuestionsAndAnswers Of(ActivityLog log, DateTimeOffset at)
    {
        Dictionary<ActivityId, Activity> questions = [];
        List<Activity> answers = [];
        for (int i = 0; i < log.Count; i++)
        {
            Activity activity = log[i];
            if (activity.At < at && activity.Act == Act.Ask && activity.Id is { } id)
            {
                questions[id] = activity;
            }
            else if (activity.At < at && activity.Act == Act.Answer)
            {
                answers.Add(activity);
            }
        }

        HashSet<ActivityId> answered = [];
        List<AnswerEvidence> evidence = [];
        foreach (Activity answer in answers)
        {
            if (answer.InReplyTo is { } to && questions.TryGetValue(to, out Activity? question) && question.Person != answer.Person)
            {
                answered.Add(to);
                evidence.Add(new(answer.Person, answer.At, question.Topics, question.Accepted is { } accepted && accepted == answer.Id));
            }
        }

        return new([.. questions.Where(q => !answered.Contains(q.Key)).Select(q => new OpenAsk(q.Key.ToString(), q.Value.Person, q.Value.Topics)).OrderBy(q => q.Id, StringComparer.Ordinal)], evidence);
    }
}
