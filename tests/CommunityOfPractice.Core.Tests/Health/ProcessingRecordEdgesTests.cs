using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Health;

/// <summary>What the record of processing says of each switch, and how its page is written.</summary>
public sealed class ProcessingRecordEdgesTests
{
    [Theory]
    [InlineData(AnalyticsViews.AggregateOnly, new string[0], "none")]
    [InlineData(AnalyticsViews.Self, new[] { "own-readings" }, "each person their own")]
    [InlineData(AnalyticsViews.Facilitator, new[] { "facilitator-readings" }, "facilitators, logged")]
    [InlineData(AnalyticsViews.Self | AnalyticsViews.Facilitator, new[] { "own-readings", "facilitator-readings" }, "each person their own; facilitators, logged")]
    public void Views_of_people_are_told_when_they_are_on(AnalyticsViews views, string[] entries, string text)
    {
        ProcessingRecord record = ProcessingRecord.Of([], views: views);
        Assert.Equal(["health-score", "trends", "alerts", "stage", "silo-map", .. entries, "participation", "sign-of-life"], record.Entries.Select(e => e.Id));
        Assert.Equal(views, record.Views);
        Assert.Contains($"- Views of single people: {text}\n", ProcessingRecordText.Markdown(record), StringComparison.Ordinal);
        Assert.Equal(entries.Length + 2, record.Entries.Count(e => e.AboutOnePerson));
    }

    [Fact]
    public void Options_in_force_are_told()
    {
        ProcessingRecord usual = ProcessingRecord.Of([]), other = ProcessingRecord.Of([], Stub.Model(new()), new() { SmallestGroup = 7, SmallestDistribution = 12, Version = "mine" }, TimeSpan.FromDays(30.5), AnalyticsBasis.Consent);
        Assert.Equal((TimeSpan.FromDays(91), AnalyticsBasis.Objection, HealthModel.Activity.Version), (usual.Window, usual.Basis, usual.ModelVersion));
        Assert.Same(SuppressionPolicy.Default, usual.Suppression);
        string page = ProcessingRecordText.Markdown(usual), mine = ProcessingRecordText.Markdown(other);
        Assert.Contains("- Window: 91 days, unless somebody asks for another\n- Who is counted: everybody who did not object\n- Smallest group: 5 people; for spreads over classes 10 (suppression/1)\n", page, StringComparison.Ordinal);
        Assert.Contains("- Window: 30.5 days, unless somebody asks for another\n- Who is counted: only those who agreed\n- Smallest group: 7 people; for spreads over classes 12 (mine)\n", mine, StringComparison.Ordinal);
        Assert.Contains("- Health model: stub/1\n", mine, StringComparison.Ordinal);
        Assert.Contains("Withheld when it would be about fewer than 7 people; spreads below 12.", mine, StringComparison.Ordinal);
        Assert.Contains("Cells about fewer than 7 people are withheld", mine, StringComparison.Ordinal);
    }

    public static TheoryData<ReadingSources?, string, string> Sources => new()
    {
        { null, "not declared: all must be assumed", "" },
        { new([]), "none", "" },
        { new(Enum.GetValues<Act>().ToValueList()), "all", "" },
        { new([Act.Ask, Act.Answer]), "ask, answer", "" },
        { new([Act.Ask]) { Replies = true }, "ask", "who replied to or addressed whom" },
        { new([Act.Ask]) { Memberships = true, Roles = true }, "ask", "memberships, roles" },
        { new([Act.Ask]) { Attributes = ["department", "a|b"], Records = [ReadingRecord.AcceptedAnswers, ReadingRecord.Formality, ReadingRecord.Community] }, "ask", "department, a\\|b, accepted answers, whether acts were formal, charter, reviews, rhythm and status" },
        { new([Act.Ask]) { Records = [ReadingRecord.Gatherings, ReadingRecord.Artifacts, ReadingRecord.Stories, ReadingRecord.Organisation] }, "ask", "gatherings and who came, artifacts and their use, stories, sizes of departments and places" },
    };

    [Theory]
    [MemberData(nameof(Sources))]
    public void What_is_read_is_told_in_words(ReadingSources? sources, string acts, string others) => Assert.Equal(
        $"| N (`x`) | P | {acts} | {others} | a community | S | K | G |",
        Row(new("x", "N", "P", sources) { SeenBy = "S", Kept = "K", SmallGroups = "G" }));

    [Fact]
    public void Cells_stay_in_their_row()
    {
        Assert.Equal("| N\\|n (`x`) | P q | none |  | one person | a  b | K | G |", Row(new("x", "N|n", "P\nq", new([])) { AboutOnePerson = true, SeenBy = "a\r\nb", Kept = "K", SmallGroups = "G" }));
        Assert.Equal("those of the readings", Row(new("health-score", "N", "P", null) { SeenBy = "S", Kept = "K", SmallGroups = "G" }).Split(" | ")[2]);
        Assert.Equal("those of the readings", Row(new("trends", "N", "P", null) { SeenBy = "S", Kept = "K", SmallGroups = "G" }).Split(" | ")[2]);
    }

