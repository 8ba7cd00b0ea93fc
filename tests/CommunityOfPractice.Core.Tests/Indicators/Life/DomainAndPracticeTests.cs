using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Indicators.Life;

/// <summary>Group F by hand: golden vectors of domain.md section 8, and each edge.</summary>
public sealed class DomainAndPracticeTests
{
    /// <summary>The as-of instant is day 91, the cadence 100 days.</summary>
    [Theory]
    [InlineData(0, null, 1)]
    [InlineData(-9, null, 1)]
    [InlineData(-59, null, 0.5)]
    [InlineData(-109, null, 0)]
    [InlineData(-400, null, 0)]
    [InlineData(-400, -59.0, 0.5)]
    [InlineData(-400, 80.0, 1)]
    [InlineData(-59, 95.0, 0.5)]
    public void PurposeFreshness_ByAge_FallsFromOneCadenceToTwo(double chartered, double? reviewed, double fresh)
    {
        Community state = Known.Active() with { Charters = [Known.Charter(chartered)], Reviews = reviewed is { } on ? [new(Known.Day(on), ReviewVerdict.Reaffirm, 1, 3, null)] : [] };
        Assert.Equal(fresh, Example.Of().With(state).Read<PurposeFreshness>().Measurement.Amount!.Value, 1e-9);
    }

    [Fact]
    public void PurposeFreshness_AmendedCharter_AgesFromTheFirstOfItsLife()
    {
        Community state = Known.Active() with { Charters = [Known.Charter(-900, until: -500), Known.Charter(-59, until: 50), Known.Charter(50)] };
        Assert.Equal(0.5, Example.Of().With(state).Read<PurposeFreshness>().Measurement.Amount!.Value, 1e-9);
    }

    [Fact]
    public void Domain_Unknown_SaysSo()
    {
        SmallCommunity file = Example.Of() with { State = new(SmallCommunity.Id) { Charters = [Known.Charter(-200) with { RoleSelection = string.Empty }] } };
        Expected.Same(Expected.No("charter.none"), Example.Of().With(Known.Active()).Read<PurposeFreshness>().Measurement);
        Expected.Same(Expected.No("charter.none"), Example.Of().Read<CharterCompleteness>().Measurement);
        Expected.Same(Expected.No("reviews.unknown"), file.Read<PurposeFreshness>().Measurement);
        Expected.Same(Expected.No("charter.text-unknown"), file.Read<CharterCompleteness>().Measurement);
        Expected.Same(Expected.No("sponsors.unknown"), file.WithRoster(Example.Member("a", 0)).Read<SponsorPresent>().Measurement);
    }

    [Fact]
    public void CharterCompleteness_ThreeOfEight_AndAWorkingGroupHasNine()
    {
        Community state = Known.Active() with { Charters = [Known.Charter(-5)] };
        Expected.Same(Expected.Value(3.0 / 8, 8), Example.Of().With(state).Read<CharterCompleteness>().Measurement);
        Expected.Same(Expected.Value(4.0 / 9, 9), Example.Of().With(state with { Kind = CommunityKind.WorkingGroup, Rhythm = new(TimeSpan.FromDays(7), "w") }).Read<CharterCompleteness>().Measurement);
    }

    [Theory]
    [InlineData(-10.0, null, 1)]
    [InlineData(-10.0, 50.0, 0)]
    [InlineData(91.0, null, 0)]
    public void SponsorPresent_AtTheEnd_IsYesOrNo(double from, double? until, double yes) =>
        Assert.Equal(yes, Example.Of().WithRoster(Example.Member("boss", from, until, Role.Sponsor)).With(Known.Active()).Read<SponsorPresent>().Measurement.Amount);

