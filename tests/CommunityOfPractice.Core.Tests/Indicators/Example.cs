using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Indicators;

/// <summary>Small communities written down by hand; days and hours count from the window's first instant.</summary>
internal static class Example
{
    public static DateTimeOffset Start => SmallCommunities.Start;

    public static TimeWindow Quarter { get; } = new(Start, Start.AddDays(91));

    public static SmallCommunity Of(params Activity[] activities) => new([.. activities], Quarter, null, []);

    public static SmallCommunity Of(IEnumerable<Activity> activities) => Of([.. activities]);

    /// <summary>As many posts by each person as given, p0, p1 and so on.</summary>
    public static SmallCommunity Posts(params int[] counts) =>
        Of(counts.SelectMany((count, person) => Enumerable.Range(0, count).Select(i => Did($"p{person}", Act.Post, i % 90))));

    public static Activity Did(string person, Act act, double day, string? id = null, string? re = null) => new(SmallCommunity.Id, new PersonId(person), Start.AddDays(day), act)
    {
        Id = id is null ? null : new ActivityId(id),
        InReplyTo = re is null ? null : new ActivityId(re),
    };

    /// <summary>A question, and when the answer came, in hours later.</summary>
    public static IEnumerable<Activity> Question(int number, double day, double? answeredAfter)
    {
        yield return Did($"asker{number}", Act.Ask, day, $"q{number}");
        if (answeredAfter is { } hours)
        {
            yield return Did("helper", Act.Answer, day, $"r{number}", $"q{number}") with { At = Start.AddDays(day) + TimeSpan.FromHours(hours) };
        }
    }

    public static SmallCommunity WithRoster(this SmallCommunity community, params MembershipPeriod[] periods) => community with { Roster = new(SmallCommunity.Id, [.. periods]) };

    public static MembershipPeriod Member(string person, double from, double? until = null, Role? role = null) =>
        new(SmallCommunity.Id, new PersonId(person), Start.AddDays(from), until is { } u ? Start.AddDays(u) : null, role);

    public static MembershipPeriod Facilitator(string person, double from, double? until = null) => Member(person, from, until, Role.Facilitator);
}
