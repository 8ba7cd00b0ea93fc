using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>M7 announced by a rule: a member who was not seen for long was warned.</summary>
/// <param name="Person">Who was warned.</param>
/// <param name="LapsesOn">When the membership lapses unless they are seen, in UTC.</param>
public sealed record LapseWarned(PersonId Person, DateTimeOffset LapsesOn) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before.WithDates((before.Dates ?? new()) with { LapseWarning = new(change.OccurredAt, LapsesOn) });
}
