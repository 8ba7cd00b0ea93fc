using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.People;

/// <summary>Who acts: a person, the host application itself, or a rule of a policy.</summary>
/// <remarks>
/// A closed set of three cases, compared by value. As text: <c>person:ID</c>, <c>host:NAME</c> or <c>policy:RULE</c>. Only a person can
/// consent; the host acts for administrators and for imports. The default value names nobody.
/// </remarks>
[JsonConverter(typeof(ParsableJsonConverter<Actor>))]
public readonly record struct Actor : IParsable<Actor>
{
    private const string PersonPrefix = "person:", HostPrefix = "host:", PolicyPrefix = "policy:";

    private readonly string? text;

    private Actor(string text) => this.text = text;

    /// <summary>Gets the person who acts.</summary>
    /// <value>Null when the host or a policy acts.</value>
    public PersonId? Person => Named(PersonPrefix) is { } id ? new PersonId(id) : null;

    /// <summary>Gets the name under which the host acts: a job, an import, an administration page.</summary>
    /// <value>Null when a person or a policy acts.</value>
    public string? HostName => Named(HostPrefix);

    /// <summary>Gets the id of the rule that acts.</summary>
    /// <value>Null when a person or the host acts.</value>
    public string? RuleId => Named(PolicyPrefix);

    /// <summary>Makes an actor of a person.</summary>
    /// <param name="person">The person.</param>
    /// <returns>The actor.</returns>
    /// <exception cref="ArgumentException"><paramref name="person"/> is the default value.</exception>
    public static Actor Of(PersonId person) => new(PersonPrefix + IdText.Check(person.Text, nameof(person)));

    /// <summary>Makes an actor of the host application.</summary>
    /// <param name="name">What part of the host acts: 1 to 200 characters; no personal data.</param>
    /// <returns>The actor.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is no legal name.</exception>
    public static Actor Host(string name) => new(HostPrefix + IdText.Check(name, nameof(name)));

    /// <summary>Makes an actor of a policy's rule.</summary>
    /// <param name="ruleId">The id of the rule: 1 to 200 characters.</param>
    /// <returns>The actor.</returns>
    /// <exception cref="ArgumentException"><paramref name="ruleId"/> is no legal id.</exception>
    public static Actor Policy(string ruleId) => new(PolicyPrefix + IdText.Check(ruleId, nameof(ruleId)));

    /// <inheritdoc/>
    public static Actor Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out Actor actor) ? actor : throw new FormatException($"'{s}' names no actor; expected person:ID, host:NAME or policy:RULE.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Actor result)
    {
        foreach (string prefix in (ReadOnlySpan<string>)[PersonPrefix, HostPrefix, PolicyPrefix])
        {
            if (s is not null && s.StartsWith(prefix, StringComparison.Ordinal) && IdText.Problem(s.AsSpan(prefix.Length)) is null)
            {
                result = new Actor(s);
                return true;
            }
        }

        result = default;
        return false;
    }

    /// <summary>Returns whether a given person acts.</summary>
    /// <param name="person">The person.</param>
    /// <returns><see langword="true"/> when it is that person's own act.</returns>
    public bool Is(PersonId person) => Person == person;

    /// <summary>Returns the actor as text.</summary>
    /// <returns><c>person:ID</c>, <c>host:NAME</c> or <c>policy:RULE</c>; empty for the default value.</returns>
    public override string ToString() => text ?? string.Empty;

    /// <summary>Returns the actor; throws when it is the default value, which names nobody.</summary>
    internal Actor Checked(string parameter) => text is null ? throw new ArgumentException("An actor is a person, the host or a policy, and not the default value.", parameter) : this;

    private string? Named(string prefix) => text is not null && text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..] : null;
}
