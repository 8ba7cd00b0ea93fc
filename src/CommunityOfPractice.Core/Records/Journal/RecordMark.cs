using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Records;

/// <summary>What a record was before the changes of one command, so that they can be taken back when they were not committed.</summary>
/// <remarks>As large as the changes, whatever the size of the community: what a record holds is immutable but for memberships and handled commands.</remarks>
internal sealed record RecordMark(
    Community Community,
    Practice Practice,
    long Version,
    string? Head,
    DateTimeOffset? LatestAt,
    (string? Id, HandledCommand? Known, HandledCommand? Oldest) Handled,
    (PersonId Person, Membership? Before)[] Members)
{
    /// <summary>Whom a change concerns: of who invites somebody, too, it is noted.</summary>
    public static IEnumerable<PersonId> Touched(Change change)
    {
        if (change.Fact is MembershipFact fact)
        {
            yield return fact.Person;
            if (change.By.Person is { } actor)
            {
                yield return actor;
            }
        }
    }
}
