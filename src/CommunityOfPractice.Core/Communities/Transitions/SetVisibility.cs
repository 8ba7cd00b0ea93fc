using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>Says who sees a community and, separately, who sees its members.</summary>
/// <remarks>Guards: <c>community.not-living</c>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Visibility">Who sees that it exists, and what it is.</param>
/// <param name="MemberList">Who sees who belongs to it.</param>
public sealed record SetVisibility(CommunityId Community, Visibility Visibility, MemberListVisibility MemberList) : CommunityCommand(Community)
{
    internal override IEnumerable<Fact> Decide(Community community, CommunityContext context, Guards guards)
    {
        Defined.Check(Visibility);
        Defined.Check(MemberList);
        guards.RequireLiving(community);
        return [new VisibilitySet(Visibility, MemberList)];
    }
}

/// <summary>It was set who sees the community and who sees its members.</summary>
/// <param name="Visibility">Who sees that it exists, and what it is.</param>
/// <param name="MemberList">Who sees who belongs to it.</param>
public sealed record VisibilitySet(Visibility Visibility, MemberListVisibility MemberList) : CommunityFact
{
    internal override Community Apply(Community before, Change change) => before with { Visibility = Visibility, MemberListVisibility = MemberList };
}
