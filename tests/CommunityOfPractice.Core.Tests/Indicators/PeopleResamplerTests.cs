using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Indicators;

[Properties(Arbitrary = [typeof(SmallCommunities)], MaxTest = 100)]
public sealed class PeopleResamplerTests
{
    [Property, Trait("Law", "19")]
    public void Draw_AnyCommunity_CanBeReadByEveryIndicator(SmallCommunity community, int seed)
    {
        HealthEvidence drawn = new PeopleResampler(community.Evidence).Draw(new((ulong)seed));
        foreach (Reading reading in StandardIndicators.All.Select(i => i.Read(drawn)))
        {
            Assert.True(double.IsFinite(reading.Measurement.Amount ?? 0));
        }

        for (int i = 0; i < drawn.History.Count; i++)
        {
            Assert.NotNull(drawn.History[i]);
        }
    }

    [Property, Trait("Law", "24")]
    public void Law24_TheSameSeed_DrawsTheSame(SmallCommunity community, int seed)
    {
        PeopleResampler resampler = new(community.Evidence);
        ValueList<Reading> first = Readings(resampler.Draw(new((ulong)seed)));
        _ = resampler.Draw(new(7));
        Assert.Equal(first, Readings(resampler.Draw(new((ulong)seed))));
        Assert.Equal(first, Readings(new PeopleResampler(community.Shuffled(seed).Evidence).Draw(new((ulong)seed))));
    }

    [Property]
    public void Draw_Facilitators_KeepTheirNumber(SmallCommunity community, int seed)
    {
        HealthEvidence now = community.Evidence, drawn = new PeopleResampler(now).Draw(new((ulong)seed));
        int Ever(HealthEvidence e) => e.Roster?.Periods.Where(p => p.Role == Role.Facilitator && p.From < e.AsOf).Select(p => p.Person).Distinct().Count() ?? 0;
        Assert.Equal(Ever(now), Ever(drawn));
        Assert.Equal(now.FacilitatorsKnown, drawn.FacilitatorsKnown);
    }

    /// <summary>A question is drawn with its asker and keeps its fate, so that the share answered neither rises nor falls on average.</summary>
    [Fact]
    public void Draw_Questions_KeepTheirFate()
    {
        SmallCommunity community = Example.Of(Enumerable.Range(0, 60).SelectMany(i => i % 3 == 0
            ? [Example.Did($"p{i}", Act.Ask, i, $"q{i}")]
            : new[] { Example.Did($"p{i}", Act.Ask, i, $"q{i}"), Example.Did($"p{(i * 7 + 1) % 60}", Act.Answer, i + 0.5, $"r{i}", $"q{i}") }));
        PeopleResampler resampler = new(community.Evidence);
        double[] shares = [.. Enumerable.Range(0, 400).Select(d => new AnsweredInTime().Read(resampler.Draw(new SplitMix64(1).Split(d))).Measurement.Amount!.Value)];
        double share = new AnsweredInTime().Read(community.Evidence).Measurement.Amount!.Value, binomial = Math.Sqrt(share * (1 - share) / 60);
        double mean = shares.Average(), deviation = Math.Sqrt(shares.Average(s => (s - mean) * (s - mean)));
        Assert.Equal(share, mean, 0.015);
        Assert.InRange(deviation, 0.85 * binomial, 1.2 * binomial);
    }

    /// <summary>With everything in one department or another, ties cross departments as they did, on average.</summary>
    [Fact]
    public void Draw_Ties_CrossDepartmentsAsTheyDid()
    {
        Random random = new(5);
        List<Activity> all = [];
        for (int i = 0; i < 300; i++)
        {
            int asker = random.Next(60), helper = random.Next(8) > 0 ? (asker + (2 * random.Next(1, 29))) % 60 : (asker + (2 * random.Next(0, 29)) + 1) % 60;
            all.Add(Example.Did($"p{asker}", Act.Ask, i * 0.29, $"q{i}"));
            all.Add(Example.Did($"p{helper}", Act.Answer, (i * 0.29) + 0.1, $"r{i}", $"q{i}"));
        }

        SmallCommunity community = Example.Of(all) with { People = [.. Enumerable.Range(0, 60).Select(i => new Core.People.Person(new($"p{i}"), [new() { Department = i % 2 == 0 ? "even" : "odd" }]))] };
        PeopleResampler resampler = new(community.Evidence);
        double mean = Enumerable.Range(0, 200).Average(d => new CrossDepartmentTies().Read(resampler.Draw(new SplitMix64(1).Split(d))).Measurement.Amount!.Value);
        double found = new CrossDepartmentTies().Read(community.Evidence).Measurement.Amount!.Value;
        Assert.True(found < -0.4);
        Assert.Equal(found, mean, 0.08);
        double isolates = Enumerable.Range(0, 200).Average(d => new Isolates().Read(resampler.Draw(new SplitMix64(2).Split(d))).Measurement.Amount!.Value);
        Assert.InRange(isolates, 0, 0.02);
    }

    private static ValueList<Reading> Readings(HealthEvidence evidence) => StandardIndicators.All.Select(i => i.Read(evidence)).ToValueList();
}
