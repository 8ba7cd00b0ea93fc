using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using FsCheck.Xunit;
using static CommunityOfPractice.Core.Tests.Memberships.Stage;

namespace CommunityOfPractice.Core.Tests.Memberships;

public sealed class ParticipationPolicyTests
{
    [Property, Trait("Law", "42")]
    public void Law42_BetweenThresholdAndSlack_TheLevelStays(int seed)
    {
        Random random = new(seed);
        ParticipationPolicy policy = new() { CoreWeeks = random.Next(2, 10), ActiveWeeks = 2, CoreStewardship = random.Next(0, 9), CoreCounterparts = random.Next(0, 9), Demotion = (random.Next(100) + 1) / 100.0, OccasionalWeeks = random.Next(2) == 0 ? 1 : null };
        Participation? level = null;
        DateTimeOffset at = Start;
        for (int week = 0; week < 60; week++, at = at.AddDays(7))
        {
            ParticipationSignals signals = new(random.Next(11), random.Next(11), random.Next(11));
            ParticipationLevel next = policy.Assess(level, signals, at);
            ParticipationLevel reached = Reached(policy, signals, 1);
            if (level is null)
            {
                Assert.Equal(reached, next);
            }
            else if (level.Locked)
            {
                Assert.Equal(level.Level, next);
            }
            else if (reached >= level.Level)
            {
                Assert.Equal(reached, next);
            }
            else if (Reached(policy, signals, policy.Demotion) >= level.Level || (level.Promoted && at - level.Since < TimeSpan.FromDays(14)))
            {
                Assert.Equal(level.Level, next);
            }
            else
            {
                Assert.Equal(reached, next);
            }

            Participation after = next == level?.Level ? level : new(next, at, Promoted: next > (level?.Level ?? ParticipationLevel.Peripheral), level?.Locked == true);
            Assert.Equal(next, policy.Assess(after, signals, at)); // settled: asking twice changes nothing
            level = after with { Locked = random.Next(10) == 0 ? !after.Locked : after.Locked };
        }
    }

    [Theory]
    [InlineData(6, 3, 3, ParticipationLevel.Core)]
    [InlineData(5, 3, 3, ParticipationLevel.Active)]
    [InlineData(6, 2, 3, ParticipationLevel.Active)]
    [InlineData(6, 3, 2, ParticipationLevel.Active)]
    [InlineData(2, 0, 0, ParticipationLevel.Active)]
    [InlineData(1, 9, 9, ParticipationLevel.Peripheral)]
    public void Defaults_AreTheDocumentedOnes(int weeks, int stewardship, int counterparts, ParticipationLevel expected) =>
        Assert.Equal(expected, ParticipationPolicy.Default.Assess(null, new(weeks, stewardship, counterparts), Start));

    [Fact]
    public void Occasional_IsThere_OnlyWhenAPolicyWantsIt()
    {
        ParticipationSignals once = new(1, 0, 0);
        Assert.Equal(ParticipationLevel.Peripheral, ParticipationPolicy.Default.Assess(null, once, Start));
        Assert.Equal(ParticipationLevel.Occasional, (ParticipationPolicy.Default with { OccasionalWeeks = 1 }).Assess(null, once, Start));
    }

    [Fact]
    public void Newcomer_IsAMatterOfTenure()
    {
        Stage stage = Active("f");
        Assert.True(stage.Members[P("f")].IsNewcomer(Start.AddDays(29.9)));
        Assert.False(stage.Members[P("f")].IsNewcomer(Start.AddDays(30)));
        Assert.False(stage.Members[P("f")].IsNewcomer(Start.AddDays(-1)));
        Assert.False(stage.Members[P("x")].IsNewcomer(Start));
    }

    [Fact]
    public void ALock_KeepsALevel_IsSetByOthers_AndGoesWithTheMembership()
    {
        Stage stage = Active("f", "m");
        Assert.Equal(["participation.not-assessed"], stage.Do(new LockParticipation(Id, P("m"), "r"), By("f")));
        stage.Happens(new ParticipationAssessed(P("m"), ParticipationLevel.Core, "participation/1", new(6, 3, 3)), Actor.Policy("assess-participation/1"));
        Assert.Equal(["participation.own", "participation.reason-missing"], stage.Do(new LockParticipation(Id, P("m"), ""), By("m")));
        Assert.Equal(["participation.by-policy"], stage.Do(new LockParticipation(Id, P("m"), "r"), Actor.Policy("x")));
        Assert.Equal(["participation.not-locked"], stage.Do(new UnlockParticipation(Id, P("m")), Host));
        Assert.Empty(stage.Do(new LockParticipation(Id, P("m"), "parental leave"), Host));
        Assert.Equal(["participation.locked"], stage.Do(new LockParticipation(Id, P("m"), "r"), Host));
        Assert.Equal(new Participation(ParticipationLevel.Core, Start, Promoted: true, Locked: true), stage.Members[P("m")].Participation);
        Assert.Empty(stage.Do(new UnlockParticipation(Id, P("m")), Host));
        Assert.False(stage.Members[P("m")].Participation!.Locked);
        stage.Happens(new MembershipTermEnded(P("m")));
        Assert.Null(stage.Members[P("m")].Participation);
    }

    private static ParticipationLevel Reached(ParticipationPolicy p, ParticipationSignals s, double share)
    {
        if (s.WeeksContributed >= p.CoreWeeks * share && s.StewardshipActs >= p.CoreStewardship * share && s.DistinctCounterparts >= p.CoreCounterparts * share)
        {
            return ParticipationLevel.Core;
        }

        return s.WeeksContributed >= p.ActiveWeeks * share ? ParticipationLevel.Active
            : p.OccasionalWeeks is { } o && s.WeeksContributed >= o * share ? ParticipationLevel.Occasional : ParticipationLevel.Peripheral;
    }
}
