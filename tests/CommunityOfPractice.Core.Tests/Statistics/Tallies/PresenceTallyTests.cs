using CommunityOfPractice.Core.Statistics;
using FsCheck;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Statistics.Tallies;

[Properties(MaxTest = 300)]
public class PresenceTallyTests
{
    [Property]
    public void Law21_OneByOne_IsTheBatch(byte[] people, byte[] when, PositiveInt periods)
    {
        int count = 1 + (periods.Get % PresenceTally.MostPeriods);
        (int Person, int Period)[] acts = [.. people.Zip(when, (p, w) => (p % 6, w % count))];
        PresenceTally tally = new(count);
        HashSet<(int, int)> seen = [];
        foreach ((int person, int period) in acts)
        {
            Assert.Equal(seen.Add((person, period)), tally.Add(person, period));
        }

        Assert.Equal(Stickiness.Of(count, [.. acts.Select(a => a.Person)], [.. acts.Select(a => a.Period)]), tally.Stickiness());
        for (int period = 0; period < count; period++)
        {
            Assert.Equal(acts.Where(a => a.Period == period).Select(a => a.Person).Distinct().Count(), tally.Present[period]);
            int[] cohort = [.. acts.GroupBy(a => a.Person).Where(g => g.Min(a => a.Period) == period).Select(g => g.Key)];
            int[] expected = [.. Enumerable.Range(period, count - period).Select(p => cohort.Count(person => seen.Contains((person, p))))];
            Assert.Equal(expected, tally.Cohort(period));
        }

        Assert.Equal(acts.Select(a => a.Person).Distinct().Count(), tally.People);
    }

    [Property]
    public void Law22_TalliesOfParts_MergeToTheWhole_AndAddingTwiceIsOnce(byte[] people, byte[] when, byte[] parts)
    {
        PresenceTally whole = new(13), one = new(13), other = new(13);
        for (int i = 0; i < Math.Min(people.Length, when.Length); i++)
        {
            whole.Add(people[i], when[i] % 13);
            PresenceTally shard = parts.Length > 0 && parts[i % parts.Length] % 2 == 0 ? one : other;
            shard.Add(people[i], when[i] % 13);
        }

        PresenceTally left = PresenceTally.FromBytes(one.ToBytes());
        left.Merge(other);
        other.Merge(one);
        left.Merge(one);
        Assert.Equal(whole.ToBytes(), left.ToBytes());
        Assert.Equal(whole.ToBytes(), other.ToBytes());
        Assert.Equal(whole.Present.ToArray(), left.Present.ToArray());
    }

    [Fact]
    public void Misuse_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PresenceTally(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PresenceTally(65));
        PresenceTally tally = new(64);
        Assert.True(tally.Add(0, 63));
        Assert.Throws<ArgumentOutOfRangeException>(() => tally.Add(0, 64));
        Assert.Throws<ArgumentOutOfRangeException>(() => tally.Add(-1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => tally.Cohort(64));
        Assert.Throws<ArgumentException>(() => tally.Merge(new PresenceTally(63)));
        Assert.Equal(1, PresenceTally.FromBytes(tally.ToBytes()).Present[63]);
        Assert.Null(new PresenceTally(4).Stickiness());
    }
}
