using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>The rules about roles and their succession; data that can be replaced, versioned and tried out over history.</summary>
/// <remarks>Immutable and compared by value. The defaults and their sources stand in docs/policies.md.</remarks>
public sealed record RoleCatalogue
{
    /// <summary>Gets the catalogue with its sourced defaults.</summary>
    /// <value>Version <c>roles/1</c>.</value>
    public static RoleCatalogue Default { get; } = new();

    /// <summary>Gets the version, which every automatic fact names.</summary>
    /// <value>The default value is <c>roles/1</c>.</value>
    public string Version { get; init => field = value ?? "roles/1"; } = "roles/1";

    /// <summary>Gets the rules of roles that differ from <see cref="RoleRule"/>'s defaults.</summary>
    /// <value>By default that of the sponsor, who may be no member and does not facilitate.</value>
    [JsonConverter(typeof(ValueListJsonConverter<RoleRule>))]
    public ValueList<RoleRule> Rules { get; init => field = value ?? []; } =
    [
        new(Role.Sponsor) { NonMembers = true, EndsWithMembership = false, NotTogetherWith = [Role.Facilitator] },
    ];

    /// <summary>Gets how long a nomination waits for an answer.</summary>
    /// <value>The default value is 30 days, as for invitations (Discourse).</value>
    public TimeSpan NominationExpiry { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Gets how long before the end of a term a missing successor is pointed out, each time more urgently.</summary>
    /// <value>Longest first. The default value is 90 and 30 days.</value>
    [JsonConverter(typeof(ValueListJsonConverter<TimeSpan>))]
    public ValueList<TimeSpan> TermWarnings { get; init => field = value ?? []; } = [TimeSpan.FromDays(90), TimeSpan.FromDays(30)];

    /// <summary>Gets how long before an interim's deadline it is pointed out.</summary>
    /// <value>The default value is 14 days.</value>
    public TimeSpan InterimWarning { get; init; } = TimeSpan.FromDays(14);

    /// <summary>Gets how many facilitators are recommended.</summary>
    /// <value>The default value is 2 (Kubernetes: at least one and ideally two chairs).</value>
    public int RecommendedFacilitators { get; init; } = 2;

    /// <summary>Returns the rule of a role.</summary>
    /// <param name="role">The role.</param>
    /// <returns>The rule listed, else the default one.</returns>
    public RoleRule Of(Role role)
    {
        foreach (RoleRule rule in Rules.AsSpan())
        {
            if (rule.Role == role)
            {
                return rule;
            }
        }

        return new RoleRule(role);
    }

    /// <summary>Returns whether two roles may not be held together, whichever of the two rules says so.</summary>
    /// <param name="one">A role.</param>
    /// <param name="other">Another role.</param>
    /// <returns><see langword="true"/> when nobody may hold both.</returns>
    public bool Excludes(Role one, Role other) => Of(one).NotTogetherWith.AsSpan().Contains(other) || Of(other).NotTogetherWith.AsSpan().Contains(one);

    /// <summary>Lists everything that is wrong with the catalogue.</summary>
    /// <returns>Empty when it can be used. Codes begin with <c>policy.roles.</c>.</returns>
    public ValueList<Reason> Problems()
    {
        List<Reason> problems = [];
        Require(!string.IsNullOrWhiteSpace(Version), "version", "The catalogue of roles has a version.");
        Require(NominationExpiry > TimeSpan.Zero, "nomination-expiry", "A nomination waits for longer than no time.");
        Require(TermWarnings.All(w => w > TimeSpan.Zero), "term-warnings", "A term warning comes before the end of the term.");
        Require(InterimWarning >= TimeSpan.Zero, "interim-warning", "An interim warning does not come after the deadline.");
        Require(RecommendedFacilitators >= 1, "recommended-facilitators", "At least one facilitator is recommended.");
        Require(Rules.Select(r => r.Role).Distinct().Count() == Rules.Count, "rule-twice", "A role has one rule.");
        foreach (RoleRule rule in Rules)
        {
            string role = Enum.IsDefined(rule.Role) ? rule.Role.Name() : rule.Role.ToString();
            Require(Enum.IsDefined(rule.Role), "unknown", $"{role} is not a defined role.");
            Require(rule.MinMembership >= TimeSpan.Zero, "min-membership", $"The membership asked of a {role} is not negative.");
            Require(rule.Endorsements >= 0, "endorsements", $"The endorsements asked of a {role} are not negative.");
            Require(rule.AcquiredBy is null or > 0, "acquired-by", $"Acquiring the role {role} takes at least one endorsement.");
            Require(rule.Term is null || rule.Term > TimeSpan.Zero, "term", $"The term of a {role} is longer than no time.");
            Require(!rule.NotTogetherWith.AsSpan().Contains(rule.Role), "excludes-itself", $"The role {role} does not exclude itself.");
            Require(rule.PriorRoles.Count == 0 || rule.PriorRoles.Any(p => p != rule.Role), "prior-role", $"The role {role} cannot ask for itself only.");
            Require(rule.Role != Role.Facilitator || (!rule.NonMembers && rule.EndsWithMembership), "facilitator-outside", "A facilitator is an active member (M-I3).");
        }

        return problems.ToValueList();

        void Require(bool condition, string code, string text)
        {
            if (!condition)
            {
                problems.Add(new("policy.roles." + code, text));
            }
        }
    }
}

/// <content>The rules about roles.</content>
public sealed partial record MembershipPolicy
{
    /// <summary>Gets the rules about roles and their succession.</summary>
    /// <value>The default value is <see cref="RoleCatalogue.Default"/>.</value>
    public RoleCatalogue Roles { get; init => field = value ?? RoleCatalogue.Default; } = RoleCatalogue.Default;
}
