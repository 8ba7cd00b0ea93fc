using System.Globalization;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>The rows of the processing record.</summary>
internal static class ProcessingRows
{
    private const string NotStored = "Not stored: computed when asked for, from what is recorded at that moment.";
    private const string WhoSeesCommunities = "Whoever the host shows reports about the community to; no person is named.";

    private static readonly ValueList<Act> Everything = Enum.GetValues<Act>().ToValueList();

    private static readonly ReadingSources Contributions = new(Enum.GetValues<Act>().Where(a => a.IsContribution()).ToValueList());

    public static ProcessingEntry Of(IHealthIndicator indicator, SuppressionPolicy policy) =>
        new(indicator.Info.Id, indicator.Info.Name, indicator.Info.Meaning, indicator.Sources)
        {
            SeenBy = WhoSeesCommunities,
            Kept = NotStored,
            SmallGroups = indicator.Sources?.Group switch
            {
                ReadingGroup.Office => "About how an office is filled; shown for any number of holders.",
                ReadingGroup.Nobody => "About what is written down or planned, not about people.",
                _ => Withheld(policy),
            },
        };

    public static IEnumerable<ProcessingEntry> Derived(SuppressionPolicy policy)
    {
        yield return Made("health-score", "Health score", "How a community fares, from the readings of its model; nothing that is withheld counts.", sources: null, policy);
        yield return Made("trends", "Trends", "Whether readings rise or fall over periods, with tests.", sources: null, policy);
        yield return Made("alerts", "Alerts", "Whether a community has gone quiet, came back, has first contributions, rests on few, works out of hours, or has nobody to follow its facilitators.", Contributions with { Roles = true, Memberships = true, Attributes = ["timeZone"], Records = [ReadingRecord.Community] }, policy);
        yield return Made("stage", "Stage", "How mature a community is; its counts of members and roles are those of the record.", Contributions with { Roles = true, Memberships = true, Replies = true, Records = [ReadingRecord.Community, ReadingRecord.Artifacts] }, policy) with
        {
            SmallGroups = "Counts of members and roles are those of the record, which lists of members show too.",
        };
        yield return Made(
            "silo-map", "Silo map", "Whether ties cross the borders of departments and places more or less than by chance.", Contributions with { Replies = true, Memberships = true, Attributes = ["department", "location"] }, policy) with
        {
            SmallGroups = string.Create(
                CultureInfo.InvariantCulture,
                $"Cells about fewer than {policy.SmallestGroup} people are withheld, with others so that they cannot be worked out, and cells whose population changed by fewer since the map before; published at fixed moments."),
        };
    }

    public static IEnumerable<ProcessingEntry> AboutPeople(AnalyticsViews views)
    {
        if (views.HasFlag(AnalyticsViews.Self))
        {
            yield return Person("own-readings", "Own readings", "What somebody did in a community, for that person.", "The person only.");
        }

        if (views.HasFlag(AnalyticsViews.Facilitator))
        {
            yield return Person("facilitator-readings", "Readings for facilitators", "What a member did, for a facilitator who gives a reason.", "Active facilitators of the community, one person at a time; every look is logged with who, whom, when and why.");
        }

        yield return new("participation", "Level of participation", "Core, active or peripheral; never a condition for reading.", Contributions with { Replies = true })
        {
            AboutOnePerson = true,
            SeenBy = "The person; the host, in the journal. Facilitators are not shown it, and it stands in no list.",
            Kept = "In the journal of the community until the person is erased; with the rule, its numbers and what it rested on.",
            SmallGroups = "About one person; off with the rule assess-participation/1 switched off.",
        };
        yield return new("sign-of-life", "Last sign of life, warning and lapse of membership", "Whether somebody is still there.", new(Everything) { Memberships = true })
        {
            AboutOnePerson = true,
            SeenBy = "The person, facilitators and the host, in the record of the community.",
            Kept = "In the journal of the community until the person is erased.",
            SmallGroups = "About one person; off with the rule lapse-inactive/1 switched off.",
        };
    }

    private static ProcessingEntry Person(string id, string name, string purpose, string seenBy) => new(id, name, purpose, new ReadingSources(Everything) { Replies = true, Memberships = true })
    {
        AboutOnePerson = true,
        SeenBy = seenBy,
        Kept = NotStored,
        SmallGroups = "About one person; nothing is computed about whoever objects to analytics.",
    };

    private static ProcessingEntry Made(string id, string name, string purpose, ReadingSources? sources, SuppressionPolicy policy) =>
        new(id, name, purpose, sources) { SeenBy = WhoSeesCommunities, Kept = NotStored, SmallGroups = Withheld(policy) };

    private static string Withheld(SuppressionPolicy policy) =>
        string.Create(CultureInfo.InvariantCulture, $"Withheld when it would be about fewer than {policy.SmallestGroup} people; spreads below {policy.SmallestDistribution}.");
}
