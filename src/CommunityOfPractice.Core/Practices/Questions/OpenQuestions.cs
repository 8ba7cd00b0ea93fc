using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Finds the open questions in activities, for hosts whose forum feeds the activity store.</summary>
public static class OpenQuestions
{
    /// <summary>Returns the questions that were open at an instant, as the activities tell it.</summary>
    /// <param name="activity">The activities of one community, from the first on.</param>
    /// <param name="asOf">What happened at it or later does not count.</param>
    /// <param name="policy">Says when an escalation is due; null for the default.</param>
    /// <returns>
    /// The oldest first, as the activities are sorted; O(activities). A question is answered when another person replied with an answer or
    /// a reply: what bots say, comments and replies to oneself do not answer. It is no longer open once the asker withdrew it, or once
    /// an answer is accepted. Questions of bots are left out.
    /// </returns>
    /// <remarks>
    /// That an answer was accepted stands on the question itself (<see cref="Activity.Accepted"/>) and has no time of its own: it counts as
    /// soon as the question does. What was escalated is not told by activities.
    /// </remarks>
    public static ValueList<OpenQuestion> In(ActivityWindow activity, DateTimeOffset asOf, PracticePolicy? policy = null)
    {
        TimeSpan wait = (policy ?? PracticePolicy.Default).EscalateAfter;
        ActivityWindow seen = activity.Before(asOf);
        ReadOnlySpan<Act> acts = seen.Acts;
        ReadOnlySpan<int> people = seen.People, replies = seen.Replies;
        bool[] answered = new bool[acts.Length], over = new bool[acts.Length];
        for (int i = 0; i < replies.Length; i++)
        {
            int parent = replies[i] - seen.Start;
            if (replies[i] < 0 || parent < 0 || parent >= acts.Length || acts[parent] != Act.Ask || seen.IsBot(i))
            {
                continue;
            }

            bool own = people[i] == people[parent];
            answered[parent] |= !own && acts[i].IsAnswer();
            over[parent] |= own && acts[i] == Act.Withdraw;
        }

        List<OpenQuestion> open = [];
        for (int i = 0; i < acts.Length; i++)
        {
            if (acts[i] != Act.Ask || over[i] || seen.IsBot(i) || seen[i] is not { Accepted: null } question)
            {
                continue;
            }

            open.Add(new(
                question.Id is { } id ? new QuestionId(id.Text) : null,
                string.Empty,
                question.At,
                asOf.ToUniversalTime() - question.At,
                answered[i],
                answered[i] ? null : question.At.After(wait)));
        }

        return open.ToValueList();
    }
}
