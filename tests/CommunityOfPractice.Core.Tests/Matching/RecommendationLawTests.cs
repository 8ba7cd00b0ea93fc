using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Matching;

public sealed class RecommendationLawTests
{
    private static readonly DateTimeOffset Noon = RecommendationWorld.Noon;

    [Property(MaxTest = 60)]
    public void Law1_OrderOfInput_LeavesNoTrace(ulong seed)
    {
        RecommendationWorld world = new(seed), other = new(seed);
        Array.Reverse(other.People);
        Array.Reverse(other.Communities);
        Array.Reverse(other.Memberships);

        Assert.Equal(world.All(), other.All());
    }

    [Property(MaxTest = 60)]
    public void Law2_RenamingPeople_ChangesNoScore(ulong seed)
    {
        RecommendationWorld world = new(seed), other = new(seed);
        other.People = [.. other.People.Select(p => p with { Person = Renamed(p.Person) })];
        other.Memberships = [.. other.Memberships.Select(m => new MembershipPeriod(m.Community, Renamed(m.Person), m.From, m.Until))];
        RecommendationModel model = RecommendationModel.Default with { Exploration = 0 };
        CommunityRecommender one = world.Recommender(model), two = other.Recommender(model);
        foreach (CommunitySeeker person in world.People)
        {
            Assert.Equal(one.For(person.Person).Items, two.For(Renamed(person.Person)).Items);
        }

        static PersonId Renamed(PersonId person) => new($"x{99 - int.Parse(person.Text[1..])}");
    }

    [Property(MaxTest = 40)]
    public void Law47_WhoOptsOut_GetsNothing_AndNothingRestsOnThem(ulong seed)
    {
        RecommendationWorld world = new(seed), without = new(seed);
        PersonId gone = world.People[0].Person;
        world.People[0] = world.People[0] with { OptedOut = true };
        without.People = without.People[1..];
        without.Memberships = [.. without.Memberships.Where(m => m.Person != gone)];
        CommunityRecommender with = world.Recommender(), never = without.Recommender();

        Assert.Empty(with.For(gone).Items);
        Assert.All(without.People, p => Assert.Equal(never.For(p.Person), with.For(p.Person)));
    }

    [Property(MaxTest = 60)]
    public void Law55_ALongerList_ExtendsAShorterOne_AndTheMostRelevantIsFirst(ulong seed)
    {
        RecommendationWorld world = new(seed);
        CommunityRecommender recommender = world.Recommender();
        PersonId[] asked = [.. world.People.Select(p => p.Person), new("nobody")];
        foreach (PersonId person in asked)
        {
            ValueList<CommunityRecommendation> all = recommender.For(person, 20, seed).Items;
            Assert.Equal(all.Count, all.DistinctBy(i => i.Community).Count());
            Assert.True(all.Count == 0 || all[0].Score == all.Max(i => i.Score));
            for (int top = 1; top < all.Count; top++)
            {
                Assert.Equal(all.Take(top), recommender.For(person, top, seed).Items);
            }
        }
    }

    [Property(MaxTest = 60)]
    public void Law55_WithLambdaOne_TheOrderIsThatOfTheScore(ulong seed)
    {
        RecommendationWorld world = new(seed);
        foreach (CommunityRecommendations answer in world.All(RecommendationModel.Default with { Relevance = 1, Exploration = 0 }, top: 20))
        {
            Assert.Equal(answer.Items.OrderByDescending(i => i.Score).Select(i => i.Score), answer.Items.Select(i => i.Score));
        }
    }

