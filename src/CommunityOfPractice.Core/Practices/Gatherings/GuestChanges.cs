using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Practices;

/// <summary>What follows for those who wait: promotion in order, in the same decision as what frees a place.</summary>
internal static class GuestChanges
{
    /// <summary>The facts that give away what places are free.</summary>
    public static IEnumerable<Fact> Promotions(GatheringId gathering, GuestList guests, int? capacity) =>
        guests.Promoted(capacity).Select(person => new GuestPromoted(gathering, person));

    /// <summary>The facts that take people off the list, and give their places away.</summary>
    public static IEnumerable<Fact> Without(Gathering gathering, IEnumerable<PersonId> people, int? capacity)
    {
        GuestList left = gathering.Guests;
        foreach (PersonId person in people)
        {
            left = left.Without(person);
            yield return new RsvpEnded(gathering.Id, person);
        }

        foreach (Fact promotion in Promotions(gathering.Id, left, capacity))
        {
            yield return promotion;
        }
    }

    /// <summary>Those who answered and may not come any more.</summary>
    public static IEnumerable<PersonId> Unentitled(Gathering gathering, GatheringAudience audience, PracticeContext context) =>
        audience == gathering.Info.Details.Audience ? []
        : gathering.Guests.InOrder.Select(r => r.Person).Where(person => !GatheringGuards.MayCome(audience, person, context));
}
