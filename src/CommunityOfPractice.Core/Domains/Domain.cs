using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Domains;

/// <summary>What a community cares about: topics, the reason to care, what is in and out of scope, whom it serves.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Topics">The topics with their weights.</param>
/// <param name="Focus">The challenge, passion or opportunity behind it.</param>
public sealed record Domain(
    [property: JsonConverter(typeof(ValueListJsonConverter<TopicWeight>))] ValueList<TopicWeight> Topics,
    Focus Focus)
{
    /// <summary>Gets what belongs to it.</summary>
    /// <value>A list of short texts; empty by default.</value>
    [JsonConverter(typeof(ValueListJsonConverter<string>))]
    public ValueList<string> ScopeIn { get; init => field = value ?? []; } = [];

    /// <summary>Gets what does not belong to it.</summary>
    /// <value>A list of short texts; empty by default.</value>
    [JsonConverter(typeof(ValueListJsonConverter<string>))]
    public ValueList<string> ScopeOut { get; init => field = value ?? []; } = [];

    /// <summary>Gets the goals of the organisation that it serves.</summary>
    /// <value>Empty by default.</value>
    [JsonConverter(typeof(ValueListJsonConverter<Goal>))]
    public ValueList<Goal> Goals { get; init => field = value ?? []; } = [];

    /// <summary>Gets what members get out of it.</summary>
    /// <value>A text; null when nobody has said.</value>
    public string? ValueForMembers { get; init; }

    /// <summary>Gets what the organisation gets out of it.</summary>
    /// <value>A text; null when nobody has said.</value>
    public string? ValueForOrganisation { get; init; }

    /// <summary>Returns what is wrong with the domain.</summary>
    /// <returns>
    /// Every fault, empty when there is none: those of <see cref="TopicProfile.Problems"/>, <c>domain.no-topic</c>, <c>domain.no-focus</c>,
    /// <c>domain.scope-contradiction</c> (in and out, in any case), <c>domain.goal-twice</c>, <c>domain.blank</c> (a scope or goal without words).
    /// </returns>
    /// <exception cref="ArgumentException">A list holds null: that is misuse, no fault of the contents.</exception>
    public ValueList<Reason> Problems()
    {
        List<Reason> problems = [.. TopicProfile.Problems(Topics)];
        Add(Topics.Count == 0, "domain.no-topic", "A domain has at least one topic.");
        Add(string.IsNullOrWhiteSpace(Focus?.Text), "domain.no-focus", "A domain says which challenge, passion or opportunity is behind it.");
        Add(ScopeIn.Concat(ScopeOut).Concat(Named.All(Goals).SelectMany(g => (string[])[g.Id, g.Text])).Any(string.IsNullOrWhiteSpace), "domain.blank", "Scopes and goals have words.");
        foreach (string both in ScopeIn.Intersect(ScopeOut, StringComparer.OrdinalIgnoreCase))
        {
            Add(true, "domain.scope-contradiction", $"'{both}' is both in and out of scope.");
        }

        foreach (string twice in Goals.GroupBy(g => g.Id, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key))
        {
            Add(true, "domain.goal-twice", $"The goal '{twice}' is listed twice.");
        }

        return problems.ToValueList();

        void Add(bool wrong, string code, string text)
        {
            if (wrong)
            {
                problems.Add(new(code, text));
            }
        }
    }

    /// <summary>Returns the domain with its topics sorted by id and weights that sum up to 1.</summary>
    /// <returns>An equal domain when it is in that form already.</returns>
    /// <exception cref="ArgumentException">The topics have problems.</exception>
    public Domain Normalised() => this with { Topics = TopicProfile.Normalised(Topics) };
}