    [Fact]
    public void ArtifactFreshness_WeightedByUse_CountsFromTheConfirmation()
    {
        PersonId author = new("a"), other = new("o");
        SmallCommunity community = Example.Of().With(Known.Active(), Known.Shelf(
            [Known.Artifact("new", 91 - 365, 91 - 1e-9, null, author), Known.Artifact("old", 91 - 365, null, null, author)],
            new ArtifactUse(new("old"), Known.Day(5), other), new ArtifactUse(new("old"), Known.Day(6), other), new ArtifactUse(new("old"), Known.Day(7), author), new ArtifactUse(new("new"), Known.Day(-5), other)));
        Reading reading = community.Read<ArtifactFreshness>();
        Assert.Equal((1 + (3 * 0.5)) / 4, reading.Measurement.Amount!.Value, 1e-6);
        Assert.Equal([2, 0.5, 0.75], reading.Details.Select(d => Math.Round(d.Number, 6)));
    }

    [Fact]
    public void Artifacts_NoneOrUnknown_SaysSo()
    {
        SmallCommunity none = Example.Of().WithRoster(Example.Member("a", -5)).With(Known.Active());
        Expected.Same(Expected.TooFew("published artifacts", 0, 1), none.Read<ArtifactFreshness>().Measurement);
        Expected.Same(Expected.TooFew("artifacts older than 30 days", 0, 3), none.Read<ArtifactReuse>().Measurement);
        Expected.Same(Expected.No("artifacts.none"), none.Read<OrphanedArtifacts>().Measurement);
        Expected.Same(Expected.No("artifacts.unknown"), Example.Of().Read<ArtifactFreshness>().Measurement);
        Expected.Same(Expected.No("use.unknown"), (Example.Of() with { Practice = Known.Shelf([Known.Artifact("x", 0)]) }).Read<ArtifactReuse>().Measurement);
    }

    [Fact]
    public void ArtifactFreshness_NothingWrittenWhereMembersRunIt_IsMissed()
    {
        SmallCommunity community = Example.Of([.. Enumerable.Range(0, 12).Select(i => Example.Did("m", Act.Post, i))]).WithRoster(Example.Facilitator("f", -5)).With(Known.Active());
        Assert.NotNull(community.Read<ArtifactFreshness>().Finding);
    }

    [Fact]
    public void ArtifactReuse_FourSettled_TwoByOthers()
    {
        PersonId author = new("a"), sales = new("s"), it = new("i");
        SmallCommunity community = (Example.Of() with { People = [new(author, [new() { Department = "it" }]), new(it, [new() { Department = "it" }]), new(sales, [new() { Department = "sales" }])] }).With(Known.Active(), Known.Shelf(
            [.. Enumerable.Range(0, 4).Select(i => Known.Artifact($"x{i}", 0, null, null, author)), Known.Artifact("young", 70, null, null, author)],
            new ArtifactUse(new("x0"), Known.Day(40), sales), new ArtifactUse(new("x1"), Known.Day(40), it), new ArtifactUse(new("x2"), Known.Day(40), author), new ArtifactUse(new("young"), Known.Day(80), sales)));
        Expected.Same(Expected.Share(2, 4, 3, "any"), community.Read<ArtifactReuse>().Measurement);
        Expected.Same(Expected.TooFew("reused artifacts with known departments", 2, 3), community.Read<CrossDepartmentReuse>().Measurement);
    }

    [Fact]
    public void OrphanedArtifacts_StewardLeftOrNone_CountAndStrangersDoNot()
    {
        SmallCommunity community = Example.Of().WithRoster(Example.Member("here", -5), Example.Member("gone", -5, 50)).With(Known.Active(), Known.Shelf(
            [Known.Artifact("a", 0, null, "here"), Known.Artifact("b", 0, null, "gone"), Known.Artifact("c", 0), Known.Artifact("d", 0, null, "stranger")]));
        Reading reading = community.Read<OrphanedArtifacts>();
        Expected.Same(Expected.Share(2, 3, 1, "any"), reading.Measurement);
        Assert.Equal([new Detail("orphans", 2), new("unknownSteward", 1)], reading.Details);
    }

    [Theory]
    [InlineData(MembershipStatus.Paused)]
    [InlineData(MembershipStatus.Lapsed)]
    public void OrphanedArtifacts_StewardAway_Count(MembershipStatus away)
    {
        SmallCommunity community = Example.Of().WithRoster(Example.Member("here", -5), Example.Member("away", -5), Example.Member("away", 50) with { Status = away })
            .With(Known.Active(), Known.Shelf([Known.Artifact("a", 0, null, "here"), Known.Artifact("b", 0, null, "away")]));
        Expected.Same(Expected.Share(1, 2, 1, "any"), community.Read<OrphanedArtifacts>().Measurement);
    }

