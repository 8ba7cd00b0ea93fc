using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>Attaches the host's own fields to a community, in place of those so far.</summary>
/// <remarks>Guards: <c>community.not-living</c>, <c>field.no-name</c>, <c>field.twice</c>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Fields">All its fields, in any order; no personal data.</param>
public sealed record SetFields(CommunityId Community, ValueList<Field> Fields) : CommunityCommand(Community)
{
    internal override IEnumerable<Fact> Decide(Community community, CommunityContext context, Guards guards)
    {
        Named.All(Fields);
        guards.RequireLiving(community);
        guards.Require(Fields.All(f => !string.IsNullOrWhiteSpace(f.Name)), "field.no-name", "A field has a name.");
        guards.Require(Fields.Select(f => f.Name).Distinct(StringComparer.Ordinal).Count() == Fields.Count, "field.twice", "Two fields have one name.");
        return [new FieldsSet(Fields.OrderBy(f => f.Name, StringComparer.Ordinal).ToValueList())];
    }
}

/// <summary>The host's own fields were set.</summary>
/// <param name="Fields">All of them, by name.</param>
public sealed record FieldsSet([property: JsonConverter(typeof(ValueListJsonConverter<Field>))] ValueList<Field> Fields) : CommunityFact
{
    internal override Community Apply(Community before, Change change) => before with { Fields = Fields };
}
