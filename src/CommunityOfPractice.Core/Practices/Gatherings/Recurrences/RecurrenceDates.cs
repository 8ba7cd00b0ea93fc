using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>The days on which a rule occurs, step by step; COUNT and UNTIL are for who takes them.</summary>
/// <remarks>Lazy and endless up to the year 2199. One step costs O(days in it).</remarks>
internal sealed class RecurrenceDates(Recurrence rule, DateOnly start)
{
    private readonly ValueList<RecurrenceDay> days = rule.ByDay;
    private readonly ValueList<int> monthDays = rule.ByMonthDay, months = rule.ByMonth, positions = rule.BySetPos;

    /// <summary>The days from the first one on, ascending.</summary>
    public IEnumerable<DateOnly> All() => After(0);

    /// <summary>The days from a step on, ascending.</summary>
    public IEnumerable<DateOnly> After(int steps)
    {
        List<DateOnly> step = [];
        for (int number = steps; ; number++)
        {
            step.Clear();
            if (!Fill(step, number))
            {
                yield break;
            }

            foreach (DateOnly date in positions.Count == 0 ? step : Chosen(step))
            {
                if (date >= start)
                {
                    yield return date;
                }
            }
        }
    }

    /// <summary>How many steps lie wholly before a day, as far as arithmetic tells, and how many days the rule has in them.</summary>
    /// <remarks>
    /// Without months and days of the month, every seventh daily step falls on the same weekday and all weeks are alike: blocks of seven daily steps, or one weekly step, have equally many
    /// days, chosen positions included, but for the first week, in which the series begins. Other rules take no jump: monthly and yearly steps are few.
    /// </remarks>
    public (int Steps, int Days) Before(DateOnly day)
    {
        bool daily = rule.Frequency == RecurrenceFrequency.Daily;
        if (months.Count > 0 || monthDays.Count > 0 || !(daily || rule.Frequency == RecurrenceFrequency.Weekly))
        {
            return default;
        }

        int blocks = (day.DayNumber - start.DayNumber) / (7 * rule.Interval), length = daily ? 7 : 1;
        return blocks < 2 ? default : (blocks * length, DaysIn(0, length) + ((blocks - 1) * DaysIn(length, length)));
    }

    private int DaysIn(int first, int steps)
    {
        List<DateOnly> step = [];
        int count = 0;
        for (int number = first; number < first + steps; number++)
        {
            step.Clear();
            _ = Fill(step, number);
            count += (positions.Count == 0 ? step : Chosen(step)).Count(date => date >= start);
        }

        return count;
    }

    /// <summary>Puts the days of one step into the list.</summary>
    /// <returns>Whether the step lies in the years there are.</returns>
    private bool Fill(List<DateOnly> step, int number)
    {
        long forward = (long)number * rule.Interval;
        return rule.Frequency switch
        {
            RecurrenceFrequency.Daily => FillDay(step, forward),
            RecurrenceFrequency.Weekly => FillWeek(step, forward),
            RecurrenceFrequency.Monthly => FillMonth(step, ((long)start.Year * 12) + start.Month - 1 + forward),
            _ => FillYear(step, start.Year + forward),
        };
    }

    private bool FillDay(List<DateOnly> step, long forward)
    {
        if (Beyond(start.DayNumber + forward))
        {
            return false;
        }

        DateOnly date = start.AddDays((int)forward);
        if (InMonths(date.Month) && OnMonthDay(date) && OnWeekday(date))
        {
            step.Add(date);
        }

        return true;
    }

    private bool FillWeek(List<DateOnly> step, long forward)
    {
        long first = start.DayNumber - (((int)start.DayOfWeek - (int)rule.WeekStart + 7) % 7) + (7 * forward);
        if (Beyond(first))
        {
            return false;
        }

        for (int day = 0; day < 7; day++)
        {
            DateOnly date = DateOnly.FromDayNumber((int)first + day);
            if (InMonths(date.Month) && (days.Count > 0 ? OnWeekday(date) : date.DayOfWeek == start.DayOfWeek))
            {
                step.Add(date);
            }
        }

        return true;
    }

    private bool FillMonth(List<DateOnly> step, long month)
    {
        if (month / 12 > TimeZones.LastYear)
        {
            return false;
        }

        if (InMonths((int)(month % 12) + 1))
        {
            AddMonth(step, (int)(month / 12), (int)(month % 12) + 1);
        }

        return true;
    }

    private bool FillYear(List<DateOnly> step, long year)
    {
        if (year > TimeZones.LastYear)
        {
            return false;
        }

        if (months.Count == 0 && days.Count > 0)
        {
            AddYear(step, (int)year);
            return true;
        }

        for (int month = 1; month <= 12; month++)
        {
            if (months.Count == 0 ? month == start.Month : InMonths(month))
            {
                AddMonth(step, (int)year, month);
            }
        }

        return true;
    }

    /// <summary>Days of the week within a month, days of the month, or the day of the month on which it began.</summary>
    private void AddMonth(List<DateOnly> step, int year, int month)
    {
        int length = DateTime.DaysInMonth(year, month);
        for (int day = 1; day <= length; day++)
        {
            DateOnly date = new(year, month, day);
            bool taken = days.Count == 0 && monthDays.Count == 0 ? day == start.Day : OnMonthDay(date) && (days.Count == 0 || IsOneOf(date, day, length));
            if (taken)
            {
                step.Add(date);
            }
        }
    }

    private void AddYear(List<DateOnly> step, int year)
    {
        int length = DateTime.IsLeapYear(year) ? 366 : 365;
        DateOnly first = new(year, 1, 1);
        for (int day = 1; day <= length; day++)
        {
            DateOnly date = first.AddDays(day - 1);
            if (IsOneOf(date, day, length))
            {
                step.Add(date);
            }
        }
    }

    /// <summary>Whether a day is one of the wanted days of the week, counted within a stretch of so many days.</summary>
    private bool IsOneOf(DateOnly date, int day, int length)
    {
        foreach (RecurrenceDay wanted in days)
        {
            if (wanted.Day == date.DayOfWeek
                && (wanted.Ordinal == 0 || wanted.Ordinal == ((day - 1) / 7) + 1 || -wanted.Ordinal == ((length - day) / 7) + 1))
            {
                return true;
            }
        }

        return false;
    }

    private bool InMonths(int month) => months.Count == 0 || months.AsSpan().Contains(month);

    private bool OnMonthDay(DateOnly date) =>
        monthDays.Count == 0 || monthDays.AsSpan().Contains(date.Day) || monthDays.AsSpan().Contains(date.Day - DateTime.DaysInMonth(date.Year, date.Month) - 1);

    private bool OnWeekday(DateOnly date)
    {
        foreach (RecurrenceDay wanted in days)
        {
            if (wanted.Day == date.DayOfWeek)
            {
                return true;
            }
        }

        return days.Count == 0;
    }

    private IEnumerable<DateOnly> Chosen(List<DateOnly> step) =>
        step.Where((_, i) => positions.AsSpan().Contains(i + 1) || positions.AsSpan().Contains(i - step.Count));

    private static bool Beyond(long dayNumber) => dayNumber > LastDay.DayNumber;

    private static DateOnly LastDay { get; } = new(TimeZones.LastYear, 12, 31);
}
