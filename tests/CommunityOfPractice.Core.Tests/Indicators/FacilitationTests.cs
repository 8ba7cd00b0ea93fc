using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Indicators;

/// <summary>What facilitators and members do, against the obvious computation, with roles that begin and end in the window.</summary>
[Properties(Arbitrary = [typeof(SmallCommunities)])]
public sealed class FacilitationTests
{
    private static readonly Act[] Organising = [Act.Host, Act.Curate, Act.Welcome];

    [Property]
    public void MemberInitiated_AnyCommunity_IsTheShareOfStarts(SmallCommunity community) => Expected.Same<MemberInitiated>(
        community,
        t => t.FacilitatorsKnown
            ? Expected.Share(Starts(t).Count(a => !t.Facilitates(a.Person, a.At)), Starts(t).Count(), 10, "threads, questions and gatherings started")
            : Expected.No("facilitators.unknown"));

    [Property]
    public void MemberInitiatedWeeks_AnyCommunity_CountsWhoStartsOnceAWeek(SmallCommunity community) => Expected.Same<MemberInitiatedWeeks>(
        community,
        t =>
        {
            (PersonId, long)[] all = [.. Starts(t).Select(a => PersonWeek(t, a)).Distinct()];
            return t.FacilitatorsKnown
                ? Expected.Share(all.Length - Starts(t).Where(a => t.Facilitates(a.Person, a.At)).Select(a => PersonWeek(t, a)).Distinct().Count(), all.Length, 10, "weeks of people who started something")
                : Expected.No("facilitators.unknown");
        });

    [Fact]
    public void OneBusyMember_LiftsTheShareOfStarts_ButHardlyThatOfWeeks()
    {
        SmallCommunity usual = Example.Of([.. Enumerable.Range(0, 13).Select(i => Example.Did("f", Act.Post, 7 * i)), Example.Did("m", Act.Post, 80)]).WithRoster(Example.Facilitator("f", 0));
        SmallCommunity burst = usual.With([.. Enumerable.Range(0, 87).Select(_ => Example.Did("m", Act.Post, 80.5))]);
        Assert.Equal(1 / 14.0, usual.Read<MemberInitiated>().Measurement.Amount!.Value, 1e-12);
        Assert.Equal(88 / 101.0, burst.Read<MemberInitiated>().Measurement.Amount!.Value, 1e-12);
        Assert.Equal(1 / 14.0, burst.Read<MemberInitiatedWeeks>().Measurement.Amount!.Value, 1e-12);
    }

    [Property]
    public void ActiveFacilitators_AnyCommunity_AreThoseAtTheEndWhoContributed(SmallCommunity community) => Expected.Same<ActiveFacilitators>(
        community,
        t => t.FacilitatorsKnown
            ? Expected.Value(AtEnd(t).Count(p => t.Contributors.Any(c => c.Key == p)), AtEnd(t).Count())
            : Expected.No("facilitators.unknown"));

    [Property]
    public void FacilitatorLoad_AnyCommunity_IsTheShareOfTheBusiest(SmallCommunity community) => Expected.Same<FacilitatorLoad>(
        community,
        t =>
        {
            List<Activity> acts = t.InWindow.FindAll(a => Organising.Contains(a.Act));
            return !t.FacilitatorsKnown ? Expected.No("facilitators.unknown")
                : !t.History.Any(a => Organising.Contains(a.Act)) ? Expected.No("organising.unknown")
                : Expected.Share(acts.Where(a => t.Facilitates(a.Person, a.At)).GroupBy(a => a.Person).Select(g => g.Count()).DefaultIfEmpty().Max(), acts.Count, 10, "organising acts");
        });

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void SharesOfStartsAndOrganising_AroundTen_HaveAValueFromTen(int acts, bool enough)
    {
        SmallCommunity community = Example.Of(Enumerable.Range(0, acts).Select(i => Example.Did("f", Act.Host, i))).WithRoster(Example.Facilitator("f", 0));
        Assert.Equal(enough, community.Read<MemberInitiated>().Measurement.Amount == 0);
        Assert.Equal(enough, community.Read<FacilitatorLoad>().Measurement.Amount == 1);
    }

    [Fact]
    public void MemberInitiated_RoleEndsInTheWindow_CountsByTheMomentOfTheAct()
    {
        SmallCommunity community = Example.Of(Enumerable.Range(0, 10).Select(i => Example.Did("f", Act.Post, i))).WithRoster(Example.Facilitator("f", 2, 6));
        Assert.Equal(0.6, community.Read<MemberInitiated>().Measurement.Amount);
        Assert.Equal(Expected.Value(0, 0), community.Read<ActiveFacilitators>().Measurement);
    }

    [Theory]
    [InlineData(91, 1)]
    [InlineData(90, 0)]
    public void ActiveFacilitators_RoleEndsAtTheAsOfInstantOrBefore_CountsTheLastMoment(double until, double active)
    {
        SmallCommunity community = Example.Of(Example.Did("f", Act.Post, 3)).WithRoster(Example.Facilitator("f", 0, until), Example.Facilitator("g", 91));
        Assert.Equal(active, community.Read<ActiveFacilitators>().Measurement.Amount);
    }

    [Fact]
    public void FacilitatorLoad_MembersOrganiseToo_IsOfAllOrganising()
    {
        SmallCommunity community = Example.Of(Enumerable.Range(0, 10).Select(i => Example.Did(i < 5 ? "m" : i < 8 ? "f" : "g", (Act)(i % 2 == 0 ? Act.Curate : Act.Welcome), i)))
            .WithRoster(Example.Facilitator("f", 0), Example.Facilitator("g", 0));
        Assert.Equal(0.3, community.Read<FacilitatorLoad>().Measurement.Amount);
    }

    private static IEnumerable<Activity> Starts(Truth t) => t.InWindow.Where(a => a.Act is Act.Ask or Act.Host || (a.Act == Act.Post && a.InReplyTo is null));

    private static IEnumerable<PersonId> AtEnd(Truth t) =>
        t.Roster!.Periods.Where(p => p.Role == Role.Facilitator && p.Covers(t.LastMoment)).Select(p => p.Person).Distinct()
            .Where(person => !t.Roster.Periods.Any(p => p.Person == person && p.Status != MembershipStatus.Active && p.Covers(t.LastMoment)));

    private static (PersonId Person, long Week) PersonWeek(Truth t, Activity a) => (a.Person, (t.AsOf.UtcTicks - 1 - a.At.UtcTicks) / TimeSpan.FromDays(7).Ticks);
}
