namespace CommunityOfPractice.Testing;

/// <summary>One person's time in a simulated community.</summary>
internal sealed class Stay(int person, int joined, DateTimeOffset from)
{
    /// <summary>For how many weeks somebody is new.</summary>
    public const int NewWeeks = 5;

    public int Person { get; } = person;

    /// <summary>The week of joining; people join on a Monday and begin to write on the next day.</summary>
    public int Joined { get; } = joined;

    public DateTimeOffset From { get; } = from;

    /// <summary>The last week; people leave on its Saturday, when they write no more that week.</summary>
    public int? Last { get; private set; }

    public DateTimeOffset? Until { get; private set; }

    public bool LeftOrganisation { get; private set; }

    public DateTimeOffset? FacilitatesFrom { get; set; }

    /// <summary>Whether the first post got a response; null before it.</summary>
    public bool? Answered { get; set; }

    public bool IsThere(int week) => week >= Joined && !(week > Last);

    public bool IsNew(int week) => week < Joined + NewWeeks;

    /// <summary>Whether the person responds to others: from the week after joining on; founders at once.</summary>
    public bool Responds(int week) => IsThere(week) && (week > Joined || week == 0);

    /// <summary>The first weekday on which the person writes: 0 is Monday.</summary>
    public int FirstDay(int week) => week == Joined ? 1 : 0;

    public void Leave(int week, DateTimeOffset at, bool organisation = false) => (Last, Until, LeftOrganisation) = (week, at, organisation);
}
