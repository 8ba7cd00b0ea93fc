using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Memberships;

/// <summary>One community with a clock and a journal, for scenes of tests.</summary>
internal sealed class Stage
{
    public static readonly CommunityId Id = new("c");
    public static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
    public static readonly JoinConsent Consent = new("join/1", "test");
    public static readonly Actor Host = Actor.Host("test");

    public CommunityRecord Record { get; } = new(Id);

    public List<Change> Journal { get; } = [];

    public DateTimeOffset At { get; set; } = Start;

    public PolicySet Policies { get; set; } = PolicySet.Default;

    public Community Community => Record.Community;

    public Members Members => Record.Members;

    public static PersonId P(string id) => new(id);

    public static Actor By(string id) => Actor.Of(P(id));

    /// <summary>An active community in which some people are members, and the first of them facilitates.</summary>
    public static Stage Active(params string[] people)
    {
        Stage stage = new();
        foreach (string person in people)
        {
            stage.Join(person);
        }

        stage.Happens(new RoleAppointed(P(people[0]), Role.Facilitator), By(people[0]));
        stage.Happens(new CommunityLaunched(Start));
        return stage;
    }

    public void Join(string person) => Happens(new MemberJoined(P(person), Consent), By(person));

    public void Happens(Fact fact, Actor? by = null) => Happens(new Change(At, by ?? Host, Cause.Unstated, fact));

    public void Happens(Change change)
    {
        Record.Apply(change);
        Journal.Add(change);
        At = change.OccurredAt > At ? change.OccurredAt : At;
    }

    public void Place(string person, Func<Membership, Membership> change) => Happens(new Placed(P(person), change));

    public void Place(Func<Community, Community> change) => Happens(new PlacedCommunity(change));

    /// <summary>Puts a command, and records what follows.</summary>
    /// <returns>The codes of unmet guards; empty when it was accepted.</returns>
    public string[] Do(Command command, Actor by) => Record.Decide(command, new(At, by) { Policies = Policies }).Match(
        changes =>
        {
            foreach (Change change in changes)
            {
                Happens(change);
            }

            return Array.Empty<string>();
        },
        refusal => [.. refusal.Reasons.Select(r => r.Code)]);

    /// <summary>Somebody stops being an active member, as the commands about memberships do it.</summary>
    public string[] Goes(string person, Actor by, LastFacilitatorChoice? choice = null)
    {
        Guards guards = new();
        MembershipContext context = new(At, by, Policies.Membership, Community, Members) { CommunityPolicy = Policies.Community };
        Fact[] facts = [.. HandOver.RolesOf(Members[P(person)], context, guards, choice)];
        if (!guards.Met)
        {
            return guards.Decide(() => 0).Match(_ => Array.Empty<string>(), r => r.Reasons.Select(x => x.Code).ToArray());
        }

        foreach (Fact fact in facts)
        {
            Happens(fact, by);
        }

        Happens(new MemberLapsed(P(person)), by);
        return [];
    }

    public PolicyEvidence Evidence(ActivityLog? log = null, TimeWindow? known = null) => PolicyEvidence.Of(Journal, log?.Of(Id), known);

    public PolicyRun Apply(DateTimeOffset at, PolicyEvidence? evidence = null)
    {
        PolicyRun run = PolicyEngine.Apply(Record, at, Policies, evidence ?? Evidence());
        foreach (Change change in run.Changes)
        {
            Happens(change);
        }

        return run;
    }

    /// <summary>Another one with the same past.</summary>
    public Stage Twin()
    {
        Stage twin = new() { Policies = Policies };
        Journal.ForEach(twin.Happens);
        twin.At = At;
        return twin;
    }

    /// <summary>Everything that is known about the community and its people.</summary>
    public (Community Community, ValueList<Membership> Members) State => (Community, Members.All.OrderBy(m => m.Person).ToValueList());
}

/// <summary>State that the facts of other issues would make.</summary>
internal sealed record Placed(PersonId Person, Func<Membership, Membership> Change) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => Change(before.Status == MembershipStatus.None ? before with { Since = change.OccurredAt } : before);
}

/// <summary>State that the facts of other issues would make.</summary>
internal sealed record PlacedCommunity(Func<Community, Community> Change) : CommunityFact
{
    internal override Community Apply(Community before, Change change) => Change(before);
}
