using System.Diagnostics;
using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Vocabulary;

/// <summary>The outcome of asking for something that a rule may refuse: <see cref="Accepted"/> or <see cref="Refused"/>.</summary>
/// <typeparam name="T">What an acceptance carries.</typeparam>
/// <remarks>
/// A closed set of two cases, compared by value. In JSON the member <c>status</c> tells the case; compiled ahead of time, this needs
/// <see cref="DecisionJsonConverter{T}"/> on the property or among the converters of the options.
/// </remarks>
[JsonConverter(typeof(DecisionJsonConverterFactory))]
public abstract record Decision<T>
{
    private Decision()
    {
    }

    /// <summary>Gets a value indicating whether the answer is yes.</summary>
    /// <value><see langword="true"/> for <see cref="Accepted"/>.</value>
    [JsonIgnore]
    public bool IsAccepted => this is Accepted;

    /// <summary>Makes an acceptance.</summary>
    /// <param name="value">What was accepted.</param>
    /// <returns>An <see cref="Accepted"/>.</returns>
    public static Decision<T> Accept(T value) => new Accepted(value);

    /// <summary>Makes a refusal from its reasons.</summary>
    /// <param name="reasons">At least one reason.</param>
    /// <returns>A <see cref="Refused"/>.</returns>
    /// <exception cref="ArgumentException"><paramref name="reasons"/> is empty.</exception>
    public static Decision<T> Refuse(params Reason[] reasons) => new Refused(new Refusal([.. reasons]));

    /// <summary>Makes a refusal.</summary>
    /// <param name="refusal">The refusal.</param>
    /// <returns>A <see cref="Refused"/>.</returns>
    public static Decision<T> Refuse(Refusal refusal) => new Refused(refusal);

    /// <summary>Handles both cases.</summary>
    /// <typeparam name="TResult">What the handlers return.</typeparam>
    /// <param name="accepted">Called with the accepted value.</param>
    /// <param name="refused">Called with the refusal.</param>
    /// <returns>What the handler that was called returned.</returns>
    public TResult Match<TResult>(Func<T, TResult> accepted, Func<Refusal, TResult> refused)
    {
        ArgumentNullException.ThrowIfNull(accepted);
        ArgumentNullException.ThrowIfNull(refused);
        return this switch
        {
            Accepted a => accepted(a.Value),
            Refused r => refused(r.Refusal),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Returns the accepted value, or throws.</summary>
    /// <returns>The value of <see cref="Accepted"/>.</returns>
    /// <exception cref="InvalidOperationException">The decision is a refusal; the message holds its reasons.</exception>
    public T OrThrow() => Match(v => v, r => throw new InvalidOperationException(r.ToString()));

    private protected abstract void Closed();

    /// <summary>Yes, with what follows from it.</summary>
    /// <param name="Value">What was accepted.</param>
    public sealed record Accepted([property: JsonRequired] T Value) : Decision<T>
    {
        private protected override void Closed()
        {
        }
    }

    /// <summary>No, with every reason.</summary>
    /// <param name="Refusal">The reasons.</param>
    public sealed record Refused([property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<Refusal>))] Refusal Refusal) : Decision<T>
    {
        private protected override void Closed()
        {
        }
    }
}
