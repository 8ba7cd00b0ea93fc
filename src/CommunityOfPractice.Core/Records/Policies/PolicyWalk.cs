using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>Walks through time from due date to due date, on a record of its own.</summary>
/// <remarks>What is in the queue may be out of date: every step is asked for again when its turn comes.</remarks>
internal sealed class PolicyWalk
{
    /// <summary>A rule that acts on one subject more often than this for one due date does not settle; what was due on many dates may be made up for at once.</summary>
    private const int MostActs = 64;

    private readonly PolicyView view;
    private readonly List<IPolicyRule> rules = [];
    private readonly DateTimeOffset horizon;
    private readonly PriorityQueue<Task, Turn> queue = new();
    private readonly Dictionary<Task, DateTimeOffset> pending = [];
    private readonly Dictionary<Task, (DateTimeOffset Turn, int Count)> acts = [];
    private bool own;

    /// <summary>Begins a walk.</summary>
    /// <param name="view">The record to begin with.</param>
    /// <param name="own">Whether the record may be changed; otherwise it is copied before the first change.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="horizon">What is due later is not kept.</param>
    public PolicyWalk(PolicyView view, bool own, IReadOnlyList<IPolicyRule> rules, DateTimeOffset horizon)
    {
        this.view = view;
        this.own = own;
        this.horizon = horizon;
        List<SkippedRule> skipped = [];
        foreach (IPolicyRule rule in rules)
        {
            Reason? obstacle = view.Policies.Off.AsSpan().Contains(rule.Id) ? new("policy.switched-off", "The rule is switched off.") : rule.Obstacle(view);
            if (obstacle is null)
            {
                this.rules.Add(rule);
            }
            else
            {
                skipped.Add(new(rule.Id, obstacle));
            }
        }

        Skipped = skipped.OrderBy(s => s.RuleId, StringComparer.Ordinal).ToValueList();
        PlanEverybody();
    }

    public ValueList<SkippedRule> Skipped { get; }

    public List<Change> Changes { get; } = [];

    /// <summary>The earliest date beyond the horizon.</summary>
    public DateTimeOffset? Beyond { get; private set; }

    public PolicyView View => view;

    /// <summary>When something may be due next; null when nothing is up to the horizon.</summary>
    public DateTimeOffset? NextDue()
    {
        while (queue.TryPeek(out Task task, out Turn turn))
        {
            if (pending.TryGetValue(task, out DateTimeOffset when) && when == turn.When)
            {
                return when;
            }

            queue.Dequeue();
        }

        return null;
    }

    /// <summary>Does what is due at an instant, in order of the dates.</summary>
    public void Visit(DateTimeOffset at)
    {
        view.At = at;
        acts.Clear();
        while (NextDue() is { } when && when <= at)
        {
            Task task = queue.Dequeue();
            pending.Remove(task);
            if (Ask(task) is not { } step)
            {
                continue;
            }

            DateTimeOffset turn = TurnOf(step);
            if (turn > when || step.Facts.Count == 0)
            {
                Plan(task, step);
                continue;
            }

            Act(task, step);
        }
    }

    /// <summary>Folds a change in that did not come from a rule.</summary>
    public void Happened(Change change)
    {
        view.At = view.At.Latest(change.OccurredAt);
        Fold(change, [], out bool everybody);
        Replan(Concerned(change.Fact) is { } person ? [person] : [], everybody);
    }

    private void Act(Task task, PolicyStep step)
    {
        IPolicyRule rule = rules[task.Rule];
        DateTimeOffset turn = TurnOf(step);
        int count = acts.TryGetValue(task, out (DateTimeOffset Turn, int Count) last) && turn <= last.Turn ? last.Count + 1 : 1;
        acts[task] = (turn.Latest(last.Turn), count);
        if (count > MostActs)
        {
            throw new InvalidOperationException($"The rule '{rule.Id}' does not settle: it acts again and again at one instant.");
        }

        DateTimeOffset moment = view.Moment(step.IsNotice ? view.At : step.Due);
        Cause because = new() { Rule = new RuleGround(rule.Id, rule.VersionIn(view.Policies), rule.ParametersIn(view.Policies), step.Evidence) };
        Actor by = Actor.Policy(rule.Id);
        HashSet<PersonId> touched = [];
        bool everybody = false;
        foreach (Fact fact in Consequences.Of(step.Facts, view.Community, view.Members, view.Practice, moment).ToArray())
        {
            Change change = new(moment, by, because, fact);
            RefuseSilentMember(rule, fact, Fold(change, touched, out bool status));
            everybody |= status;
            Changes.Add(change);
        }

        if (task.Person is { } person)
        {
            touched.Add(person);
        }

        Replan(touched, everybody);
    }

