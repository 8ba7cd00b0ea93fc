using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>Names who stands in while an active community looks for a facilitator.</summary>
/// <remarks>
/// Guards: <c>community.not-active</c>, <c>grace.running</c>, <c>grace.facilitated</c> (two facilitators or more need no grace), <c>grace.interim-not-active</c>.
/// It ends after <see cref="CommunityPolicy.FacilitationGrace"/>.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Interim">Who stands in; an active member.</param>
public sealed record StartFacilitationGrace(CommunityId Community, PersonId Interim) : CommunityCommand(Community)
{
    internal override IEnumerable<Fact> Decide(Community community, CommunityContext context, Guards guards)
    {
        guards.RequireActive(community);
        guards.Require(community.FacilitationGrace is null, "grace.running", $"A grace period runs until {community.FacilitationGrace?.Deadline:O}.");
        guards.Require(context.ActiveFacilitators <= 1, "grace.facilitated", $"There are {context.ActiveFacilitators} active facilitators.");
        guards.Require(context.IsActive(Interim), "grace.interim-not-active", $"'{Interim}' is not an active member.");
        return [new FacilitationGraceStarted(context.In(context.Policy.FacilitationGrace), Interim)];
    }
}

/// <summary>The community may be without a facilitator for a while (I1).</summary>
/// <param name="Deadline">When that ends, in UTC.</param>
/// <param name="Interim">Who stands in; null when nobody does.</param>
public sealed record FacilitationGraceStarted(DateTimeOffset Deadline, PersonId? Interim) : CommunityFact
{
    internal override Community Apply(Community before, Change change) => before with { FacilitationGrace = new(Deadline, Interim) };
}

/// <summary>The grace period is over: there is a facilitator again.</summary>
public sealed record FacilitationGraceEnded : CommunityFact
{
    internal override Community Apply(Community before, Change change) => before with { FacilitationGrace = null };
}
