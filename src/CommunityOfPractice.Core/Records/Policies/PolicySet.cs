using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>The policies in force: the numbers behind every rule.</summary>
/// <remarks>Immutable and compared by value.</remarks>
public sealed record PolicySet
{
    /// <summary>Gets the policies with their sourced defaults.</summary>
    /// <value>Every part at its own default.</value>
    public static PolicySet Default { get; } = new();

    /// <summary>Gets the policy about communities.</summary>
    /// <value>The default value is <see cref="CommunityPolicy.Default"/>.</value>
    public CommunityPolicy Community { get; init => field = value ?? CommunityPolicy.Default; } = CommunityPolicy.Default;

    /// <summary>Gets the policy about memberships.</summary>
    /// <value>The default value is <see cref="MembershipPolicy.Default"/>.</value>
    public MembershipPolicy Membership { get; init => field = value ?? MembershipPolicy.Default; } = MembershipPolicy.Default;

    /// <summary>Gets the policy about participation.</summary>
    /// <value>The default value is <see cref="ParticipationPolicy.Default"/>.</value>
    public ParticipationPolicy Participation { get; init => field = value ?? ParticipationPolicy.Default; } = ParticipationPolicy.Default;

    /// <summary>Gets the policy about gatherings, knowledge, stories, questions and recognition.</summary>
    /// <value>The default value is <see cref="PracticePolicy.Default"/>.</value>
    public PracticePolicy Practice { get; init => field = value ?? PracticePolicy.Default; } = PracticePolicy.Default;

    /// <summary>Gets the ids of the rules that are switched off.</summary>
    /// <value>Empty by default: every rule is in force.</value>
    [JsonConverter(typeof(ValueListJsonConverter<string>))]
    public ValueList<string> Off { get; init => field = value ?? []; } = [];

    /// <summary>Lists everything that is wrong with any of the policies.</summary>
    /// <param name="rules">The rules there are beside the standard ones, whose ids <see cref="Off"/> may name; null for none.</param>
    /// <returns>
    /// Empty when they can be used. Codes begin with <c>policy.</c>; <c>policy.off-unknown</c> for each id in <see cref="Off"/> that no rule has.
    /// </returns>
    public ValueList<Reason> Problems(IEnumerable<IPolicyRule>? rules = null)
    {
        List<Reason> problems = [];
        problems.AddRange(Community.Problems());
        problems.AddRange(Membership.Problems());
        Require(Community.NoInteraction > Community.DormancyNotice, "community.no-interaction", "The silence that ends in dormancy is longer than the notice of it.");
        Require(Community.FacilitationGrace >= Community.DormancyNotice, "community.grace-notice", "The grace period is at least as long as the notice of dormancy.");
        Require(Membership.LapseAfter > Membership.LapseNotice, "membership.lapse-after", "The silence after which a membership lapses is longer than the warning of it.");
        problems.AddRange(Membership.Roles.Problems());
        problems.AddRange(Participation.Problems());
        problems.AddRange(Practice.Problems());
        Require(Off.All(id => !string.IsNullOrWhiteSpace(id)), "off", "A rule that is switched off has an id.");
        HashSet<string> known = [.. PolicyRules.Standard.Concat(rules ?? []).Select(r => r.Id)];
        foreach (string id in Off.Where(id => !string.IsNullOrWhiteSpace(id) && !known.Contains(id)).Distinct(StringComparer.Ordinal))
        {
            Require(false, "off-unknown", $"No rule has the id '{id}', so it cannot be switched off.");
        }

        return problems.ToValueList();

        void Require(bool condition, string code, string text)
        {
            if (!condition)
            {
                problems.Add(new("policy." + code, text));
            }
        }
    }
}
