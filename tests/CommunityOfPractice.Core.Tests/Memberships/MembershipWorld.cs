using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Memberships;

/// <summary>One community with a host, a facilitator and whoever the test brings in.</summary>
internal sealed class MembershipWorld
{
    public static readonly CommunityId Id = new("agile");
    public static readonly PersonId Ada = new("ada"), Ben = new("ben"), Cleo = new("cleo"), Fay = new("fay"), Gus = new("gus");
    public static readonly Actor Host = Actor.Host("hr"), Rule = Actor.Policy("rule/1");
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 8, 0, 0, TimeSpan.Zero);
    public static readonly JoinConsent Consent = new("join/1", "web");

    public MembershipWorld(JoinPolicy policy = JoinPolicy.Open, CommunityStatus status = CommunityStatus.Active, int sponsors = 0)
    {
        Setting = new Community(Id) { Status = status, JoinPolicy = policy, RequiredSponsors = sponsors };
        Enter(Fay, Role.Facilitator);
        Enter(Gus);
    }

    public Community Setting { get; set; }

    public Members Members { get; } = new();

    public List<Change> Log { get; } = [];

    public DateTimeOffset Now { get; set; } = Start;

    public MembershipPolicy Policy { get; set; } = MembershipPolicy.Default;

    public static DateTimeOffset Day(double day) => Start.AddDays(day);

    /// <summary>The fact that a person was erased.</summary>
    public static MemberErased Erasure(PersonId person) => new(person, []);

    /// <summary>Decides as the record does, on this community; nothing is applied.</summary>
    public Decision<ValueList<Change>> Decide(MembershipCommand command, Actor by)
    {
        Guards guards = new();
        IEnumerable<Fact> facts = command.Decide(Members[command.Person], new(Now, by, Policy, Setting, Members), guards);
        return guards.Decide(() => facts.Select(f => new Change(Now, by, Cause.Unstated, f)).ToValueList());
    }

    /// <summary>The codes of a refusal, in order; empty when it was accepted, and then it was applied.</summary>
    public string[] Do(MembershipCommand command, Actor by) => Decide(command, by).Match<string[]>(
        changes =>
        {
            foreach (Change change in changes)
            {
                Apply(change);
            }

            return [];
        },
        refusal => [.. refusal.Reasons.Select(r => r.Code)]);

    public string[] Do(MembershipCommand command) => Do(command, Actor.Of(command.Person));

    public MembershipWorld Did(MembershipCommand command, Actor? by = null)
    {
        Assert.Empty(Do(command, by ?? Actor.Of(command.Person)));
        return this;
    }

    public MembershipWorld Fact(MembershipFact fact, Actor? by = null)
    {
        Apply(new(Now, by ?? Rule, Cause.Unstated, fact));
        return this;
    }

    /// <summary>Brings a person into a status, on the ways that there are.</summary>
    public MembershipWorld Bring(PersonId person, MembershipStatus status)
    {
        JoinPolicy policy = Setting.JoinPolicy;
        switch (status)
        {
            case MembershipStatus.Invited:
                Did(new InviteMember(Id, person), Host);
                break;
            case MembershipStatus.Requested:
                Setting = Setting with { JoinPolicy = JoinPolicy.ByRequest };
                Did(new RequestMembership(Id, person, Consent, []));
                break;
            case MembershipStatus.None:
                break;
            case MembershipStatus.Blocked:
                Did(new BlockPerson(Id, person, "no"), Host);
                break;
            default:
                Setting = Setting with { JoinPolicy = JoinPolicy.Open };
                Did(new JoinCommunity(Id, person, Consent));
                _ = status switch
                {
                    MembershipStatus.Paused => Did(new PauseMembership(Id, person)),
                    MembershipStatus.Lapsed => Fact(new MemberLapsed(person)),
                    MembershipStatus.Alumni => Did(new LeaveCommunity(Id, person)),
                    MembershipStatus.Removed => Did(new RemoveMember(Id, person, "why"), Host),
                    MembershipStatus.Erased => Fact(Erasure(person)),
                    _ => this,
                };
                break;
        }

        Setting = Setting with { JoinPolicy = policy };
        Assert.Equal(status, Members[person].Status);
        return this;
    }

    private void Enter(PersonId person, params Role[] roles)
    {
        Apply(new(Start, Actor.Of(person), Cause.Unstated, new MemberJoined(person, Consent)));
        Membership member = Members[person];
        Members.Put(member, member with { Roles = [.. roles.Select(r => new RoleAssignment(r, Start))] });
    }

    private void Apply(Change change)
    {
        if (change.Fact is MembershipFact fact)
        {
            Members.Apply(fact, change);
        }

        Log.Add(change);
    }
}