    /// <summary>Folds a change in.</summary>
    /// <returns>What the membership was before.</returns>
    private MembershipStatus Fold(Change change, HashSet<PersonId> touched, out bool everybody)
    {
        if (!own)
        {
            view.Members = view.Members.Copy();
            own = true;
        }

        CommunityStatus before = view.Community.Status;
        MembershipStatus stood = MembershipStatus.None;
        switch (change.Fact)
        {
            case MembershipFact fact:
                stood = view.Members[fact.Person].Status;
                view.Members.Apply(fact, change);
                touched.Add(fact.Person);
                break;
            case CommunityFact fact:
                view.Community = fact.Apply(view.Community, change);
                break;
            case PracticeFact fact:
                view.Practice = fact.Apply(view.Practice, change);
                break;
        }

        view.LatestAt = change.OccurredAt.Latest(view.LatestAt);
        everybody = view.Community.Status != before;
        return stood;
    }

    /// <summary>M-I1: no policy makes a member; it only lets somebody on leave return.</summary>
    private void RefuseSilentMember(IPolicyRule rule, Fact fact, MembershipStatus before)
    {
        if (fact is MembershipFact about && view.Members[about.Person].Status == MembershipStatus.Active && before is not (MembershipStatus.Active or MembershipStatus.Paused))
        {
            throw new InvalidOperationException($"The rule '{rule.Id}' would make somebody a member without an act of their own.");
        }
    }

    /// <summary>Whose rules are to look again after a fact.</summary>
    private PersonId? Concerned(Fact fact) => fact switch
    {
        MembershipFact about => about.Person,
        StoryPublished published => view.Practice.Repertoire.Find(published.Story)?.Teller,
        PracticeFact practice => practice.Concerns,
        _ => null,
    };

    private void Replan(IReadOnlyCollection<PersonId> people, bool everybody)
    {
        if (everybody)
        {
            PlanEverybody();
            return;
        }

        for (int rule = 0; rule < rules.Count; rule++)
        {
            foreach (PersonId person in people)
            {
                Plan(new(rule, person));
            }

            Plan(new(rule, null));
        }
    }

    private void PlanEverybody()
    {
        for (int rule = 0; rule < rules.Count; rule++)
        {
            foreach (Membership member in view.Members.All)
            {
                Plan(new(rule, member.Person), rules[rule].NextForMember(view, member));
            }

            Plan(new(rule, null));
        }
    }

    private PolicyStep? Ask(Task task) => task.Person is { } person ? rules[task.Rule].NextForMember(view, view.Members[person]) : rules[task.Rule].NextForCommunity(view);

    private DateTimeOffset TurnOf(PolicyStep step) => step.IsNotice || step.Facts.Count == 0 ? step.Due.Latest(view.At) : step.Due;

    private void Plan(Task task) => Plan(task, Ask(task));

    private void Plan(Task task, PolicyStep? step)
    {
        if (step is null || (step.Facts.Count == 0 && step.Due <= view.At))
        {
            pending.Remove(task);
            return;
        }

        DateTimeOffset when = TurnOf(step);
        if (when > horizon)
        {
            pending.Remove(task);
            Beyond = Beyond < when ? Beyond : when;
            return;
        }

        if (!pending.TryGetValue(task, out DateTimeOffset planned) || planned != when)
        {
            pending[task] = when;
            queue.Enqueue(task, new(when, task));
        }
    }

    /// <summary>One rule about one person, or about the community.</summary>
    private readonly record struct Task(int Rule, PersonId? Person);

    /// <summary>When it is a task's turn; on one day in the order of the rules, then of the people.</summary>
    private readonly record struct Turn(DateTimeOffset When, Task Task) : IComparable<Turn>
    {
        public int CompareTo(Turn other)
        {
            int order = When.CompareTo(other.When);
            order = order != 0 ? order : Task.Rule.CompareTo(other.Task.Rule);
            return order != 0 ? order : string.CompareOrdinal(Task.Person?.Text, other.Task.Person?.Text);
        }
    }
}
