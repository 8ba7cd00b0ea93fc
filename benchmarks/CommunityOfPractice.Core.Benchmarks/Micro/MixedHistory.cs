using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Benchmarks.Micro;

/// <summary>
/// A community as it may have gone: proposed, chartered, launched; of each ten people, six join by themselves, three are invited and accept (one of
/// them declines), one more in ten leaves again; every hundredth has a role. The same in each run.
/// </summary>
internal static class MixedHistory
{
    public static readonly CommunityId Community = JournalSamples.Community;
    public static readonly PersonId Founder = new("founder"), Invited = new("invited"), Nominee = new("person-0"), Leaver = new("person-1"), Stranger = new("somebody-new");

    /// <param name="people">How many people the history speaks of, beside the founder.</param>
    /// <param name="launched">Whether it ends in an active community, or in a chartered one that could be launched.</param>
    public static Change[] Of(int people, bool launched = true)
    {
        List<Change> changes = [];
        DateTimeOffset at = Samples.Begin;
        Domain domain = new([new TopicWeight(new TopicId("testing"), 1)], new Focus(FocusKind.Challenge, "Tests that tell."));
        Charter charter = new(1, "Learning from each other.", domain, "By consent.", ExitCriteria: null, TimeSpan.FromDays(180), at, Until: null);
        Add(Founder, new CommunityProposed("Testers", CommunityKind.CommunityOfPractice, new Proposal(Founder, "Learning from each other.", domain, [Founder], [], at.AddDays(900))));
        Add(Founder, new CharterAdopted(charter, ApprovedBy: null));
        Join(Founder);
        Add(Founder, new RoleAppointed(Founder, Role.Facilitator));
        if (launched)
        {
            Add(Founder, new CommunityLaunched(at.AddDays(7)));
        }

        for (int i = 0; i < people; i++)
        {
            PersonId person = new($"person-{i}");
            if (i % 10 is 3 or 6 or 9)
            {
                Add(Founder, new MemberInvited(person, at.AddDays(900), Message: null));
            }

            if (i % 10 == 9)
            {
                Add(person, new InvitationDeclined(person, at.AddDays(90), Note: null));
                continue;
            }

            Join(person);
            if (i % 10 == 4)
            {
                Add(person, new MemberLeft(person, LeaveReason.Choice, Note: null));
            }
            else if (i % 100 == 1)
            {
                Add(Founder, new RoleNominated(person, Role.CoreGroup, Scope: null, AsSuccessor: false, Interim: false, TermEndsOn: null, at.AddDays(900)));
                Add(person, new RoleAppointed(person, Role.CoreGroup));
            }
        }

        Add(Founder, new MemberInvited(Invited, at.AddDays(900), Message: null));
        Add(Founder, new RoleNominated(Nominee, Role.Facilitator, Scope: null, AsSuccessor: false, Interim: false, TermEndsOn: null, at.AddDays(900)));
        return [.. changes];

        void Join(PersonId person) => Add(person, new MemberJoined(person, new JoinConsent("join/1", "web")));

        void Add(PersonId by, Fact fact)
        {
            at = at.AddSeconds(1);
            changes.Add(new(at, Actor.Of(by), Cause.Unstated, fact));
        }
    }

    /// <summary>Commands of several kinds, each with who gives it.</summary>
    public static (string Name, Command Command, PersonId By)[] Commands { get; } =
    [
        ("JoinCommunity", new JoinCommunity(Community, Stranger, new("join/1", "web")), Stranger),
        ("InviteMember", new InviteMember(Community, Stranger), Founder),
        ("AcceptInvitation", new AcceptInvitation(Community, Invited, new("join/1", "web")), Invited),
        ("AcceptNomination", new AcceptNomination(Community, Nominee, Role.Facilitator), Nominee),
        ("LeaveCommunity", new LeaveCommunity(Community, Leaver), Leaver),
        ("CheckIn", new CheckIn(Community, "All is well."), Founder),
    ];

    /// <summary>On a community that is chartered only.</summary>
    public static (string Name, Command Command, PersonId By) Launch { get; } = ("LaunchCommunity", new LaunchCommunity(Community, JournalSamples.End.AddDays(7)), Founder);
}
