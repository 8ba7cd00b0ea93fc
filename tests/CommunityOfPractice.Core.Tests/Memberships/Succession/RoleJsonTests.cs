using System.Text.Json;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Records;
using static CommunityOfPractice.Core.Tests.Memberships.Stage;

namespace CommunityOfPractice.Core.Tests.Memberships;

public sealed class RoleJsonTests
{
    public static TheoryData<object> Values() =>
    [
        new RoleNominated(P("p"), Role.Mentor, "x", true, true, Start, Start.AddDays(30)),
        new NominationEndorsed(P("p"), Role.Mentor, null, P("q")),
        new NominationDeclined(P("p"), Role.Mentor, "x"),
        new NominationWithdrawn(P("p"), Role.Mentor, null),
        new NominationExpired(P("p"), Role.Mentor, null),
        new SuccessionAccepted(P("p"), Role.Facilitator, null),
        new RoleAppointed(P("p"), Role.Facilitator, "x", RoleOrigin.Acquired, Start, true, By("q")),
        new RoleAppointed(P("p"), Role.Sponsor),
        new RoleEnded(P("p"), Role.Facilitator, null, RoleEndReason.Unreachable, "note"),
        new RoleTermExtended(P("p"), Role.Facilitator, null, Start),
        new ParticipationAssessed(P("p"), ParticipationLevel.Core, "participation/1", new(6, 3, 3)),
        new ParticipationLocked(P("p"), "reason"),
        new ParticipationUnlocked(P("p")),
        new Participation(ParticipationLevel.Active, Start, true, true),
        RoleCatalogue.Default with { Rules = [new(Role.Mentor) { PriorRoles = [Role.CoreGroup], AcquiredBy = 3, Term = TimeSpan.FromDays(365) }] },
        ParticipationPolicy.Default with { OccasionalWeeks = 1 },
        PolicySet.Default with { Off = ["lapse-inactive/1"] },
        Succession.Outlook(Active("f").Members, Active("f").Community, Start)[0],
        new SuccessionWarning("c", "t", Role.Sponsor, P("p"), Start, 30),
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public void RoundTrips(object value) => Assert.Equal(value, JsonSerializer.Deserialize(JsonSerializer.Serialize(value, value.GetType()), value.GetType()));

    [Fact]
    public void AMembershipWithRolesAndNominations_RoundTrips()
    {
        Stage stage = Active("f", "m");
        stage.Do(new NominateForRole(Id, P("m"), Role.Facilitator) { AsSuccessor = true }, By("f"));
        stage.Do(new EndorseNomination(Id, P("m"), Role.Facilitator), By("f"));
        stage.Happens(new RoleAppointed(P("m"), Role.Mentor, "x", TermEndsOn: Start.AddDays(9)), By("f"));
        Assert.All(stage.Members.All, m => Assert.Equal(m, JsonSerializer.Deserialize<Membership>(JsonSerializer.Serialize(m))));
    }
}