    /// <summary>Who is on leave holds no role (M-I3), whatever the roster still lists.</summary>
    [Fact]
    public void ActiveFacilitators_OnLeaveAtTheEnd_IsNone()
    {
        SmallCommunity community = Example.Of(Example.Did("f", Act.Post, 10), Example.Did("g", Act.Post, 10)).WithRoster(
            Example.Facilitator("f", -5), Example.Facilitator("g", -5), Example.Member("f", 50) with { Status = MembershipStatus.Paused });
        Assert.Equal(1, community.Read<ActiveFacilitators>().Measurement.Amount);
    }

    [Fact]
    public void ValueStories_Published_AreCountedByCycle()
    {
        ValueStory story = new(new("s"), new("t"), "T", Known.Day(1)) { Claims = [new(ValueCycle.Immediate, "x"), new(ValueCycle.Potential, "x"), new(ValueCycle.Applied, "x")] };
        SmallCommunity community = Example.Of().With(Known.Active(), PracticeState.Empty with { Stories = [story with { Status = StoryStatus.Published }, story with { Id = new("u") }] });
        Reading reading = community.Read<ValueStories>();
        Expected.Same(Expected.Value(1, 2), reading.Measurement);
        Assert.Equal([1, 1, 1, 0, 0, 1, 0.5], reading.Details.Select(d => d.Number));
        Expected.Same(Expected.No("stories.none"), Example.Of().Read<ValueStories>().Measurement);
    }

    /// <summary>p = (.4, .3, .2, .1), n = 10.</summary>
    [Fact]
    public void Diversity_GoldenShares_AreAsInTheResearch()
    {
        SmallCommunity community = Spread(4, 3, 2, 1);
        Reading reading = community.Read<DepartmentDiversity>();
        Assert.Equal(0.70, reading.Measurement.Amount!.Value, 1e-12);
        Assert.Equal([4, 0.777778, 3.596115, 0.933333, 0.923220, 1], reading.Details.Select(d => Math.Round(d.Number, 6)));
        Assert.Equal(0, Spread(6).Read<DepartmentDiversity>().Measurement.Amount);
        Assert.Equal(["groups", "unbiased", "effectiveNumber", "coverage"], Spread(6).Read<DepartmentDiversity>().Details.Select(d => d.Name));
        Expected.Same(Expected.TooFew("people with known departments", 4, 5), Spread(4).Read<DepartmentDiversity>().Measurement);
        Expected.Same(Expected.No("locations.unknown"), community.Read<LocationDiversity>().Measurement);
    }

    [Fact]
    public void Representativeness_AgainstTheOrganisation_IsOneMinusHalfTheDistance()
    {
        SmallCommunity community = Spread(5, 5) with { Organisation = new([new("d0", 300), new("d1", 100)], []) };
        Assert.Equal(0.75, community.Read<DepartmentRepresentativeness>().Measurement.Amount);
        Assert.Equal(0, (community with { Organisation = new([new("elsewhere", 3)], []) }).Read<DepartmentRepresentativeness>().Measurement.Amount);
        Expected.Same(Expected.No("organisation.unknown"), community.Read<LocationRepresentativeness>().Measurement);
        Expected.Same(Expected.No("organisation.unknown"), Spread(5, 5).Read<DepartmentRepresentativeness>().Measurement);
    }

    private static SmallCommunity Spread(params int[] departments)
    {
        (string Name, int Department)[] people = [.. departments.SelectMany((count, d) => Enumerable.Range(0, count).Select(i => ($"p{d}-{i}", d)))];
        return (Example.Of() with { People = [.. people.Select(p => new Person(new(p.Name), [new() { Department = $"d{p.Department}" }]))] }).WithRoster([.. people.Select(p => Example.Member(p.Name, -5))]);
    }
}
