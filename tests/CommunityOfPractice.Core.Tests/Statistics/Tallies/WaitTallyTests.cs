using CommunityOfPractice.Core.Statistics;
using FsCheck;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Statistics.Tallies;

[Properties(MaxTest = 300)]
public class WaitTallyTests
{
    [Property]
    public void Law21_AnyOrder_IsTheBatch(byte[] asked, byte[] gaps, byte now, int seed)
    {
        List<Action<WaitTally>> messages = [];
        List<double> waits = [];
        List<bool> observed = [];
        for (int q = 0; q < asked.Length; q++)
        {
            int question = q, at = asked[q], wait = gaps.Length == 0 ? 255 : gaps[q % gaps.Length];
            messages.Add(t => t.Ask(question, at));
            if (wait % 3 != 0)
            {
                messages.Add(t => t.Answer(question, at + wait));
                messages.Add(t => t.Answer(question, at + wait + 7));
            }

            if (at < now)
            {
                bool seen = wait % 3 != 0 && at + wait < now;
                waits.Add((seen ? wait : now - at) / 4.0);
                observed.Add(seen);
            }
        }

        WaitTally tally = new(), one = new(), other = new();
        Random random = new(seed);
        foreach (Action<WaitTally> message in messages.OrderBy(_ => random.Next()))
        {
            message(tally);
            message(random.Next(2) == 0 ? one : other);
        }

        SurvivalCurve? expected = SurvivalCurve.KaplanMeier([.. waits], [.. observed]), curve = tally.Curve(now, 4);
        Assert.Equal(expected?.Observations, curve?.Observations);
        Assert.Equal(expected?.Steps.ToArray() ?? [], curve?.Steps.ToArray() ?? []);
        Assert.Equal(expected?.LastTime, curve?.LastTime);

        one.Merge(other); // Law22
        Assert.Equal(tally.ToBytes(), one.ToBytes());
        Assert.Equal(tally.ToBytes(), WaitTally.FromBytes(tally.ToBytes()).ToBytes());
    }

    [Fact]
    public void AnAnswerDatedBeforeItsQuestion_CountsAsGivenAtOnce()
    {
        WaitTally tally = new();
        tally.Answer(0, 5);
        Assert.Null(tally.Curve(100, 1));
        tally.Ask(0, 9);
        SurvivalCurve curve = tally.Curve(100, 1)!;
        Assert.Equal(0, curve.Median);
        Assert.Equal(1, curve.Events);
    }

    [Fact]
    public void Misuse_Throws()
    {
        WaitTally tally = new();
        Assert.Throws<ArgumentOutOfRangeException>(() => tally.Ask(-1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => tally.Ask(0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => tally.Answer(0, long.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => tally.Curve(1, 0));
        Assert.Null(tally.Curve(1, 1));
    }
}