    [Theory]
    [InlineData(ReadingGroup.Office, "About how an office is filled; shown for any number of holders.")]
    [InlineData(ReadingGroup.Nobody, "About what is written down or planned, not about people.")]
    [InlineData(ReadingGroup.People, "Withheld when it would be about fewer than 5 people; spreads below 10.")]
    [InlineData(ReadingGroup.Events, "Withheld when it would be about fewer than 5 people; spreads below 10.")]
    public void Small_groups_are_told_by_what_is_read(ReadingGroup group, string text)
    {
        IHealthIndicator indicator = StandardIndicators.All.First(i => i.Sources!.Group == group);
        ProcessingEntry entry = ProcessingRecord.Of([indicator]).Entries[0];
        Assert.Equal((indicator.Info.Id, indicator.Info.Name, indicator.Info.Meaning, text), (entry.Id, entry.Name, entry.Purpose, entry.SmallGroups));
        Assert.Equal(indicator.Sources, entry.Sources);
        Assert.False(entry.AboutOnePerson);
    }

    [Fact]
    public void What_is_made_of_readings_says_from_what()
    {
        Dictionary<string, ReadingSources?> made = ProcessingRecord.Of([], views: AnalyticsViews.Self).Entries.ToDictionary(e => e.Id, e => e.Sources);
        ValueList<Act> contributions = Enum.GetValues<Act>().Where(a => a.IsContribution()).ToValueList();
        Assert.Null(made["health-score"]);
        Assert.Null(made["trends"]);
        Assert.Equal(new ReadingSources(contributions) { Roles = true, Memberships = true, Attributes = ["timeZone"], Records = [ReadingRecord.Community] }, made["alerts"]);
        Assert.Equal(new ReadingSources(contributions) { Roles = true, Memberships = true, Replies = true, Records = [ReadingRecord.Community, ReadingRecord.Artifacts] }, made["stage"]);
        foreach (string read in (string[])[MemberInitiated.Id, ContributorAbsenceFactor.Id, Core.Indicators.OrphanedArtifacts.Id, PurposeFreshness.Id, Momentum.Id])
        {
            ReadingSources part = StandardSources.Of(read)!, whole = made["stage"]!;
            Assert.Empty(part.Acts.Except(whole.Acts));
            Assert.Empty(part.Records.Except(whole.Records));
            Assert.True((whole.Replies || !part.Replies) && (whole.Memberships || !part.Memberships) && (whole.Roles || !part.Roles), read);
        }

        Assert.Equal(new ReadingSources(contributions) { Replies = true, Memberships = true, Attributes = ["department", "location"] }, made["silo-map"]);
        Assert.Equal(new ReadingSources(contributions) { Replies = true }, made["participation"]);
        Assert.Equal(new ReadingSources(Enum.GetValues<Act>().ToValueList()) { Memberships = true }, made["sign-of-life"]);
        Assert.Equal(new ReadingSources(Enum.GetValues<Act>().ToValueList()) { Replies = true, Memberships = true }, made["own-readings"]);
    }

    [Fact]
    public void Grid_has_a_step_and_begins_with_the_calendar()
    {
        PublicationGrid daily = new(new(2024, 1, 1, 12, 0, 0, TimeSpan.Zero), TimeSpan.FromDays(1));
        Assert.Equal(new DateTimeOffset(2023, 12, 31, 12, 0, 0, TimeSpan.Zero), daily.At(new(2024, 1, 1, 11, 59, 59, TimeSpan.Zero)));
        Assert.Equal(new DateTimeOffset(2024, 1, 1, 12, 0, 0, TimeSpan.Zero), daily.At(new(2024, 1, 1, 14, 0, 0, TimeSpan.FromHours(2))));
        Assert.Equal(new DateTimeOffset(2024, 2, 1, 12, 0, 0, TimeSpan.Zero), daily.At(new(2024, 2, 2, 11, 0, 0, TimeSpan.Zero)));
        Assert.Equal(DateTimeOffset.MinValue.AddHours(3), daily.At(DateTimeOffset.MinValue.AddHours(3))); // before the first moment of the grid there is none
        Assert.Equal(DateTimeOffset.MinValue.AddHours(12), daily.At(DateTimeOffset.MinValue.AddHours(35)));
        Assert.Throws<InvalidOperationException>(() => new PublicationGrid(daily.Origin, TimeSpan.Zero).At(daily.Origin));
        Assert.Throws<InvalidOperationException>(() => default(PublicationGrid).At(daily.Origin));
        Assert.Equal(daily.Origin.AddTicks(5), new PublicationGrid(daily.Origin, TimeSpan.FromTicks(1)).At(daily.Origin.AddTicks(5)));
    }

    [Fact]
    public void Versions_of_two_models_are_named_once_each()
    {
        HealthModel one = Stub.Model(new()), other = HealthModel.Standard;
        Assert.Equal($"{other.Version}, {one.Version}", new HealthModels(other, one).Versions());
        Assert.Equal(one.Version, new HealthModels(one, one).Versions());
        Assert.Equal("community/2, activity/5", HealthModels.Shipped.Versions());
    }

    private static string Row(ProcessingEntry entry) => ProcessingRecordText.Markdown(ProcessingRecord.Of([]) with { Entries = [entry] }).Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1];
}
