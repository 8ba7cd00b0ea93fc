using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Memberships;
using static CommunityOfPractice.Core.Tests.Memberships.Stage;

namespace CommunityOfPractice.Core.Tests.Records;

/// <summary>Communities in which policies have something to do.</summary>
internal static class PolicyScenes
{
    public static readonly PolicySet Quick = new()
    {
        Community = new() { FacilitationGrace = TimeSpan.FromDays(20), DormancyNotice = TimeSpan.FromDays(6), NoInteraction = TimeSpan.FromDays(40), ProposalExpiry = TimeSpan.FromDays(30) },
        Membership = new() { LapseAfter = TimeSpan.FromDays(50), LapseNotice = TimeSpan.FromDays(8) },
        Participation = new() { WindowWeeks = 3, CoreWeeks = 2, ActiveWeeks = 1, CoreStewardship = 1, CoreCounterparts = 1 },
    };

    /// <summary>A community with members, leaves, invitations, requests, terms and nominations that end in the next hundred days.</summary>
    public static Stage Random(Random random)
    {
        Stage stage = Active("f0", "f1");
        stage.Policies = Quick;
        if (random.Next(2) == 0)
        {
            stage.Happens(new RoleAppointed(P("f1"), Role.Facilitator, TermEndsOn: Day(random)));
        }

        if (random.Next(3) == 0)
        {
            stage.Happens(new RoleAppointed(P("f0"), Role.Facilitator, TermEndsOn: Day(random)));
        }

        for (int i = 0; i < 12; i++)
        {
            string name = $"p{i:00}";
            stage.At = stage.At.AddHours(random.Next(30));
            DateTimeOffset day = Day(random);
            switch (random.Next(9))
            {
                case 0:
                    stage.Place(name, m => Invited(m, day));
                    break;
                case 1:
                    stage.Place(name, m => Requested(m, day));
                    break;
                default:
                    stage.Join(name);
                    break;
            }

            bool member = stage.Members[P(name)].IsMember;
            if (member && random.Next(4) == 0)
            {
                DateTimeOffset? until = random.Next(4) == 0 ? null : Day(random);
                stage.Place(name, m => Paused(m, until));
            }

            if (member && random.Next(4) == 0)
            {
                DateTimeOffset end = Day(random);
                stage.Place(name, m => Termed(m, end));
            }

            if (stage.Members[P(name)].Status == MembershipStatus.Active && random.Next(3) == 0)
            {
                stage.Happens(new RoleAppointed(P(name), Role.Mentor, Scope: random.Next(2) == 0 ? "x" : null, TermEndsOn: random.Next(2) == 0 ? Day(random) : null), By(name));
            }

            if (stage.Members[P(name)].Status == MembershipStatus.Active && random.Next(3) == 0)
            {
                stage.Do(new NominateForRole(Id, P(name), Role.Facilitator) { AsSuccessor = true }, By("f0"));
                if (random.Next(2) == 0)
                {
                    stage.Do(new AcceptNomination(Id, P(name), Role.Facilitator), By(name));
                }
            }
        }

        if (random.Next(4) == 0)
        {
            DateTimeOffset until = Day(random);
            stage.Place(c => c with { PausedUntil = until });
        }

        stage.At = stage.At.AddHours(1);
        return stage;
    }

    /// <summary>Activities of people of the scene in the first days.</summary>
    public static ActivityLog Activities(Random random, int days, int count = 60)
    {
        Act[] acts = [Act.Post, Act.Ask, Act.Answer, Act.View, Act.Host, Act.React];
        List<Activity> all = [new Activity(Id, P("f0"), Start, Act.Post) { Id = new("first") }];
        for (int i = 0; i < count; i++)
        {
            all.Add(new(Id, P(random.Next(4) == 0 ? "f0" : $"p{random.Next(12):00}"), Start.AddHours(random.Next(days * 24)), acts[random.Next(acts.Length)])
            {
                Id = new($"a{i}"),
                To = random.Next(3) == 0 ? [P($"p{random.Next(12):00}")] : [],
                Actor = random.Next(8) == 0 ? ActorKind.Bot : ActorKind.Human,
            });
        }

        return ActivityLog.Of(all).OrThrow();
    }

    public static Membership Invited(Membership m, DateTimeOffset until) => m with { Status = MembershipStatus.Invited, Case = new() { Invitation = new(Actor.Host("h"), until, MembershipStatus.None) } };

    public static Membership Requested(Membership m, DateTimeOffset until) => m with { Status = MembershipStatus.Requested, Case = new() { Request = new(new("t/1", "c"), [], until, MembershipStatus.None) } };

    public static Membership Paused(Membership m, DateTimeOffset? until) => m with { Status = MembershipStatus.Paused, Dates = new() { PausedUntil = until } };

    public static Membership Termed(Membership m, DateTimeOffset until) => m with { Dates = new() { TermEndsOn = until } };

    private static DateTimeOffset Day(Random random) => Start.AddDays(20).AddHours(random.Next(80 * 24));
}
