using System.Globalization;
using System.Text;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Reads and writes the value of an RRULE.</summary>
internal static class RecurrenceText
{
    private const string Prefix = "RRULE:", UntilFormat = "yyyyMMdd'T'HHmmss'Z'";

    public static Decision<Recurrence> Read(string text)
    {
        Guards guards = new();
        Dictionary<string, string> parts = Split(text, guards);
        Recurrence rule = default;
        if (guards.Require(parts.Remove("FREQ", out string? frequency), "recurrence.no-frequency", "A rule says FREQ."))
        {
            rule = Frequency(frequency!, guards);
        }

        foreach ((string name, string value) in parts)
        {
            rule = With(rule, name, value, guards);
        }

        if (guards.Met)
        {
            guards.RequireNone(rule.Problems());
        }

        return guards.Decide(() => rule);
    }

    public static string Write(Recurrence rule)
    {
        StringBuilder text = new("FREQ=");
        text.Append(rule.Frequency.ToString().ToUpperInvariant());
        Part<int>("INTERVAL", rule.Interval == 1 ? [] : [rule.Interval]);
        Part("BYMONTH", rule.ByMonth);
        Part("BYMONTHDAY", rule.ByMonthDay);
        Part("BYDAY", rule.ByDay);
        Part("BYSETPOS", rule.BySetPos);
        if (rule.WeekStart != DayOfWeek.Monday)
        {
            text.Append(";WKST=").Append(RecurrenceDay.Code(rule.WeekStart));
        }

        Part<int>("COUNT", rule.Count is { } count ? [count] : []);
        if (rule.Until is { } until)
        {
            text.Append(";UNTIL=").Append(until.ToString(UntilFormat, CultureInfo.InvariantCulture));
        }

        return text.ToString();

        void Part<T>(string name, ValueList<T> values)
            where T : notnull
        {
            if (values.Count > 0)
            {
                text.Append(';').Append(name).Append('=').AppendJoin(',', values.Select(v => string.Create(CultureInfo.InvariantCulture, $"{v}")));
            }
        }
    }

    /// <summary>NAME=value;NAME=value, each name once.</summary>
    private static Dictionary<string, string> Split(string text, Guards guards)
    {
        Dictionary<string, string> parts = new(StringComparer.OrdinalIgnoreCase);
        string rest = text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? text[Prefix.Length..] : text;
        foreach (string part in rest.Split(';'))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            if (!guards.Require(equals > 0, "recurrence.part", $"'{part}' is no part of a rule."))
            {
                continue;
            }

            guards.Require(parts.TryAdd(part[..equals], part[(equals + 1)..]), "recurrence.part-twice", $"'{part[..equals]}' stands there twice.");
        }

        return parts;
    }

    private static Recurrence With(Recurrence rule, string name, string value, Guards guards)
    {
        switch (name.ToUpperInvariant())
        {
            case "INTERVAL":
                return rule with { Interval = Number(name, value, guards) };
            case "COUNT":
                return rule with { Count = Number(name, value, guards) };
            case "UNTIL":
                return rule with { Until = Instant(value, guards) };
            case "BYMONTH":
                return rule with { ByMonth = Numbers(name, value, guards) };
            case "BYMONTHDAY":
                return rule with { ByMonthDay = Numbers(name, value, guards) };
            case "BYSETPOS":
                return rule with { BySetPos = Numbers(name, value, guards) };
            case "BYDAY":
                return rule with { ByDay = Days(value, guards) };
            case "WKST":
                DayOfWeek? start = RecurrenceDay.CodeOf(value);
                guards.Require(start is not null, "recurrence.value", $"WKST: '{value}' is no day.");
                return start is { } day ? rule with { WeekStart = day } : rule;
            default:
                guards.Require(false, "recurrence.part", $"'{name}' is not supported.");
                return rule;
        }
    }

    private static Recurrence Frequency(string value, Guards guards)
    {
        foreach (RecurrenceFrequency frequency in Enum.GetValues<RecurrenceFrequency>())
        {
            if (value.Equals(frequency.ToString(), StringComparison.OrdinalIgnoreCase))
            {
                return new(frequency);
            }
        }

        guards.Require(false, "recurrence.value", $"FREQ: '{value}' is none of DAILY, WEEKLY, MONTHLY, YEARLY.");
        return default;
    }

    private static ValueList<RecurrenceDay> Days(string value, Guards guards)
    {
        List<RecurrenceDay> days = [];
        foreach (string item in value.Split(','))
        {
            if (guards.Require(RecurrenceDay.TryParse(item, CultureInfo.InvariantCulture, out RecurrenceDay day), "recurrence.value", $"BYDAY: '{item}' is no day."))
            {
                days.Add(day);
            }
        }

        return days.ToValueList();
    }

    private static ValueList<int> Numbers(string name, string value, Guards guards) => value.Split(',').Select(item => Number(name, item, guards)).ToValueList();

    private static int Number(string name, string value, Guards guards)
    {
        bool legal = int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number);
        guards.Require(legal, "recurrence.value", $"{name}: '{value}' is no number.");
        return number;
    }

    private static DateTimeOffset? Instant(string value, Guards guards)
    {
        bool legal = DateTimeOffset.TryParseExact(value, UntilFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset until);
        guards.Require(legal, "recurrence.value", $"UNTIL: '{value}' is no date and time in UTC such as 20261231T225959Z.");
        return legal ? until : null;
    }
}
