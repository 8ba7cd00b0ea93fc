using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Vocabulary;

/// <summary>Why something is as it is: a stable code for programs and one sentence for people.</summary>
/// <remarks>Compared by value. The code is the contract (it never changes once released); the text may be reworded or translated.</remarks>
public sealed record Reason
{
    /// <summary>Creates a reason.</summary>
    /// <param name="code">A stable, dotted, lower-case code such as <c>activity.id-conflict</c>.</param>
    /// <param name="text">One sentence in plain English.</param>
    /// <exception cref="ArgumentException"><paramref name="code"/> or <paramref name="text"/> is blank.</exception>
    public Reason(string code, string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        Code = code;
        Text = text;
    }

    /// <summary>Gets the stable code.</summary>
    /// <value>Never blank.</value>
    [JsonConverter(typeof(NeededJsonConverter<string>))]
    public string Code { get; }

    /// <summary>Gets the sentence for people.</summary>
    /// <value>Never blank.</value>
    [JsonConverter(typeof(NeededJsonConverter<string>))]
    public string Text { get; }

    /// <summary>Gets what the sentence fills in, for translations: numbers, times and names, in the order of the English sentence.</summary>
    /// <value>In the invariant culture, instants in UTC and ISO 8601 (<c>2026-03-02T09:00:00Z</c>); null when the sentence fills in nothing.</value>
    [JsonConverter(typeof(ValueListJsonConverter<string>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ValueList<string>? Arguments { get; init; }

    /// <summary>A reason whose arguments are what its sentence fills in.</summary>
    internal static Reason Of(string code, ReasonText text) => text.Reason(code);

    /// <summary>Returns code and text.</summary>
    /// <returns><c>code: text</c>.</returns>
    public override string ToString() => $"{Code}: {Text}";
}
