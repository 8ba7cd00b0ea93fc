using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;

namespace CommunityOfPractice.Core.Tests.Indicators;

/// <summary>The facts of a small community the slow and obvious way: lists of objects and questions to them.</summary>
internal sealed class Truth
{
    private readonly SmallCommunity community;
    private readonly Dictionary<ActivityId, Activity> byId;

    public Truth(SmallCommunity community)
    {
        this.community = community;
        byId = community.Activities.Where(a => a.Id is not null).ToDictionary(a => a.Id!.Value);
        History = [.. community.Activities.Where(a => a.Community == SmallCommunity.Id && a.At < community.AsOf && a.Actor == ActorKind.Human && !IsToOneself(a)).OrderBy(a => a.At)];
        InWindow = [.. History.Where(a => community.Window.Contains(a.At))];
    }

    /// <summary>What people did before the as-of instant, replies to themselves apart.</summary>
    public List<Activity> History { get; }

    public List<Activity> InWindow { get; }

    public DateTimeOffset AsOf => community.AsOf;

    public DateTimeOffset From => community.Window.From;

    public Roster? Roster => community.Roster;

    public DateTimeOffset LastMoment => AsOf == DateTimeOffset.MinValue ? AsOf : AsOf.AddTicks(-1);

    public bool MembersKnown => Roster?.Periods.Any(p => p.Role is null && p.From < AsOf) ?? false;

    public bool FacilitatorsKnown => Roster?.Periods.Any(p => p.Role == Role.Facilitator && p.From < AsOf) ?? false;

    public IEnumerable<IGrouping<PersonId, Activity>> Contributors => InWindow.Where(a => a.Act.IsContribution()).GroupBy(a => a.Person);

    public int[] Contributions => [.. Contributors.Select(g => g.Count()).Order()];

    /// <summary>What an activity replies to, in any community, when that can be.</summary>
    public Activity? ParentAnywhere(Activity activity)
    {
        Activity? parent = Named(activity);
        if (parent is null || ReferenceEquals(parent, activity) || parent.At > activity.At)
        {
            return null;
        }

        Activity? next = parent;
        bool crosses = false;
        for (int step = 0; step < community.Activities.Count && next is not null && next.At == activity.At; step++)
        {
            if (ReferenceEquals(next, activity))
            {
                return crosses && activity.Community == parent.Community ? parent : null;
            }

            crosses |= next.Community != activity.Community;
            next = Named(next);
        }

        return parent;
    }

    public Activity? Parent(Activity activity) => ParentAnywhere(activity) is { } parent && parent.Community == SmallCommunity.Id ? parent : null;

    public IEnumerable<Activity> RepliesTo(Activity activity) => History.Where(a => ReferenceEquals(Parent(a), activity));

    public bool RepliesKnown => History.Any(a => a.InReplyTo is not null && a.Act != Act.Withdraw);

    /// <summary>Why nothing can be said of questions, if so.</summary>
    public string? Untold => History.All(a => a.Act != Act.Ask) ? "questions.none"
        : History.Where(a => a.Act is Act.Answer or Act.Reply).ToArray() is { Length: > 0 } responses && responses.All(a => a.InReplyTo is null) ? "replies.unknown"
        : null;

    public bool IsToOneself(Activity activity) => activity.Act != Act.Withdraw && Parent(activity)?.Person == activity.Person;

    public bool Facilitates(PersonId person, DateTimeOffset at) => Roster!.Periods.Any(p => p.Role == Role.Facilitator && p.Person == person && p.Covers(at));

    public string? DepartmentOf(PersonId person, DateTimeOffset at) => KnownOf(person, at)?.Department;

    public PersonAttributes? KnownOf(PersonId person, DateTimeOffset at) =>
        community.People.SingleOrDefault(p => p.Id == person)?.History.SingleOrDefault(h => !(h.From > at) && !(h.Until <= at));

    public bool PeopleKnown => Population.Overlaps(community.People.Select(p => p.Id));

    /// <summary>Who turned to whom and when, in the window, whether or not both belong to the population.</summary>
    public List<(PersonId From, PersonId To, DateTimeOffset At)> Turns
    {
        get
        {
            List<(PersonId, PersonId, DateTimeOffset)> turns = [];
            foreach (Activity a in InWindow.Where(a => a.Act.IsContribution()))
            {
                if (Parent(a) is { Actor: ActorKind.Human } parent && parent.Person != a.Person)
                {
                    turns.Add((a.Person, parent.Person, a.At));
                }

                turns.AddRange(a.To.Where(t => t != a.Person && !OnlyBot(t)).Select(t => (a.Person, t, a.At)));
            }

            return turns;
        }
    }

    public HashSet<PersonId> Population => MembersKnown
        ? [.. Roster!.Periods.Where(p => p.Role is not (Role.Sponsor or Role.Alumnus) && p.Covers(LastMoment)).Select(p => p.Person)
            .Where(person => !Roster.Periods.Any(p => p.Person == person && p.Status != MembershipStatus.Active && p.Covers(LastMoment)))]
        : [.. InWindow.Select(a => a.Person), .. Turns.Select(t => t.To)];

