using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>The sponsor or the host approves the terms of a first charter, by their own act and before it is adopted.</summary>
/// <remarks>
/// Guards: <c>community.not-proposed</c>, <c>approval.not-approver</c> (the sponsor or the host; a sponsor who proposed the community is not asked),
/// <c>approval.exists</c>, and the faults of <see cref="CharterTerms.Problems"/>. It holds for these very terms; the latest approval counts.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Terms">What is approved.</param>
public sealed record ApproveCharter(CommunityId Community, CharterTerms Terms) : CommunityCommand(Community)
{
    internal override IEnumerable<Fact> Decide(Community community, CommunityContext context, Guards guards)
    {
        ArgumentNullException.ThrowIfNull(Terms);
        guards.RequireProposed(community);
        guards.Require(IsApprover(community, context), "approval.not-approver", "A charter is approved by the sponsor or the host, and by nobody who proposed the community.");
        if (!guards.RequireNone(Terms.Problems(community.Kind)))
        {
            return [];
        }

        CharterTerms terms = AdoptCharter.Drafted(Terms, community, context).Terms();
        guards.Require(community.CharterApproval?.Terms != terms, "approval.exists", "These terms are approved already.");
        return [new CharterApproved(terms)];
    }

    /// <summary>Whether the terms can be adopted: no approval is asked for, they are approved, or the approver adopts them.</summary>
    internal static bool IsGiven(CharterTerms terms, Community community, CommunityContext context) =>
        !context.Policy.CharterNeedsApproval || IsApprover(community, context) || Standing(terms, community, context) is not null;

    /// <summary>The approval of these very terms; null when there is none.</summary>
    internal static CharterApproval? Standing(CharterTerms terms, Community community, CommunityContext context) =>
        community.CharterApproval is { } approval && terms.Problems(community.Kind).Count == 0 && approval.Terms == AdoptCharter.Drafted(terms, community, context).Terms() ? approval : null;

    /// <summary>Whether the actor can approve: nobody approves what they proposed.</summary>
    internal static bool IsApprover(Community community, CommunityContext context) =>
        context.By.HostName is not null || (context.By.Person is { } person && context.IsSponsor(person) && community.Proposal?.Proposer != person);
}

/// <summary>The terms of the first charter were approved, by whoever acted.</summary>
/// <param name="Terms">What was approved, as it would be adopted.</param>
public sealed record CharterApproved(CharterTerms Terms) : CommunityFact
{
    internal override Community Apply(Community before, Change change) => before with { CharterApproval = new(Terms, change.By, change.OccurredAt) };
}
