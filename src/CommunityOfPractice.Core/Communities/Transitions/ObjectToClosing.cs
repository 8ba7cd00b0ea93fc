using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>A member objects to the closing of their community.</summary>
/// <remarks>
/// Guards: <c>community.not-closing</c>, <c>consent.not-own-act</c>, <c>objection.no-reason</c>, <c>objection.not-a-member</c> (active, on leave or lapsed),
/// <c>closing.window-over</c>, <c>objection.exists</c> (one that was taken back does not count; one that was answered does).
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who objects.</param>
/// <param name="Reason">Why.</param>
/// <param name="WouldFacilitate">Whether they would facilitate the community; such an objection stops the closing until it is taken back or answered.</param>
public sealed record ObjectToClosing(CommunityId Community, PersonId Person, string Reason, bool WouldFacilitate) : CommunityCommand(Community)
{
    /// <inheritdoc/>
    public override PersonId? Subject => Person;

    internal override IEnumerable<Fact> Decide(Community community, CommunityContext context, Guards guards)
    {
        guards.RequireOwnAct(context, Person);
        guards.RequireText(Reason, "objection.no-reason", "An objection says why.");
        guards.Require(context.IsMember(Person), "objection.not-a-member", $"'{Person}' is not a member.");
        if (guards.RequireClosing(community))
        {
            Closure closing = community.Closing!;
            guards.Require(context.At < closing.EffectiveOn, "closing.window-over", $"Objections were possible until {closing.EffectiveOn:O}.");
            guards.Require(!closing.Objections.Any(o => o.Person == Person && o.WithdrawnOn is null && (o.WouldFacilitate || !WouldFacilitate)), "objection.exists", $"'{Person}' has objected already.");
        }

        return [new ClosingObjected(Person, Reason, WouldFacilitate)];
    }
}

/// <summary>A member objected to the closing.</summary>
/// <param name="Person">Who objected.</param>
/// <param name="Reason">Why.</param>
/// <param name="WouldFacilitate">Whether they would facilitate the community.</param>
public sealed record ClosingObjected(PersonId Person, [property: PersonalData] string Reason, bool WouldFacilitate) : CommunityFact
{
    internal override Community Apply(Community before, Change change) => before.Closing is { } closing
        ? before with { Closing = closing with { Objections = [.. closing.Objections, new(Person, change.OccurredAt, Reason, WouldFacilitate)] } }
        : before;
}
