using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>Proposes the next small, legitimate tasks to somebody new: from the edge of a practice towards its middle.</summary>
/// <remarks>
/// The idea is Lave and Wenger's (1991), <i>Situated Learning: Legitimate Peripheral Participation</i>: newcomers learn by doing real things that are small enough. The weights are design choices without calibration.
/// </remarks>
public static class LearningPath
{
    private const double Step = 0.5, Topic = 0.35, Waiting = 0.15, Unit = 1L << 40;
    private const double HalfWaitDays = 7;

    /// <summary>Proposes tasks.</summary>
    /// <remarks>
    /// The next step is the smallest kind of task that the person has not done yet; smaller ones fit two thirds as well, larger ones by a third for each further step. Beside it count topics like the person's interests, and how long something has
    /// waited (a gathering: how soon it is). One task of each kind comes first, then further ones. O(tasks · topics).
    /// </remarks>
    /// <param name="interests">What the person cares about; empty when unknown.</param>
    /// <param name="done">The kinds of task that they have done before, in any order.</param>
    /// <param name="tasks">What there is to do, without what is the person's own, in any order.</param>
    /// <param name="at">Now.</param>
    /// <param name="count">At most how many; positive.</param>
    /// <returns>The best first; of equal ones the one that has waited longest, then by id.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is not positive, or a kind is not defined.</exception>
    /// <exception cref="ArgumentException">Topics have problems.</exception>
    public static ValueList<LearningStep> Next(
        ValueList<TopicWeight> interests, IEnumerable<LearningTaskKind> done, IEnumerable<LearningTask> tasks, DateTimeOffset at, int count = 3)
    {
        ArgumentNullException.ThrowIfNull(interests);
        ArgumentNullException.ThrowIfNull(done);
        ArgumentNullException.ThrowIfNull(tasks);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        HashSet<LearningTaskKind> before = [.. done];
        LearningTaskKind[] ladder = Enum.GetValues<LearningTaskKind>();
        int next = Array.FindIndex(ladder, kind => !before.Contains(kind));
        next = next < 0 ? ladder.Length - 1 : next;
        IEnumerable<LearningStep> steps = tasks.Distinct().Select(task => Propose(task, interests, next, at))
            .OrderByDescending(s => s.Score).ThenBy(s => s.Task.Since).ThenBy(s => s.Task.Kind).ThenBy(s => s.Task.Id, StringComparer.Ordinal);
        return steps.GroupBy(s => s.Task.Kind).SelectMany(g => g.Select((step, turn) => (step, turn)))
            .OrderBy(s => s.turn).ThenByDescending(s => s.step.Score).ThenBy(s => s.step.Task.Since).ThenBy(s => s.step.Task.Kind).ThenBy(s => s.step.Task.Id, StringComparer.Ordinal)
            .Select(s => s.step).Take(count).ToValueList();
    }

    private static LearningStep Propose(LearningTask task, ValueList<TopicWeight> interests, int next, DateTimeOffset at)
    {
        Defined.Check(task.Kind);
        double? alike = TopicProfile.Cosine(interests, task.Topics);
        double days = Math.Abs((at - task.Since).TotalDays), part = days / (days + HalfWaitDays);
        int away = (int)task.Kind - next;
        double fit = away == 0 ? 1 : away < 0 ? 2.0 / 3 : Math.Max(0, 1 - (away / 3.0));
        Share[] shares =
        [
            .. (ReadOnlySpan<Share>)
            [
                new("step", Rounded(Step * fit)),
                new("topics", Rounded(Topic * (alike ?? 0))),
                new("waiting", Rounded(Waiting * (task.Kind == LearningTaskKind.ShadowHost ? 1 - part : part))),
            ],
        ];
        return new(task, shares.Sum(s => s.Amount), shares.Where(s => s.Amount > 0).ToValueList(), Because(task, alike > 0));
    }

    private static double Rounded(double amount) => Math.Round(amount * Unit) / Unit;

    private static Reason Because(LearningTask task, bool fits)
    {
        string what = task.Kind switch
        {
            LearningTaskKind.ShadowHost => $"Go along with the hosts of '{task.Title}': you see how it is done before you do it.",
            LearningTaskKind.ReviewArtifact => $"Read '{task.Title}' and say whether it still holds: fresh eyes see most.",
            _ => $"'{task.Title}' waits for an answer: say what you know, others add to it.",
        };
        return new("learning.next", fits ? $"{what} It is about what interests you." : what) { Arguments = [task.Title] };
    }
}
