using System.Diagnostics;
using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Vocabulary;

/// <summary>
/// The result of measuring something: a <see cref="Value"/>, or a reason why there is none — <see cref="InsufficientData"/>,
/// <see cref="NotApplicable"/> or <see cref="Suppressed"/>.
/// </summary>
/// <remarks>
/// A closed set of four cases, compared by value. Unknown is never zero: a measurement is not a number until it is a
/// <see cref="Value"/>, and a value is always finite.
/// </remarks>
[JsonConverter(typeof(MeasurementJsonConverter<Measurement>))]
public abstract record Measurement
{
    private Measurement()
    {
    }

    /// <summary>Gets the measured number, when there is one.</summary>
    /// <value>The amount of a <see cref="Value"/>; null for the other cases.</value>
    [JsonIgnore]
    public double? Amount => (this as Value)?.Number;

    /// <summary>Handles all four cases.</summary>
    /// <typeparam name="T">What the handlers return.</typeparam>
    /// <param name="value">Called for a <see cref="Value"/>.</param>
    /// <param name="insufficientData">Called for <see cref="InsufficientData"/>.</param>
    /// <param name="notApplicable">Called for <see cref="NotApplicable"/>.</param>
    /// <param name="suppressed">Called for <see cref="Suppressed"/>.</param>
    /// <returns>What the handler that was called returned.</returns>
    public T Match<T>(Func<Value, T> value, Func<InsufficientData, T> insufficientData, Func<NotApplicable, T> notApplicable, Func<Suppressed, T> suppressed)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(insufficientData);
        ArgumentNullException.ThrowIfNull(notApplicable);
        ArgumentNullException.ThrowIfNull(suppressed);
        return this switch
        {
            Value v => value(v),
            InsufficientData i => insufficientData(i),
            NotApplicable n => notApplicable(n),
            Suppressed s => suppressed(s),
            _ => throw new UnreachableException(),
        };
    }

    private protected abstract void Closed();

    /// <summary>A measured number.</summary>
    [JsonConverter(typeof(MeasurementJsonConverter<Value>))]
    public sealed record Value : Measurement
    {
        /// <summary>Creates a value.</summary>
        /// <param name="number">The measured number; finite.</param>
        /// <param name="count">How many observations it rests on; zero or more.</param>
        /// <param name="interval">The range in which it plausibly lies, when known.</param>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="number"/> is not finite, or <paramref name="count"/> is negative.</exception>
        public Value(double number, long count, Interval? interval = null)
        {
            if (!double.IsFinite(number))
            {
                throw new ArgumentOutOfRangeException(nameof(number), number, "A measured number is finite.");
            }

            ArgumentOutOfRangeException.ThrowIfNegative(count);
            Number = number;
            Count = count;
            Interval = interval;
        }

        /// <summary>Gets the measured number.</summary>
        /// <value>Finite; its unit is stated by what was measured.</value>
        public double Number { get; }

        /// <summary>Gets how many observations the number rests on.</summary>
        /// <value>Zero or more.</value>
        public long Count { get; }

        /// <summary>Gets the range in which the number plausibly lies.</summary>
        /// <value>A 95 % interval unless what was measured states otherwise; null when none is known.</value>
        public Interval? Interval { get; }

        private protected override void Closed()
        {
        }
    }

    /// <summary>Too little was observed to say anything; says how much is there and how much is needed.</summary>
    [JsonConverter(typeof(MeasurementJsonConverter<InsufficientData>))]
    public sealed record InsufficientData : Measurement
    {
        /// <summary>Creates the case.</summary>
        /// <param name="what">What is counted, in the plural, such as <c>questions</c>.</param>
        /// <param name="have">How much is there; zero or more.</param>
        /// <param name="need">How much is needed; more than <paramref name="have"/>.</param>
        /// <exception cref="ArgumentException"><paramref name="what"/> is blank.</exception>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="have"/> is negative, or <paramref name="need"/> is not above it.</exception>
        public InsufficientData(string what, double have, double need)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(what);
            if (!(have >= 0 && need > have && double.IsFinite(need)))
            {
                throw new ArgumentOutOfRangeException(nameof(need), $"{have} of {need} is not a shortage.");
            }

            What = what;
            Have = have;
            Need = need;
        }

        /// <summary>Gets what is counted.</summary>
        /// <value>A plural noun. Where people are counted, <c>people</c>, <c>members</c>, <c>contributors</c>, <c>newcomers</c> or <c>attendees</c> comes first: by it the differencing guard of reports knows them.</value>
        public string What { get; }

        /// <summary>Gets how much is there.</summary>
        /// <value>Zero or more, below <see cref="Need"/>.</value>
        public double Have { get; }

        /// <summary>Gets how much is needed.</summary>
        /// <value>Above <see cref="Have"/>.</value>
        public double Need { get; }

        /// <summary>Gets when it will be enough, where time alone brings it about.</summary>
        /// <value>An instant in UTC; null when more has to happen, or when nobody can tell.</value>
        public DateTimeOffset? EnoughOn { get; init; }

        private protected override void Closed()
        {
        }
    }

    /// <summary>The question cannot be put to these data, whatever their amount: it does not arise, or they lack what could answer it.</summary>
    /// <param name="Reason">Why it does not arise.</param>
    [JsonConverter(typeof(MeasurementJsonConverter<NotApplicable>))]
    public sealed record NotApplicable(Reason Reason) : Measurement
    {
        private protected override void Closed()
        {
        }
    }

    /// <summary>Measured, but withheld because it could point at single people.</summary>
    /// <param name="Rule">The privacy rule that withholds it.</param>
    [JsonConverter(typeof(MeasurementJsonConverter<Suppressed>))]
    public sealed record Suppressed(Reason Rule) : Measurement
    {
        private protected override void Closed()
        {
        }
    }
}
