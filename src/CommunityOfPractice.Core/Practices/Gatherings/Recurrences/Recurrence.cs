using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>How something recurs: the rules of RFC 5545 (RRULE) that people use for gatherings.</summary>
/// <remarks>
/// <para>Immutable and compared by value; lists are kept sorted and without repetitions, so equal rules have equal texts. As text and in JSON it is the value of
/// an RRULE: <c>FREQ=MONTHLY;BYDAY=2TU</c>. The default value is every day for ever.</para>
/// <para>Left out of RFC 5545: frequencies below a day, BYHOUR, BYMINUTE, BYSECOND, BYYEARDAY, BYWEEKNO, UNTIL without a time, BYDAY with ordinals together with BYMONTHDAY, and yearly steps
/// with BYMONTHDAY but no BYMONTH, which programs read in different ways (say <c>FREQ=MONTHLY</c>).
/// A rule may have any values; <see cref="Problems"/> says what is wrong with them, and no command takes a rule with problems.</para>
/// </remarks>
[JsonConverter(typeof(ParsableJsonConverter<Recurrence>))]
public readonly record struct Recurrence : IParsable<Recurrence>
{
    // Written so that the default value is a good one: every day, weeks that begin on Monday.
    private readonly int skipped;
    private readonly int weekShift;
    private readonly DateTimeOffset? until;
    private readonly ValueList<RecurrenceDay>? days;
    private readonly ValueList<int>? monthDays;
    private readonly ValueList<int>? months;
    private readonly ValueList<int>? positions;

    /// <summary>Creates a rule.</summary>
    /// <param name="frequency">In which steps.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such frequency.</exception>
    public Recurrence(RecurrenceFrequency frequency)
    {
        Defined.Check(frequency);
        Frequency = frequency;
    }

    /// <summary>Gets in which steps it recurs (FREQ).</summary>
    /// <value>The default value is <see cref="RecurrenceFrequency.Daily"/>.</value>
    public RecurrenceFrequency Frequency { get; }

    /// <summary>Gets how long a step is (INTERVAL).</summary>
    /// <value>1 to 999; the default value is 1.</value>
    public int Interval
    {
        get => skipped + 1;
        init => skipped = value - 1;
    }

    /// <summary>Gets how often it occurs (COUNT).</summary>
    /// <value>At least 1; null when it is not counted. Not together with <see cref="Until"/>.</value>
    public int? Count { get; init; }

    /// <summary>Gets the last instant at which it can occur (UNTIL); what starts at it still does.</summary>
    /// <value>In UTC, whole seconds; null when there is none.</value>
    public DateTimeOffset? Until
    {
        get => until;
        init => until = value is { } at ? new DateTimeOffset(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero) : null;
    }

    /// <summary>Gets the days of the week (BYDAY).</summary>
    /// <value>Empty by default: as the first occurrence.</value>
    public ValueList<RecurrenceDay> ByDay
    {
        get => days ?? [];
        init => days = Normal(value);
    }

    /// <summary>Gets the days of the month (BYMONTHDAY).</summary>
    /// <value>1 to 31, or -1 (the last) to -31; empty by default.</value>
    public ValueList<int> ByMonthDay
    {
        get => monthDays ?? [];
        init => monthDays = Normal(value);
    }

    /// <summary>Gets the months (BYMONTH).</summary>
    /// <value>1 to 12; empty by default.</value>
    public ValueList<int> ByMonth
    {
        get => months ?? [];
        init => months = Normal(value);
    }

    /// <summary>Gets which of the days that a step gives are taken (BYSETPOS).</summary>
    /// <value>1 (the first) to 366, or -1 (the last) to -366; empty by default: all.</value>
    public ValueList<int> BySetPos
    {
        get => positions ?? [];
        init => positions = Normal(value);
    }

    /// <summary>Gets on which day weeks begin (WKST).</summary>
    /// <value>The default value is Monday; it matters for every second, third … week only.</value>
    public DayOfWeek WeekStart
    {
        get => (DayOfWeek)((weekShift + 1) % 7);
        init
        {
            Defined.Check(value);
            weekShift = ((int)value + 6) % 7;
        }
    }

    /// <summary>Reads a rule.</summary>
    /// <param name="text">The value of an RRULE, with or without <c>RRULE:</c> before it; upper and lower case are the same.</param>
    /// <returns>
    /// The rule; refused with every fault: <c>recurrence.part</c> (unknown or not supported), <c>recurrence.part-twice</c>, <c>recurrence.value</c>,
    /// <c>recurrence.no-frequency</c>, and those of <see cref="Problems"/>.
    /// </returns>
    public static Decision<Recurrence> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return RecurrenceText.Read(text);
    }

    /// <inheritdoc/>
    /// <exception cref="FormatException"><paramref name="s"/> is no rule; the message holds every fault.</exception>
    public static Recurrence Parse(string s, IFormatProvider? provider) => Read(s).Match(rule => rule, refusal => throw new FormatException(refusal.ToString()));

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Recurrence result)
    {
        Decision<Recurrence>? read = s is null ? null : RecurrenceText.Read(s);
        result = read is Decision<Recurrence>.Accepted accepted ? accepted.Value : default;
        return read?.IsAccepted == true;
    }

    /// <summary>Lists everything that is wrong with the rule.</summary>
    /// <returns>
    /// Empty when nothing is: <c>recurrence.interval</c>, <c>recurrence.count</c>, <c>recurrence.count-and-until</c>, <c>recurrence.month</c>, <c>recurrence.month-day</c>,
    /// <c>recurrence.month-day-weekly</c>, <c>recurrence.month-day-yearly</c>, <c>recurrence.ordinal</c>, <c>recurrence.ordinal-and-month-day</c>, <c>recurrence.set-position</c>, <c>recurrence.set-position-alone</c>.
    /// </returns>
    public ValueList<Reason> Problems()
    {
        Guards guards = new();
        RecurrenceFrequency frequency = Frequency;
        int farthest = Frequency == RecurrenceFrequency.Monthly || ByMonth.Count > 0 ? 5 : 53;
        guards.Require(Interval is >= 1 and <= 999, "recurrence.interval", "INTERVAL is 1 to 999.");
        guards.Require(Count is null or >= 1, "recurrence.count", "COUNT is 1 or more.");
        guards.Require(Count is null || Until is null, "recurrence.count-and-until", "COUNT and UNTIL exclude each other.");
        guards.Require(ByMonth.All(m => m is >= 1 and <= 12), "recurrence.month", "BYMONTH is 1 to 12.");
        guards.Require(ByMonthDay.All(d => d is not 0 and >= -31 and <= 31), "recurrence.month-day", "BYMONTHDAY is 1 to 31 or -31 to -1.");
        guards.Require(ByMonthDay.Count == 0 || Frequency != RecurrenceFrequency.Weekly, "recurrence.month-day-weekly", "BYMONTHDAY says nothing in weekly steps.");
        guards.Require(
            ByMonthDay.Count == 0 || ByMonth.Count > 0 || Frequency != RecurrenceFrequency.Yearly, "recurrence.month-day-yearly", "BYMONTHDAY in yearly steps needs BYMONTH.");
        guards.Require(
            ByDay.All(d => d.Ordinal == 0 || (frequency >= RecurrenceFrequency.Monthly && Math.Abs((long)d.Ordinal) <= farthest)),
            "recurrence.ordinal",
            "BYDAY has numbers in monthly steps (up to 5) and yearly steps (up to 53, or 5 with BYMONTH) only.");
        guards.Require(ByMonthDay.Count == 0 || ByDay.All(d => d.Ordinal == 0), "recurrence.ordinal-and-month-day", "BYDAY with numbers does not go together with BYMONTHDAY.");
        guards.Require(BySetPos.All(p => p is not 0 and >= -366 and <= 366), "recurrence.set-position", "BYSETPOS is 1 to 366 or -366 to -1.");
        guards.Require(BySetPos.Count == 0 || ByDay.Count + ByMonthDay.Count + ByMonth.Count > 0, "recurrence.set-position-alone", "BYSETPOS needs another BY part to choose from.");
        return guards.Unmet;
    }

    /// <summary>Returns the rule as RFC 5545 writes the value of an RRULE.</summary>
    /// <returns>For instance <c>FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH</c>; what has its default value is left out.</returns>
    public override string ToString() => RecurrenceText.Write(this);

    private static ValueList<T>? Normal<T>(ValueList<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items.Count == 0 ? null : items.Distinct().Order().ToValueList();
    }
}
