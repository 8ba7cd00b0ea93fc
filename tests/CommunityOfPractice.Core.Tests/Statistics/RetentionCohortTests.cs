using CommunityOfPractice.Core.Statistics;
using FsCheck;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Statistics;

public class RetentionCohortTests
{
    [Property]
    public void EachDefinition_CountsAsItSays(byte[] acts, int seed)
    {
        Case sample = new(acts, seed);
        RetentionCohort cohort = sample.Cohort;
        for (int from = 0; from < 14; from++)
        {
            Assert.Equal(sample.Naive(from, from, from), cohort.Exact(from));
            Assert.Equal(sample.Naive(from, from + 4, from + 4), cohort.Bracket(from, from + 4));
            Assert.Equal(sample.Naive(from, int.MaxValue, from), cohort.Unbounded(from));
            Assert.Equal(sample.Naive(from, int.MaxValue, from + 3), cohort.Unbounded(from, from + 3));
        }
    }

    [Property]
    public void Law16_Unbounded_NeverRisesOverAFixedCohort(byte[] acts, int seed)
    {
        RetentionCohort cohort = new Case(acts, seed).Cohort;
        int before = cohort.Unbounded(0, 9).Retained;
        for (int day = 1; day <= 9; day++)
        {
            Retention found = cohort.Unbounded(day, 9);
            Assert.InRange(found.Retained, 0, before);
            Assert.Equal(cohort.Unbounded(0, 9).Complete, found.Complete);
            before = found.Retained;
        }
    }

    [Property]
    public void Law16_DenominatorsOfCompleteBrackets_NeverShrinkAsTimePasses(byte[] acts, int seed, PositiveInt later)
    {
        Case now = new(acts, seed);
        Case then = now with { More = later.Get % 10 };
        for (int until = 0; until < 14; until++)
        {
            Assert.True(then.Cohort.Bracket(0, until).Complete >= now.Cohort.Bracket(0, until).Complete);
        }
    }

    [Property]
    public void Law1_TheOrderOfActs_DoesNotShow(byte[] acts, int seed) =>
        Assert.Equal(new Case(acts, seed).Cohort.Bracket(2, 7), new Case([.. acts.Reverse()], seed).Cohort.Bracket(2, 7));

    [Fact]
    public void Examples()
    {
        RetentionCohort cohort = RetentionCohort.Of([40, 5], [0, 1], [10, 2]);
        Assert.Equal(2, cohort.Count);
        Assert.Equal(new Retention(1, 1, 1), cohort.Bracket(8, 30));
        Assert.Equal(1, cohort.Bracket(8, 30).Share);
        Assert.Null(cohort.Bracket(31, 90).Share);
        Assert.Equal(0, RetentionCohort.Of([], [], []).Bracket(1, 7).Complete);
    }

    [Fact]
    public void ActivityBeforeJoining_OrAfterTheWatchedDays_IsLeftOut()
    {
        RetentionCohort cohort = RetentionCohort.Of([5, -1], [0, 0, 0, 1], [-1, 5, 6, 0]);
        Assert.Equal(new Retention(1, 1, 1), cohort.Unbounded(0));
        Assert.Equal(new Retention(1, 1, 1), cohort.Exact(5));
        Assert.Equal(new Retention(0, 1, 1), cohort.Bracket(0, 4));
    }

    [Fact]
    public void Misuse_Throws()
    {
        RetentionCohort cohort = RetentionCohort.Of([5], [], []);
        Assert.Throws<ArgumentException>(() => RetentionCohort.Of([5], [0], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => RetentionCohort.Of([5], [1], [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => RetentionCohort.Of([5], [-1], [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => RetentionCohort.Of([-2], [], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => cohort.Exact(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => cohort.Bracket(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => cohort.Unbounded(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => cohort.Unbounded(3, 2));
    }

    /// <summary>Four people, watched for up to 15 days, and an act for each byte.</summary>
    private sealed record Case(byte[] Acts, int Seed)
    {
        public int More { get; init; }

        public int[] Watched
        {
            get
            {
                Random random = new(Seed);
                return [.. Enumerable.Range(0, 4).Select(_ => random.Next(-1, 16) + More)];
            }
        }

        public int[] People => [.. Acts.Select(act => act % 4)];

        public int[] Days => [.. Acts.Select(act => (act / 4 % 20) - 2)];

        public RetentionCohort Cohort => RetentionCohort.Of(Watched, People, Days);

        public Retention Naive(int from, int until, int needed)
        {
            int[] watched = Watched, people = People, days = Days;
            int[] complete = [.. Enumerable.Range(0, 4).Where(person => watched[person] >= needed)];
            int retained = complete.Count(person => days.Where((day, i) => people[i] == person && day >= 0 && day <= watched[person] && day >= from && day <= until).Any());
            return new(retained, complete.Length, 4 - complete.Length);
        }
    }
}
