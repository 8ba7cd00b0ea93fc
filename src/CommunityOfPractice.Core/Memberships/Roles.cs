using System.Collections.Frozen;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>The names of roles in the interchange format, and the synonyms that are understood.</summary>
public static class Roles
{
    private static readonly string[] Canonical =
        ["facilitator", "sponsor", "core-group", "knowledge-steward", "meeting-facilitator", "people-connector", "domain-expert", "technology-steward", "mentor", "alumnus"];

    private static readonly FrozenDictionary<string, Role> ByName = new Dictionary<string, Role>
    {
        ["coordinator"] = Role.Facilitator,
        ["lead"] = Role.Facilitator,
        ["leader"] = Role.Facilitator,
        ["chair"] = Role.Facilitator,
        ["organizer"] = Role.Facilitator,
        ["organiser"] = Role.Facilitator,
        ["maintainer"] = Role.Facilitator,
        ["maintainers"] = Role.Facilitator,
        ["leads"] = Role.Facilitator,
        ["chairs"] = Role.Facilitator,
        ["admin"] = Role.TechnologySteward,
        ["admins"] = Role.TechnologySteward,
        ["alumni"] = Role.Alumnus,
        ["alumna"] = Role.Alumnus,
        ["emeritus"] = Role.Alumnus,
        ["emerita"] = Role.Alumnus,
        ["core-team"] = Role.CoreGroup,
        ["steering-group"] = Role.CoreGroup,
        ["knowledge-manager"] = Role.KnowledgeSteward,
        ["librarian"] = Role.KnowledgeSteward,
        ["greeter"] = Role.PeopleConnector,
        ["buddy"] = Role.PeopleConnector,
        ["expert"] = Role.DomainExpert,
        ["sme"] = Role.DomainExpert,
    }.Concat(Canonical.Select((name, i) => KeyValuePair.Create(name, (Role)i))).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the names of all roles, in the order of their numbers.</summary>
    /// <value>Lower-case names, as the interchange format writes them.</value>
    public static IReadOnlyList<string> Names => Canonical;

    /// <summary>Returns the name of a role in the interchange format.</summary>
    /// <param name="role">The role.</param>
    /// <returns>A lower-case name.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="role"/> is not a defined role.</exception>
    public static string Name(this Role role) =>
        (int)role < Canonical.Length ? Canonical[(int)role] : throw new ArgumentOutOfRangeException(nameof(role), role, "Not a defined role.");

    /// <summary>Finds a role by its name or by a synonym of it (lead, chair, coordinator, expert …).</summary>
    /// <param name="name">The name, in any case.</param>
    /// <param name="role">The role, when found.</param>
    /// <returns><see langword="true"/> when there is a role of that name.</returns>
    public static bool TryParse(string name, out Role role) => ByName.TryGetValue(name, out role);
}
