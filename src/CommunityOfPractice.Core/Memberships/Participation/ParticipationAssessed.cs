using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>A level of participation was derived for the first time, or is another one now; made by the policy <c>assess-participation/1</c>.</summary>
/// <param name="Person">Whose level.</param>
/// <param name="Level">The level.</param>
/// <param name="PolicyVersion">The version of the policy that it was derived by.</param>
/// <param name="Signals">What it was derived from.</param>
public sealed record ParticipationAssessed(PersonId Person, ParticipationLevel Level, string PolicyVersion, ParticipationSignals Signals) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before with
    {
        Participation = new(Level, change.OccurredAt, Promoted: Level > (before.Participation?.Level ?? ParticipationLevel.Peripheral), before.Participation?.Locked == true),
    };
}
