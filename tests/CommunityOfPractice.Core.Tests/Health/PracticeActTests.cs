using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Tests.Indicators;
using CommunityOfPractice.Core.Tests.Indicators.Life;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Health;

/// <summary>Law 29 for domain and practice: each act is really done in the data, and the indicator read again.</summary>
[Properties(Arbitrary = [typeof(SmallCommunities)], MaxTest = 300)]
public sealed class PracticeActTests
{
    private static readonly PersonId Guest = new("a guest of nobody");

    [Property, Trait("Law", "29")]
    public void Law29_APurposeReallyReviewed_IsAsFreshAsTold(SmallCommunity community) => Check(new PurposeFreshness(), community, 0.5, (c, _) => c with
    {
        State = LookAtPurpose.Reviewed(c.State!, c.State!.Charter!, c.AsOf.AddTicks(-1)),
    });

    [Property, Trait("Law", "29")]
    public void Law29_ACharterReallyCompleted_IsAsCompleteAsTold(SmallCommunity community, byte percent) => Check(new CharterCompleteness(), community, percent / 255.0, (c, acts) =>
    {
        for (int i = 0; i < acts; i++)
        {
            c = c with { State = Filled(c.State!, CharterCompleteness.Missing(c.Evidence)[0]) };
        }

        return c;
    });

    [Property, Trait("Law", "29")]
    public void Law29_ASponsorReallyFound_IsThere(SmallCommunity community) => Check(new SponsorPresent(), community, 1, (c, _) => c with
    {
        Roster = new(SmallCommunity.Id, [.. c.Roster!.Periods, new MembershipPeriod(SmallCommunity.Id, Guest, c.AsOf.AddTicks(-1), null, Role.Sponsor)]),
    });

    /// <summary>Those that are due and count most, and nothing else.</summary>
    [Property, Trait("Law", "29")]
    public void Law29_ArtifactsReallyConfirmed_AreAsFreshAsTold(SmallCommunity community, byte percent) => Check(new ArtifactFreshness(), community, percent / 255.0, (c, acts) =>
    {
        Repertoire shelf = Practice.Of(c.Practice!).Repertoire;
        ArtifactId[] due = [.. c.Practice!.Artifacts.Where(a => a.Versions[0].On < c.AsOf && a.IsStale(c.AsOf, PracticePolicy.Default))
            .OrderBy(a => -(1 + shelf.ReuseOf(a.Id, c.Window).Uses) * (1 - a.Freshness(c.AsOf, PracticePolicy.Default))).ThenBy(a => a.Id).Select(a => a.Id).Take(acts)];
        return c with { Practice = c.Practice with { Artifacts = c.Practice.Artifacts.Select(a => due.Contains(a.Id) ? a with { ConfirmedOn = c.AsOf.AddTicks(-1) } : a).ToValueList() } };
    });

    [Property, Trait("Law", "29")]
    public void Law29_ArtifactsReallyUsed_AreReusedAsTold(SmallCommunity community, byte percent) => Check(new ArtifactReuse(), community, percent / 255.0, (c, acts) =>
    {
        Repertoire shelf = Practice.Of(c.Practice!).Repertoire;
        IEnumerable<ArtifactUse> uses = Shelf.Settled(c.Evidence).Where(a => shelf.ReuseOf(a.Id, c.Window).Uses == 0).Take(acts).Select(a => new ArtifactUse(a.Id, c.AsOf.AddTicks(-1), Guest));
        return c with { Practice = c.Practice! with { ArtifactUses = [.. c.Practice.ArtifactUses, .. uses] } };
    });