    /// <summary>Turns inside the population.</summary>
    public List<(PersonId From, PersonId To, DateTimeOffset At)> Ties
    {
        get
        {
            HashSet<PersonId> population = Population;
            return [.. Turns.Where(t => population.Contains(t.From) && population.Contains(t.To))];
        }
    }

    /// <summary>Both ends of each tie, in both orders, with the departments in which they stood when they last turned to each other.</summary>
    public List<(PersonId Person, string? Department, PersonId Other, string? Their)> DepartmentTies =>
    [
        .. Ties.SelectMany(x => new[] { (One: x.From, Other: x.To, x.At), (One: x.To, Other: x.From, x.At) }).GroupBy(x => (x.One, x.Other))
            .Select(g => (g.Key.One, DepartmentOf(g.Key.One, g.Max(x => x.At)), g.Key.Other, DepartmentOf(g.Key.Other, g.Max(x => x.At)))),
    ];

    /// <summary>Each person once for each department in which they had ties, and who had none where they are at the end.</summary>
    public HashSet<(PersonId Person, string? Department)> Stints
    {
        get
        {
            List<(PersonId Person, string? Department, PersonId Other, string? Their)> ties = DepartmentTies;
            return [.. ties.Select(x => (x.Person, x.Department)), .. Population.Where(p => !ties.Exists(x => x.Person == p)).Select(p => (p, DepartmentOf(p, LastMoment)))];
        }
    }

    public bool TiesKnown => Turns.Count > 0 || RepliesKnown;

    /// <summary>When each person who is known to have come came, and everything they did from then on.</summary>
    public List<(PersonId Person, DateTimeOffset Start, List<Activity> Then)> Newcomers
    {
        get
        {
            IEnumerable<(PersonId Person, DateTimeOffset Start)> starts = MembersKnown
                ? Roster!.Periods.Where(p => p.Role is not (Role.Sponsor or Role.Alumnus)).GroupBy(p => p.Person).Select(g => (g.Key, g.Min(p => p.From)))
                : History.GroupBy(a => a.Person).Select(g => (g.Key, g.Min(a => a.At)));
            return [.. starts.Where(s => s.Start < AsOf).Select(s => (s.Person, s.Start, History.Where(a => a.Person == s.Person && a.At >= s.Start).ToList()))];
        }
    }

    /// <summary>Those who came in the window and could be watched for 30 days.</summary>
    public List<(PersonId Person, DateTimeOffset Start, List<Activity> Then)> Cohort => CohortOf(30);

    public List<(PersonId Person, DateTimeOffset Start, List<Activity> Then)> CohortOf(int days) =>
        [.. Newcomers.Where(n => n.Start >= community.Window.From && n.Start.UtcTicks + TimeSpan.FromDays(days).Ticks <= AsOf.UtcTicks && !(WatchedUntil(n.Person) - n.Start < TimeSpan.FromDays(days)))];

    /// <summary>How the roster says a person stood at an instant, leave before anything else; null for no member by a plain membership.</summary>
    public MembershipStatus? StandingAt(PersonId person, DateTimeOffset at) => Roster!.Periods
        .Where(p => p.Person == person && p.Role is null && p.From < AsOf && p.Covers(at))
        .Select(p => (MembershipStatus?)p.Status)
        .OrderBy(s => s switch { MembershipStatus.Paused => 0, MembershipStatus.Lapsed => 1, _ => 2 })
        .FirstOrDefault();

    /// <summary>Every instant before the as-of one at which the plain memberships of a person change.</summary>
    public DateTimeOffset[] ChangesOf(PersonId person) =>
        [.. Roster!.Periods.Where(p => p.Person == person && p.Role is null && !(p.Until <= p.From)).SelectMany(p => new DateTimeOffset?[] { p.From, p.Until }).OfType<DateTimeOffset>().Where(t => t < AsOf).Distinct().Order()];

    /// <summary>Whether a membership ended at an instant for another reason than the person's choice.</summary>
    public bool TakenAt(PersonId person, DateTimeOffset at) =>
        Roster!.Periods.Any(p => p.Person == person && p.Role is null && p.Until == at && p.From < at && p.Reason is not (null or LeaveReason.Choice));

    /// <summary>When somebody went on leave or was taken away for the first time, as far as that is known; null when never.</summary>
    public DateTimeOffset? WatchedUntil(PersonId person) => !MembersKnown ? null : ChangesOf(person)
        .Where(t => StandingAt(person, t) is var now && (now == MembershipStatus.Paused || (now is null && TakenAt(person, t))))
        .Select(t => (DateTimeOffset?)t).FirstOrDefault();

    private bool OnlyBot(PersonId person)
    {
        Activity[] did = [.. community.Activities.Where(a => a.Community == SmallCommunity.Id && a.At < AsOf && a.Person == person)];
        return did.Length > 0 && did.All(a => a.Actor == ActorKind.Bot);
    }

    private Activity? Named(Activity activity) => activity.InReplyTo is { } id ? byId.GetValueOrDefault(id) : null;
}
