using CommunityOfPractice.Core.Statistics;
using FsCheck;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Statistics;

/// <summary>Counts of who takes part how: profile, growth, stickiness, ladder.</summary>
[Properties(Arbitrary = [typeof(Samples)], MaxTest = 300)]
public class ParticipationTests
{
    [Property]
    public void Profile_CountsEverybodyOnce(Counts counts, PositiveInt bound)
    {
        int many = (bound.Get % 9) + 1;
        ParticipationProfile profile = ParticipationProfile.Of<long>(counts.Values, many);
        Assert.Equal(counts.Values.Count(count => count == 0), profile.Silent);
        Assert.Equal(counts.Values.Count(count => count > 0 && count < many), profile.Some);
        Assert.Equal(counts.Values.Count(count => count >= many), profile.Many);
    }

    [Fact]
    public void Profile_ByDefault_CallsFiveMany()
    {
        Assert.Equal(new ParticipationProfile(2, 2, 1), ParticipationProfile.Of([0, 0, 1, 4, 5]));
        Assert.Equal(default, ParticipationProfile.Of<int>([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ParticipationProfile.Of([-1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ParticipationProfile.Of([1], 0));
    }

    [Fact]
    public void Growth_IsAShareOfTheStart()
    {
        Assert.Equal(0.1, NetGrowth.Of(6, 4, 20));
        Assert.Equal(-1, NetGrowth.Of(0, 3, 3));
        Assert.Equal(-(double)int.MaxValue, NetGrowth.Of(0, int.MaxValue, 1));
        Assert.Null(NetGrowth.Of(3, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => NetGrowth.Of(-1, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => NetGrowth.Of(0, -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => NetGrowth.Of(0, 0, -1));
    }

    [Property]
    public void Law16_Stickiness_LiesBetweenOneInAllPeriodsAndOne(byte[] acts, PositiveInt some)
    {
        int periods = (some.Get % 28) + 1;
        int[] people = [.. acts.Select(act => act % 5)];
        int[] when = [.. acts.Select(act => act / 5 % periods)];
        double? expected = acts.Length == 0
            ? null
            : Enumerable.Range(0, periods).Average(period => people.Where((_, i) => when[i] == period).Distinct().Count()) / people.Distinct().Count();
        double? found = Stickiness.Of(periods, people, when);
        Assert.Equal(expected is null, found is null);
        Assert.Equal(expected ?? 0, found ?? 0, 1e-14);
        Assert.InRange(found ?? 1, 1.0 / periods, 1);
        Assert.Equal(found, Stickiness.Of(periods, [.. people.Reverse()], [.. when.Reverse()]));
    }

    [Fact]
    public void Stickiness_Examples()
    {
        Assert.Equal(0.625, Stickiness.Of(4, [1, 1, 1, 1, 2], [0, 1, 2, 3, 3]));
        Assert.Null(Stickiness.Of(4, [], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => Stickiness.Of(0, [], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => Stickiness.Of(4, [1], [4]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Stickiness.Of(4, [1], [-1]));
        Assert.Throws<ArgumentException>(() => Stickiness.Of(4, [1], []));
    }

    [Fact]
    public void Ladder_AgreesWithTheOrbitModel()
    {
        int[] before = [17, 8, 4, 1], after = [15, 9, 5, 1];
        Assert.Equal(441, LadderMomentum.Weighted(before, LadderMomentum.OrbitWeights));
        Assert.Equal(504, LadderMomentum.Weighted(after, LadderMomentum.OrbitWeights));
        Assert.Equal(2.1, LadderMomentum.PerMember(before, after, LadderMomentum.OrbitWeights));
        Assert.Null(LadderMomentum.PerMember(before, [0, 0, 0, 0], LadderMomentum.OrbitWeights));
        Assert.Throws<ArgumentException>(() => LadderMomentum.Weighted([1], LadderMomentum.OrbitWeights));
        Assert.Throws<ArgumentOutOfRangeException>(() => LadderMomentum.Weighted([1, -1, 0, 0], LadderMomentum.OrbitWeights));
    }

    [Property]
    public void Ladder_CountsWhoMoved(byte[] moves)
    {
        int[] before = [.. moves.Select(move => move % 4)];
        int[] after = [.. moves.Select(move => move / 4 % 4)];
        LadderMomentum all = LadderMomentum.Of(before, after);
        Assert.Equal(before.Zip(after).Count(pair => pair.First < pair.Second), all.Up);
        Assert.Equal(before.Zip(after).Count(pair => pair.First > pair.Second), all.Down);
        Assert.Equal(moves.Length, all.Up + all.Held + all.Down);
        Assert.Equal(moves.Length == 0 ? null : (double)all.Up / moves.Length, all.UpRate);
        Assert.Equal(moves.Length == 0 ? null : (double)all.Down / moves.Length, all.DownRate);
        LadderMomentum[] rungs = [.. Enumerable.Range(0, 4).Select(level => LadderMomentum.Of(before, after, level))];
        Assert.Equal(all, new LadderMomentum(rungs.Sum(rung => rung.Up), rungs.Sum(rung => rung.Held), rungs.Sum(rung => rung.Down)));
        Assert.Equal(0, rungs[0].Down);
    }

    [Fact]
    public void Ladder_NeedsBothMoments() => Assert.Throws<ArgumentException>(() => LadderMomentum.Of([1, 2], [1]));
}