    [Property, Trait("Law", "29")]
    public void Law29_ArtifactsReallyHandedOver_AreTendedAsTold(SmallCommunity community, byte percent) => Check(new Core.Indicators.OrphanedArtifacts(), community, 1 - (percent / 255.0), (c, acts) =>
    {
        HashSet<PersonId> members = [.. c.Roster!.ActiveAt(c.AsOf.AddTicks(-1))];
        HashSet<PersonId> listed = [.. c.Roster.Periods.Select(p => p.Person)];
        ArtifactId[] orphans = [.. Shelf.Published(c.Evidence).Where(a => a.IsOrphaned(members.Contains) && (a.Steward is not { } s || listed.Contains(s))).Select(a => a.Id).Take(acts)];
        PersonId steward = members.Count > 0 ? members.First() : Guest;
        return c with
        {
            Roster = members.Count > 0 ? c.Roster : new(SmallCommunity.Id, [.. c.Roster.Periods, new MembershipPeriod(SmallCommunity.Id, Guest, c.AsOf.AddTicks(-1), null, null)]),
            Practice = c.Practice! with { Artifacts = c.Practice.Artifacts.Select(a => orphans.Contains(a.Id) ? a with { Steward = steward } : a).ToValueList() },
        };
    });

    [Property, Trait("Law", "29")]
    public void Law29_OccasionsReallyPlanned_AreMixedAsTold(SmallCommunity community, byte percent)
    {
        double now = community.Read<FormalShare>().Measurement.Amount ?? 0.5;
        double target = now < 0.5 ? now + ((0.9 - now) * (percent + 1) / 256) : now - ((now - 0.1) * (percent + 1) / 256);
        Check(new FormalShare(), community, target, (c, acts) => c.With([.. Enumerable.Range(0, acts).Select(_ =>
            new Activity(SmallCommunity.Id, Guest, c.AsOf.AddTicks(-1), Act.Post) { Formality = target > now ? Formality.Formal : Formality.Informal })]));
    }

    [Property, Trait("Law", "29")]
    public void Law29_NewContributorsReallyInvited_AreTheShareTold(SmallCommunity community, byte percent)
    {
        double now = community.Read<NewContributors>().Measurement.Amount ?? 0.5;
        Check(new NewContributors(), community, now + ((0.9 - now) * (percent + 1) / 256), (c, acts) =>
            c.With([.. Enumerable.Range(0, acts).Select(i => new Activity(SmallCommunity.Id, new($"new {i}"), c.AsOf.AddTicks(-1), Act.Post))]));
    }

    [Theory, Trait("Law", "29")]
    [InlineData(0.6, 1, "hold 1 more of the next ones")]
    [InlineData(1, 3, "3 planned gatherings were cancelled or not said to have taken place; hold 3 more")]
    public void Law29_GatheringsReallyHeld_KeepTheRhythmAsTold(double target, int acts, string text)
    {
        double[] starts = [3, 17, 31, 45, 59, 73];
        SmallCommunity three = With(3);
        Reading now = three.Read<RhythmKept>();
        ActOffer offer = ActFor(RhythmKept.Id).Offer(three.Evidence, now, target)!;
        Assert.Equal((acts, 3), (offer.Acts, offer.Available));
        Assert.Contains(text, offer.Text, StringComparison.Ordinal);
        Assert.Equal(offer.Value, With(3 + acts).Read<RhythmKept>().Measurement.Amount!.Value, 1e-12);

        SmallCommunity With(int held) => Example.Of().With(Known.Active() with { Rhythm = new(TimeSpan.FromDays(14), "w") }, Known.Gatherings([.. starts.Take(held).Select(d => Known.Gathering(d))]));
    }

    [Fact, Trait("Law", "29")]
    public void Law29_NewcomersReallyBroughtIn_AreTheShareTold()
    {
        SmallCommunity Joined(int active) => Example.Of([.. Enumerable.Range(0, 10).Select(i => Example.Did($"n{i}", Act.View, 2)), .. Enumerable.Range(0, active).Select(i => Example.Did($"n{i}", Act.Post, 20))])
            .WithRoster([.. Enumerable.Range(0, 10).Select(i => Example.Member($"n{i}", 2))]);

        foreach ((IHealthIndicator indicator, string text) in ((IHealthIndicator, string)[])[
            (new NewcomerActivation(), "Give the next newcomers a small, real task in their first month: for the 6 who gave nothing it is too late, but this is what 2 of them would have brought."), (new NewcomerReturn(), "Write to the next newcomers after their first week: for the 6 who did not come back it is too late, but this is what 2 of them would have brought.")])
        {
            ActOffer offer = ActFor(indicator.Info.Id).Offer(Joined(4).Evidence, indicator.Read(Joined(4).Evidence), 0.55)!;
            Assert.Equal((2, 6, 0.6, text), (offer.Acts, offer.Available!.Value, offer.Value, offer.Text));
            Assert.Equal(offer.Value, indicator.Read(Joined(6).Evidence).Measurement.Amount!.Value, 1e-12);
        }
    }

