using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>Puts a community under another one, or on its own.</summary>
/// <remarks>Guards: <c>community.not-living</c>, <c>parent.self</c>, <c>parent.unchanged</c>, <c>lineage.ancestors-unknown</c>, <c>lineage.circle</c>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Parent">The community above it; null for none.</param>
public sealed record SetParent(CommunityId Community, CommunityId? Parent) : CommunityCommand(Community)
{
    internal override IEnumerable<Fact> Decide(Community community, CommunityContext context, Guards guards)
    {
        guards.RequireLiving(community);
        guards.Require(Parent != community.Lineage.Parent, "parent.unchanged", "That is where the community stands already.");
        if (Parent is { } parent && guards.Require(parent != Community, "parent.self", "A community does not stand under itself."))
        {
            guards.RequireNoCircle(Community, parent, context);
        }

        return [new ParentSet(Parent)];
    }
}

/// <summary>The community stands under another one, or on its own.</summary>
/// <param name="Parent">The community above it; null for none.</param>
public sealed record ParentSet(CommunityId? Parent) : CommunityFact
{
    internal override Community Apply(Community before, Change change) => before with { Lineage = before.Lineage with { Parent = Parent } };
}
