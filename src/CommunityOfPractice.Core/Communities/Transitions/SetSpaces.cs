using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>Says where the members connect.</summary>
/// <remarks>Guards: <c>community.not-living</c>, <c>space.no-name</c>, <c>space.twice</c> (one kind and name, or one external id), <c>space.link</c> (no absolute address, or one that runs something: it is
/// http, https, mailto or a scheme of the host's own), <c>space.external-id</c> (empty, or longer than an id), <c>rhythm.every</c>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Spaces">All its places, in the order in which they are shown.</param>
public sealed record SetSpaces(CommunityId Community, ValueList<Space> Spaces) : CommunityCommand(Community)
{
    internal override IEnumerable<Fact> Decide(Community community, CommunityContext context, Guards guards)
    {
        Named.All(Spaces);
        guards.RequireLiving(community);
        guards.Require(Spaces.All(s => !string.IsNullOrWhiteSpace(s.Name)), "space.no-name", "A place has a name.");
        guards.Require(Spaces.Select(s => (s.Kind, s.Name)).Distinct().Count() == Spaces.Count, "space.twice", "Two places are the same.");
        string[] ids = [.. Spaces.Select(s => s.ExternalId).OfType<string>()];
        guards.Require(ids.Distinct(StringComparer.Ordinal).Count() == ids.Length, "space.twice", "Two places are the same.");
        guards.Require(ids.All(id => IdText.Problem(id) is null), "space.external-id", "The id of a place in its tool has 1 to 200 characters.");
        guards.Require(Spaces.All(s => s.Link is null || SpaceLinks.IsSound(s.Link)), "space.link", "A link is an absolute address: http, https, mailto or a scheme of the host's own.");
        guards.Require(Spaces.All(s => s.Rhythm is null || s.Rhythm.Every > TimeSpan.Zero), "rhythm.every", "Time passes between two gatherings.");
        return [new SpacesSet(Spaces)];
    }
}

/// <summary>The places where the members connect were set.</summary>
/// <param name="Spaces">All of them.</param>
public sealed record SpacesSet([property: JsonConverter(typeof(ValueListJsonConverter<Space>))] ValueList<Space> Spaces) : CommunityFact
{
    internal override Community Apply(Community before, Change change) => before with { Spaces = Spaces };
}
