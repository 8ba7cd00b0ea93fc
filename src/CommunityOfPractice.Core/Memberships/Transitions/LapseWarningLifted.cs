using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>A member who was warned was seen, or said that they are still there.</summary>
/// <param name="Person">Who was warned.</param>
public sealed record LapseWarningLifted(PersonId Person) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before.WithDates((before.Dates ?? new()) with { LapseWarning = null });
}