    [Property(MaxTest = 40)]
    public void Law56_NoWordAboutBlocksOrOptOuts(ulong seed)
    {
        RecommendationWorld world = new(seed);
        CommunityId closed = world.Communities[0].Community, hidden = world.Communities[1].Community;
        world.Communities[0] = world.Communities[0] with { Status = CommunityStatus.Closed };
        world.Communities[1] = world.Communities[1] with { Visibility = Visibility.Private };
        PersonId gone = world.People[0].Person;
        world.People = [.. world.People.Select(p => p with { KeptOut = [closed, world.Communities[2].Community], OptedOut = p.Person == gone })];
        world.Memberships = [.. world.Memberships.Where(m => m.Community != hidden && m.Community != world.Communities[2].Community)];
        foreach (CommunityRecommendations answer in world.All(top: 20))
        {
            string text = System.Text.Json.JsonSerializer.Serialize(answer);
            Assert.DoesNotContain("not open", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("block", text, StringComparison.OrdinalIgnoreCase);
            Assert.True(answer.Person == gone || !text.Contains(gone.Text, StringComparison.Ordinal));
            Assert.DoesNotContain(answer.Excluded, e => e.Community == closed || e.Community == hidden);
            Assert.DoesNotContain(answer.Items.Concat(answer.Revivals), i => i.Community == closed || i.Community == hidden || i.Community == world.Communities[2].Community);
        }
    }

    [Property(MaxTest = 40)]
    public void Law57_SharesAddUpExactly_AndACriterionTakesItsShareAlong(ulong seed)
    {
        RecommendationWorld world = new(seed);
        RecommendationModel full = RecommendationModel.Default with { Relevance = 1, Exploration = 0 };
        (string Id, RecommendationModel Without)[] removals =
        [
            ("co-members", full with { CoMembers = 0 }), ("topics", full with { Topics = 0 }), ("social-proof", full with { SocialProof = 0 }), ("prior", full with { Prior = 0 }),
            ("goals", full with { Goals = 0 }), ("language", full with { Language = 0 }), ("time", full with { Time = 0 }),
        ];
        foreach (CommunityRecommendations answer in world.All(full, top: 20))
        {
            foreach (CommunityRecommendation item in answer.Items)
            {
                Assert.Equal(item.Score, item.Shares.Sum(s => s.Amount));
                Assert.Equal(item.Score, item.Shares.Reverse().Sum(s => s.Amount));
                Assert.Equal(item.Shares.Count, item.Reasons.Count);
            }
        }

        foreach ((string id, RecommendationModel without) in removals)
        {
            Dictionary<(PersonId, CommunityId), double> less = world.All(without, top: 20).SelectMany(a => a.Items.Select(i => (a.Person, i))).ToDictionary(x => (x.Person, x.i.Community), x => x.i.Score);
            foreach (CommunityRecommendations answer in world.All(full, top: 20))
            {
                foreach (CommunityRecommendation item in answer.Items)
                {
                    double share = item.Shares.Where(s => s.Of == id).Sum(s => s.Amount);
                    Assert.Equal(item.Score - share, less.GetValueOrDefault((answer.Person, item.Community)));
                }
            }
        }
    }

    [Property(MaxTest = 40)]
    public void WhatBeginsAtTheMomentOrLater_DoesNotCount(ulong seed)
    {
        RecommendationWorld world = new(seed), later = new(seed);
        later.Memberships =
        [
            .. later.Memberships.Select(m => new MembershipPeriod(m.Community, m.Person, m.From, m.Until ?? Noon.AddDays(3))),
            new MembershipPeriod(new("c0"), new("p00"), Noon), new MembershipPeriod(new("new"), new("p01"), Noon.AddDays(9)),
        ];
        later.Communities = [.. later.Communities, new CommunityCandidate(new("new")) { Since = Noon }];

        Assert.Equal(world.All(), later.All());
    }

    [Property(MaxTest = 40)]
    public void TheCap_IsKept(ulong seed)
    {
        ValueList<CommunityRecommendations> all = new RecommendationWorld(seed).All(RecommendationModel.Default with { ExposureCap = 0.25 });

        Assert.All(all.SelectMany(a => a.Items).GroupBy(i => i.Community), g => Assert.True(g.Count() <= all.Count / 4));
    }

    [Property(MaxTest = 40)]
    public void CoMembers_AreAsCountedByHand(ulong seed)
    {
        RecommendationWorld world = new(seed);
        RecommendationModel model = RecommendationModel.Default with { Topics = 0, SocialProof = 0, Prior = 0, Goals = 0, Language = 0, Time = 0, CoMembers = 1, Relevance = 1, Exploration = 0 };
        Dictionary<PersonId, Dictionary<CommunityId, double>> belongs = world.Memberships.GroupBy(m => m.Person).ToDictionary(
            g => g.Key, g => g.GroupBy(m => m.Community).ToDictionary(c => c.Key, c => c.Any(m => m.Until is null) ? 1 : 0.3));
        foreach (CommunityRecommendations answer in world.All(model, top: 20))
        {
            Dictionary<CommunityId, double> expected = [];
            Dictionary<CommunityId, double> mine = belongs.GetValueOrDefault(answer.Person) ?? [];
            foreach (CommunityId own in mine.Where(m => m.Value == 1).Select(m => m.Key))
            {
                double size = belongs.Sum(b => b.Value.GetValueOrDefault(own)), rarity = 1 - (Math.Log(Math.Max(1, size)) / Math.Log(world.People.Length + 1));
                foreach ((_, Dictionary<CommunityId, double> theirs) in belongs.Where(b => b.Key != answer.Person && b.Value.ContainsKey(own)))
                {
                    foreach ((CommunityId other, double weight) in theirs.Where(t => t.Key != own))
                    {
                        expected[other] = expected.GetValueOrDefault(other) + (rarity * theirs[own] * weight / theirs.Values.Sum() / size);
                    }
                }
            }

            double most = expected.Values.DefaultIfEmpty(1).Max();
            KeyValuePair<CommunityId, double>[] open = [.. expected.Where(e => mine.GetValueOrDefault(e.Key) != 1)];
            Assert.Equal(open.Length, answer.Items.Count);
            Assert.All(open, e => Assert.Equal(e.Value / most, answer.Items.Single(i => i.Community == e.Key).Score, 1e-9));
        }
    }
}
