using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>Applies the policies at a given time; there is no hidden clock (I3).</summary>
public static class PolicyEngine
{
    /// <summary>Works out what is due.</summary>
    /// <param name="record">The community; it is not changed.</param>
    /// <param name="now">When the policies are applied; not before the latest fact.</param>
    /// <param name="policies">The policies in force; sound ones, see <see cref="PolicySet.Problems"/>.</param>
    /// <param name="evidence">Who was seen, and what happened.</param>
    /// <param name="rules">The rules, in the order in which they act on one day; null for <see cref="PolicyRules.Standard"/>.</param>
    /// <returns>
    /// The changes to record, in order of their dates, until nothing more is due. Each was made by its rule and says on what it rests
    /// (I4). Consequences carry the date on which they were due, notices the given time; what a notice announces comes no sooner than it
    /// says. Once they are recorded, applying again at the same time makes no more (law 39).
    /// </returns>
    /// <remarks>O(members × rules), and O(log n) for each change. Somebody who came back before the policies were applied is not lapsed after the fact.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="now"/> lies before the latest fact.</exception>
    /// <exception cref="InvalidOperationException">A host's rule does not settle, or would make somebody a member.</exception>
    public static PolicyRun Apply(CommunityRecord record, DateTimeOffset now, PolicySet policies, PolicyEvidence evidence, IReadOnlyList<IPolicyRule>? rules = null)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(evidence);
        DateTimeOffset at = now.ToUniversalTime();
        ArgumentOutOfRangeException.ThrowIfLessThan(at, record.LatestAt ?? DateTimeOffset.MinValue, nameof(now));
        PolicyView view = new(record.Community, record.Members, record.Practice, record.LatestAt, at, policies, evidence);
        PolicyWalk walk = new(view, own: false, rules ?? PolicyRules.Standard, horizon: at);
        walk.Visit(at);
        return new(at, walk.Changes.ToValueList(), walk.Skipped, walk.Beyond);
    }
}
