using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>Says where the members connect.</summary>
/// <remarks>Guards: <c>community.not-living</c>, <c>space.no-name</c>, <c>space.twice</c> (one kind and name).</remarks>
/// <param name="Community">The community.</param>
/// <param name="Spaces">All its places, in the order in which they are shown.</param>
public sealed record SetSpaces(CommunityId Community, ValueList<Space> Spaces) : CommunityCommand(Community)
{
    internal override IEnumerable<Fact> Decide(Community community, CommunityContext context, Guards guards)
    {
        ArgumentNullException.ThrowIfNull(Spaces);
        guards.RequireLiving(community);
        guards.Require(Spaces.All(s => !string.IsNullOrWhiteSpace(s.Name)), "space.no-name", "A place has a name.");
        guards.Require(Spaces.Select(s => (s.Kind, s.Name)).Distinct().Count() == Spaces.Count, "space.twice", "Two places are the same.");
        return [new SpacesSet(Spaces)];
    }
}

/// <summary>The places where the members connect were set.</summary>
/// <param name="Spaces">All of them.</param>
public sealed record SpacesSet([property: JsonConverter(typeof(ValueListJsonConverter<Space>))] ValueList<Space> Spaces) : CommunityFact
{
    internal override Community Apply(Community before, Change change) => before with { Spaces = Spaces };
}
