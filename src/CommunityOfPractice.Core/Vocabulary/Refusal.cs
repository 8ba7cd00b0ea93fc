using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Vocabulary;

/// <summary>An expected "no": every reason that stood in the way, not only the first.</summary>
/// <remarks>Compared by value. A refusal is a value and not an exception: misuse of the library throws, a rule that says no refuses.</remarks>
public sealed record Refusal
{
    /// <summary>Creates a refusal from its reasons.</summary>
    /// <param name="reasons">At least one reason, in the order in which the rules were checked.</param>
    /// <exception cref="ArgumentException"><paramref name="reasons"/> is empty.</exception>
    public Refusal(ValueList<Reason> reasons)
    {
        ArgumentNullException.ThrowIfNull(reasons);
        if (reasons.Count == 0)
        {
            throw new ArgumentException("A refusal names at least one reason.", nameof(reasons));
        }

        Reasons = reasons;
    }

    /// <summary>Gets every reason, in the order in which the rules were checked.</summary>
    /// <value>At least one.</value>
    [JsonConverter(typeof(ValueListJsonConverter<Reason>))]
    public ValueList<Reason> Reasons { get; }

    /// <summary>Gets the code of the first reason.</summary>
    /// <value>A stable code.</value>
    [JsonIgnore]
    public string Code => Reasons[0].Code;

    /// <summary>Returns the reasons, one after the other.</summary>
    /// <returns>The reasons joined by <c>"; "</c>.</returns>
    public override string ToString() => string.Join("; ", Reasons);
}
