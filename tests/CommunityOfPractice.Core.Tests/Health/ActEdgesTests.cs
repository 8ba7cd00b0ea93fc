using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Tests.Indicators;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Health;

/// <summary>How many times something has to be done, what that brings, how it is said, and when nothing is offered.</summary>
public sealed class ActEdgesTests
{
    [Theory]
    [InlineData(-5, 1)]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(1.1, 2)]
    [InlineData(2.0000000001, 2)] // lost on the way
    [InlineData(2.00000001, 3)]
    [InlineData(1e9, 1_000_000_000)]
    public void Acts_are_whole_and_at_least_one(double exact, int acts) => Assert.Equal(acts, WholeActs.For(exact));

    [Theory]
    [InlineData(1.1e9)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NaN)]
    public void Too_many_acts_are_none(double exact) => Assert.Null(WholeActs.For(exact));

    [Property]
    public void Fewest_is_the_first_that_reaches(byte available, byte reach)
    {
        int all = available + 1;
        int first = WholeActs.Fewest(all, reach, count => count);
        Assert.Equal(Enumerable.Range(1, all).FirstOrDefault(c => c >= reach, all), first);
    }

    [Theory]
    [InlineData(1, 1, "the one", "1 person")]
    [InlineData(3, 3, "all 3", "3 people")]
    [InlineData(2, 3, "2 of the 3", "2 people")]
    [InlineData(1, 3, "1 of the 3", "1 person")]
    public void Counts_in_words(int count, int all, string of, string people) => Assert.Equal((of, people), (WholeActs.Of(count, all), WholeActs.Count(count, "person", "people")));

    public static TheoryData<string, double, long, double, string?> Offers => new()
    {
        { NewcomerActivation.Id, 0.4, 10, 0.55, "2 of 6 0.6: Give the next newcomers a small, real task in their first month: for the 6 who gave nothing it is too late, but this is what 2 of them would have brought." },
        { NewcomerActivation.Id, 0.9, 10, 1, "1 of 1 1: Give the next newcomers a small, real task in their first month: for the one who gave nothing it is too late, but this is what they would have brought." },
        { NewcomerActivation.Id, 0.4, 10, 3, "6 of 6 1: Give the next newcomers a small, real task in their first month: for the 6 who gave nothing it is too late, but this is what all of them would have brought." },
        { NewcomerActivation.Id, 1, 10, 1.5, null },
        { NewcomerReturn.Id, 0.4, 5, 0.5, "1 of 3 0.6: Write to the next newcomers after their first week: for the 3 who did not come back it is too late, but this is what 1 of them would have brought." },
        { NewcomerReturn.Id, 0.8, 5, 1, "1 of 1 1: Write to the next newcomers after their first week: for the one who did not come back it is too late, but this is what they would have brought." },
        { NewcomerStay.Id, 0.2, 5, 0.5, "2 of 4 0.6: Offer the next newcomers a part of their own after a month: for the 4 who did not stay it is too late, but this is what 2 of them would have brought." },
        { NewcomerStay.Id, 0.8, 5, 1, "1 of 1 1: Offer the next newcomers a part of their own after a month: for the one who did not stay it is too late, but this is what they would have brought." },
        { SharedWeeks.Id, 0.75, 12, 0.8, "1 of 3 0.8333: Give 1 of the next weeks an occasion that takes two, such as a question of the week: in 3 of those looked at fewer than two people contributed." },
        { SharedWeeks.Id, 0.9, 10, 1, "1 of 1 1: Give 1 of the next weeks an occasion that takes two, such as a question of the week: in 1 of those looked at fewer than two people contributed." },
        { ArtifactReuse.Id, 0.5, 4, 0.7, "1 of 2 0.75: Show 1 of the 2 artifacts that nobody but the authors used to somebody who needs it, and hear how it went." },
        { ArtifactReuse.Id, 0.75, 4, 0.9, "1 of 1 1: Show the one artifact that nobody but the authors used to somebody who needs it, and hear how it went." },
        { RhythmKept.Id, 0.8, 5, 0.9, "1 of 1 1: Keep the rhythm: 1 planned gathering was cancelled or not said to have taken place; hold 1 more of the next ones, and say so in the calendar." },
        { RhythmKept.Id, 0.6, 5, 0.7, "1 of 2 0.8: Keep the rhythm: 2 planned gatherings were cancelled or not said to have taken place; hold 1 more of the next ones, and say so in the calendar." },
        { Isolates.Id, 0.3, 10, 0.15, "2 of 3 0.1: Introduce 2 of the 3 people without a tie to somebody, until they talk." },
        { Isolates.Id, 0.1, 10, 0.05, "1 of 1 0: Introduce the one person without a tie to somebody, until they talk." },
        { Isolates.Id, 0.3, 10, -4, "3 of 3 0: Introduce all 3 people without a tie to somebody, until they talk." },
        { Isolates.Id, 0, 10, -1, null },
        { Core.Indicators.OrphanedArtifacts.Id, 0.5, 4, 0.25, "1 of 2 0.25: Find a steward among the members for 1 of the 2 artifacts that nobody tends." },
        { Core.Indicators.OrphanedArtifacts.Id, 0.25, 4, 0, "1 of 1 0: Find a steward among the members for the one artifact that nobody tends." },
        { NewContributors.Id, 0.5, 10, 0.75, "10 of - 0.75: Ask 10 people by name who never contributed for a small first contribution." },
        { NewContributors.Id, 0.5, 10, 0.53, "1 of - 0.5455: Ask 1 person by name who never contributed for a small first contribution." },
        { NewContributors.Id, 0.5, 10, 1, null },
        { MemberInitiated.Id, 0.5, 10, 0.6, "3 of - 0.6154: Leave room: invite members by name to start the next 3 threads or gatherings." },
        { MemberInitiated.Id, 0.5, 10, 0.53, "1 of - 0.5455: Leave room: invite members by name to start the next 1 thread or gathering." },
        { FacilitatorLoad.Id, 0.8, 10, 0.5, "6 of - 0.5: Hand over organising: let others host, welcome or curate the next 6 times." },
        { FacilitatorLoad.Id, 0.8, 10, 0.75, "1 of - 0.7273: Hand over organising: let others host, welcome or curate the next time." },
        { FacilitatorLoad.Id, 0.8, 10, 0, null },
        { FacilitatorLoad.Id, 0.8, 10, -0.1, null },
        { FormalShare.Id, 0.8, 10, 0.4, "10 of - 0.4: Plan 10 informal occasions, such as a coffee round or an open hour." },
        { FormalShare.Id, 0.8, 10, 0.75, "1 of - 0.7273: Plan 1 informal occasion, such as a coffee round or an open hour." },
        { FormalShare.Id, 0.2, 10, 0.5, "6 of - 0.5: Plan 6 formal occasions, such as a talk or a workshop." },
        { FormalShare.Id, 0.2, 10, 0.25, "1 of - 0.2727: Plan 1 formal occasion, such as a talk or a workshop." },
        { FormalShare.Id, 0.8, 10, 0, null },
        { FormalShare.Id, 0.2, 10, 1, null },
        { FormalShare.Id, 0.8, 10, -0.5, null },
        { FormalShare.Id, 0.2, 10, 1.5, null },
        { ActiveFacilitators.Id, 1, 1, 1.5, "1 of - 2: Invite a second facilitator, and let the two take turns." },
        { ActiveFacilitators.Id, 2, 2, 3, "1 of - 3: Invite one more person to facilitate, or bring back one who does not at the moment." },
        { ActiveFacilitators.Id, 1, 1, 3, "2 of - 3: Invite 2 more people to facilitate, or bring back those who do not at the moment." },
        { ActiveFacilitators.Id, 0, 1, 2, "2 of - 2: Invite 2 more people to facilitate, or bring back those who do not at the moment." },
        { SponsorPresent.Id, 0, 1, 1, "1 of 1 1: Ask a leader whose goals the community serves to be its sponsor, with one concrete request." },
        { SponsorPresent.Id, 1, 1, 1, null },
    };

    [Theory]
    [MemberData(nameof(Offers))]
    public void Offers_say_how_often_and_what_it_brings(string id, double number, long count, double target, string? expected)
    {
        ActOffer? offer = Act(id).Offer(Stub.Enough().Evidence, new(new Measurement.Value(number, count)), target);
        Assert.Equal(expected, offer is null ? null : FormattableString.Invariant($"{offer.Acts} of {offer.Available?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"} {Math.Round(offer.Value, 4)}: {offer.Text}"));
    }

    [Fact]
    public void Without_a_value_nothing_is_offered()
    {
        HealthEvidence evidence = Example.Of().Evidence;
        Assert.All(StandardActs.All, act => Assert.All([Stub.None, Stub.Few], m => Assert.Null(act.Offer(evidence, new(m), 0.5))));
    }

    /// <summary>Eight of ten contributions are one person's: seven more by others make it two; of two who gave eight each, one more by others is enough for three.</summary>
    [Theory]
    [InlineData(new[] { 8, 1, 1 }, 2, 7, "Share the load: ask others than the busiest one for 7 contributions more.")]
    [InlineData(new[] { 8, 1, 1 }, 1.2, 7, "Share the load: ask others than the busiest one for 7 contributions more.")]
    [InlineData(new[] { 8, 8, 15 }, 3, 16, "Share the load: ask others than the 2 busiest for 16 contributions more.")]
    [InlineData(new[] { 2, 1, 1 }, 2, 1, "Share the load: ask others than the busiest one for 1 contribution more.")]
    public void Sharing_takes_what_the_busiest_gave_beyond_half(int[] counts, double target, int acts, string text)
    {
        HealthEvidence evidence = Example.Posts(counts).Evidence;
        ActOffer offer = Act(ContributorAbsenceFactor.Id).Offer(evidence, new ContributorAbsenceFactor().Read(evidence), target)!;
        Assert.Equal((acts, Math.Ceiling(target), text), (offer.Acts, offer.Value, offer.Text));
        Assert.Null(Act(ContributorAbsenceFactor.Id).Offer(evidence, new ContributorAbsenceFactor().Read(evidence), 1));
    }

    /// <summary>For some of the open questions it is too late; what they would have brought, the next ones can bring.</summary>
    [Fact]
    public void Late_questions_are_told()
    {
        SmallCommunity community = Example.Of([.. Enumerable.Range(0, 10).SelectMany(i => Example.Question(i, 20, i < 4 ? 5 : null)), .. Enumerable.Range(10, 2).SelectMany(i => Example.Question(i, 90, null))]);
        Reading reading = community.Read<AnsweredInTime>();
        ActOffer some = Act(AnsweredInTime.Id).Offer(community.Evidence, reading, 0.45)!, all = Act(AnsweredInTime.Id).Offer(community.Evidence, reading, 1)!;
        Assert.Equal("Answer all 8 open questions within 48 hours. For 6 of them it is too late: let the next ones make up for it.", all.Text);
        Assert.Equal((8, 8, 1.0), (all.Acts, all.Available, all.Value));
        Assert.Equal("Answer 2 of the 8 open questions within 48 hours.", some.Text);
        SmallCommunity one = Example.Of([.. Enumerable.Range(0, 10).SelectMany(i => Example.Question(i, 20, i < 9 ? 5 : null))]);
        Assert.StartsWith("Answer the next questions within 48 hours: this is what the one open question would have brought, for which it is too late.", Act(AnsweredInTime.Id).Offer(one.Evidence, one.Read<AnsweredInTime>(), 1)!.Text, StringComparison.Ordinal);
        SmallCommunity none = Example.Of(Enumerable.Range(0, 10).SelectMany(i => Example.Question(i, 20, 5)));
        Assert.Null(Act(AnsweredInTime.Id).Offer(none.Evidence, none.Read<AnsweredInTime>(), 1));
    }

    /// <summary>Of six members three never contributed: more than three are not to be found among them.</summary>
    [Theory]
    [InlineData(0.6, "Ask 1 person by name who never contributed for a small first contribution.")]
    [InlineData(0.7, "Ask 3 people by name who never contributed for a small first contribution.")]
    [InlineData(0.75, "Invite 4 people to a small first contribution, newcomers among them: too few members are left who never contributed.")]
    public void Nobody_is_asked_who_is_not_there(double target, string text)
    {
        SmallCommunity community = Example.Posts(1, 1, 1).WithRoster([.. Enumerable.Range(0, 6).Select(i => Example.Member($"p{i}", -10))]);
        Assert.Equal(text, Act(NewContributors.Id).Offer(community.Evidence, new(new Measurement.Value(0.5, 4)), target)!.Text);
    }

    private static IHealthAct Act(string indicator) => StandardActs.All.Single(a => a.Indicator == indicator);
}