    [Fact, Trait("Law", "29")]
    public void Law29_DepartmentsReallyBroughtTogether_HaveTheIndexTold()
    {
        // Everybody talks to the next of their own department; a new pair has one of each.
        SmallCommunity apart = Paired(0);
        Reading now = apart.Read<CrossDepartmentTies>();
        ActOffer offer = ActFor(CrossDepartmentTies.Id).Offer(apart.Evidence, now, now.Measurement.Amount!.Value + 0.3)!;
        Assert.True(offer.Acts > 1);
        Assert.Equal(offer.Value, Paired(offer.Acts).Read<CrossDepartmentTies>().Measurement.Amount!.Value, 1e-12);
        Assert.True(Paired(offer.Acts - 1).Read<CrossDepartmentTies>().Measurement.Amount < now.Measurement.Amount + 0.3);

        static SmallCommunity Paired(int pairs) => Example.Of(
        [
            .. Enumerable.Range(0, 20).Select(i => Example.Did($"p{i}", Act.Post, 5) with { To = [new($"p{(i + 2) % 20}")] }),
            .. Enumerable.Range(0, pairs).Select(i => Example.Did($"p{i}", Act.Post, 6) with { To = [new($"p{(i + 5) % 20}")] }),
        ]) with { People = [.. Enumerable.Range(0, 20).Select(i => new Person(new($"p{i}"), [new() { Department = i % 2 == 0 ? "it" : "hr" }]))] };
    }

    private static IHealthAct ActFor(string indicator) => StandardActs.All.Single(a => a.Indicator == indicator);

    /// <summary>The reading after the acts is the one that was told, and they are the fewest.</summary>
    private static void Check(IHealthIndicator indicator, SmallCommunity community, double target, Func<SmallCommunity, int, SmallCommunity> done)
    {
        HealthEvidence evidence = community.Evidence;
        Reading now = indicator.Read(evidence);
        if (now.Measurement.Amount is not { } value || target == value || ActFor(indicator.Info.Id).Offer(evidence, now, target) is not { } offer)
        {
            return;
        }

        int better = indicator is Core.Indicators.OrphanedArtifacts || (indicator is FormalShare && target < value) ? -1 : 1;
        Assert.Equal(After(offer.Acts), offer.Value, 1e-9);
        Assert.InRange(offer.Acts, 1, offer.Available ?? int.MaxValue);
        Assert.True((offer.Value - target) * better >= -1e-9 || offer.Acts == offer.Available);
        Assert.True(offer.Acts == 1 || (After(offer.Acts - 1) - target) * better < 1e-9);

        double After(int acts) => indicator.Read(done(community, acts).Evidence).Measurement.Amount!.Value;
    }

    private static Community Filled(Community state, string what)
    {
        Charter charter = state.Charter!;
        Domain domain = charter.Domain;
        charter = what switch
        {
            "why the community exists" => charter with { Purpose = "Why" },
            "what is in scope" => charter with { Domain = domain with { ScopeIn = ["in"] } },
            "what is out of scope" => charter with { Domain = domain with { ScopeOut = ["out"] } },
            "what members get out of it" => charter with { Domain = domain with { ValueForMembers = "help" } },
            "how roles are given" => charter with { RoleSelection = "By asking" },
            _ => charter,
        };
        return what switch
        {
            "how often you meet" => state with { Rhythm = new(TimeSpan.FromDays(14), "w") },
            "where you meet" => state with { Spaces = [new(SpaceKind.Chat, "Chat", null)] },
            _ => state with { Charters = [.. state.Charters.Take(state.Charters.Count - 1), charter] },
        };
    }
}
