using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>The host attaches its own fields to how a person stands to the community, in place of those before.</summary>
/// <remarks>Guards: <c>actor.not-host</c>, <c>membership.unknown</c> (the person never had to do with the community), <c>membership.erased</c>, <c>fields.name-blank</c>, <c>fields.name-twice</c>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Whom they are about.</param>
/// <param name="Fields">The fields; empty to take all away.</param>
public sealed record SetMembershipFields(CommunityId Community, PersonId Person, ValueList<Field> Fields) : MembershipCommand(Community, Person)
{
    internal override IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards)
    {
        Named.All(Fields);
        guards.Require(context.By.HostName is not null, "actor.not-host", "Fields are the host's own.");
        guards.Require(membership.Since is not null || membership.Choices is not null, "membership.unknown", $"'{Person}' never had to do with the community.");
        guards.NotErased(membership);
        guards.Require(Fields.All(f => !string.IsNullOrWhiteSpace(f.Name)), "fields.name-blank", "A field has a name.");
        guards.Require(Fields.Select(f => f.Name).Distinct(StringComparer.Ordinal).Count() == Fields.Count, "fields.name-twice", "A name occurs once.");
        return [new MembershipFieldsSet(Person, Fields)];
    }
}

/// <summary>The host attached its own fields.</summary>
/// <param name="Person">Whom they are about.</param>
/// <param name="Fields">All fields from now on.</param>
public sealed record MembershipFieldsSet(PersonId Person, [property: PersonalData, JsonConverter(typeof(ValueListJsonConverter<Field>))] ValueList<Field> Fields) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before with { Fields = Fields };
}
