using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>Tries policies out over history: what would they have done?</summary>
public static class PolicyDryRun
{
    /// <summary>Goes through a stretch of history as if the policies had been applied all along.</summary>
    /// <param name="community">The community.</param>
    /// <param name="history">Its journal, by time. What happened after <paramref name="to"/> is left out.</param>
    /// <param name="policies">The policies on trial.</param>
    /// <param name="evidence">Evidence over the whole history; it is asked as of each date.</param>
    /// <param name="from">The first instant of the stretch; what happened before stands as it is.</param>
    /// <param name="to">The last instant.</param>
    /// <param name="step">How often the policies are applied, from the first instant on; null for whenever something is due.</param>
    /// <param name="rules">The rules on trial; null for <see cref="PolicyRules.Standard"/>.</param>
    /// <returns>
    /// What they would have done. What people really did is folded in on its day and has the last word: a sign of life lifts a warning,
    /// and brings back whoever would have lapsed. Automatic changes that really happened in the stretch are taken out.
    /// </returns>
    /// <remarks>Goes from due date to due date: O((members + changes) × rules × log n), however long the stretch. Nothing is written.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> lies before <paramref name="from"/>, or <paramref name="step"/> is not longer than no time.</exception>
    public static DryRunReport Run(
        CommunityId community,
        IReadOnlyList<Change> history,
        PolicySet policies,
        PolicyEvidence evidence,
        DateTimeOffset from,
        DateTimeOffset to,
        TimeSpan? step = null,
        IReadOnlyList<IPolicyRule>? rules = null)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(step ?? TimeSpan.MaxValue, TimeSpan.Zero, nameof(step));
        DateTimeOffset start = from.ToUniversalTime(), end = to.ToUniversalTime();
        PolicyView view = new(new Community(community), new Members(), Practice.Empty, latestAt: null, start, policies, evidence);
        int next = Begin(view, history, start);
        PolicyWalk walk = new(view, own: true, rules ?? PolicyRules.Standard, horizon: end);
        PriorityQueue<PersonId, (DateTimeOffset When, string Person)> returns = new();
        int cameBack = 0, replaced = 0, seen = 0;
        while (true)
        {
            DateTimeOffset? visit = walk.NextDue() is { } due ? RoundUp(due, start, step) : null;
            DateTimeOffset? real = next < history.Count && history[next].OccurredAt <= end ? history[next].OccurredAt : null;
            DateTimeOffset? back = returns.TryPeek(out _, out (DateTimeOffset When, string) first) ? first.When : null;
            if (back is not null && !(real < back) && !(visit < back))
            {
                cameBack += Return(walk, returns.Dequeue(), back.Value);
            }
            else if (real is not null && !(visit < real))
            {
                Change change = history[next++];
                if (change.By.RuleId is null)
                {
                    walk.Happened(change);
                }
                else
                {
                    replaced++;
                }
            }
            else if (visit <= end)
            {
                walk.Visit(visit.Value);
                seen = Expect(walk, seen, evidence, end, returns);
            }
            else
            {
                return Report(community, start, end, walk, cameBack, replaced);
            }
        }
    }

    /// <summary>Folds what happened before the stretch.</summary>
    /// <returns>How much of the history that is.</returns>
    private static int Begin(PolicyView view, IReadOnlyList<Change> history, DateTimeOffset start)
    {
        int next = 0;
        for (; next < history.Count && history[next].OccurredAt < start; next++)
        {
            switch (history[next].Fact)
            {
                case MembershipFact fact:
                    view.Members.Apply(fact, history[next]);
                    break;
                case CommunityFact fact:
                    view.Community = fact.Apply(view.Community, history[next]);
                    break;
                case PracticeFact fact:
                    view.Practice = fact.Apply(view.Practice, history[next]);
                    break;
            }

            view.LatestAt = history[next].OccurredAt;
        }

        return next;
    }

    /// <summary>Notes when those who would have lapsed give a sign of life.</summary>
    private static int Expect(PolicyWalk walk, int seen, PolicyEvidence evidence, DateTimeOffset end, PriorityQueue<PersonId, (DateTimeOffset When, string Person)> returns)
    {
        for (; seen < walk.Changes.Count; seen++)
        {
            Change change = walk.Changes[seen];
            if (change.Fact is MemberLapsed lapsed && evidence.NextSeen(lapsed.Person, change.OccurredAt) is { } sign && sign <= end)
            {
                returns.Enqueue(lapsed.Person, (sign, lapsed.Person.Text));
            }
        }

        return seen;
    }

    /// <summary>M8: any act of their own brings back whoever would have lapsed, unless something else became of them.</summary>
    private static int Return(PolicyWalk walk, PersonId person, DateTimeOffset at)
    {
        if (walk.View.Members[person].Status != MembershipStatus.Lapsed)
        {
            return 0;
        }

        walk.Happened(new(at, Actor.Of(person), Cause.Unstated, new MembershipResumed(person)));
        return 1;
    }

    private static DateTimeOffset RoundUp(DateTimeOffset due, DateTimeOffset start, TimeSpan? step)
    {
        if (step is not { } every || due <= start)
        {
            return due > start ? due : start;
        }

        long ticks = (due - start).Ticks, over = ticks % every.Ticks;
        return over == 0 ? due : due.After(TimeSpan.FromTicks(every.Ticks - over));
    }

    private static DryRunReport Report(CommunityId community, DateTimeOffset from, DateTimeOffset to, PolicyWalk walk, int cameBack, int replaced)
    {
        IEnumerable<DryRunRule> rules =
            from change in walk.Changes
            group change by (change.By.RuleId!, change.Fact.GetType().Name) into g
            orderby g.Key.Item1, g.Key.Name
            select new DryRunRule(g.Key.Item1, g.Key.Name, g.Count(), People(g), g.Min(c => c.OccurredAt), g.Max(c => c.OccurredAt));
        return new(community, from, to, rules.ToValueList(), walk.Skipped, People(walk.Changes), cameBack, replaced, walk.Changes.ToValueList());

        static int People(IEnumerable<Change> changes) => changes.Select(c => c.Fact is MembershipFact about ? about.Person : (c.Fact as PracticeFact)?.Concerns).Where(p => p is not null).Distinct().Count();
    }
}
