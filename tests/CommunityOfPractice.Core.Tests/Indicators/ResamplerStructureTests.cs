using System.Globalization;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Indicators;

/// <summary>What a community looks like that was drawn: what stays of each act, who gives it, and where it hangs.</summary>
[Properties(Arbitrary = [typeof(SmallCommunities)], MaxTest = 60)]
public sealed class ResamplerStructureTests
{
    /// <summary>Everything but who gave it, to whom and in reply to what stays as it was, in the same order.</summary>
    [Property]
    public void Drawn_AnyCommunity_EachActIsACopyOfAnAct(SmallCommunity community, int seed)
    {
        Drawn drawn = new(community, seed);
        foreach ((Activity copy, int of) in drawn.Rows)
        {
            Activity original = drawn.Original(of);
            Assert.Equal(original with { Person = copy.Person, To = copy.To, InReplyTo = copy.InReplyTo }, copy);
            Assert.Equal(original.To.Count > 0, copy.To.Count > 0);
            Assert.Equal(original.InReplyTo is null, copy.InReplyTo is null);
        }

        Assert.Equal(drawn.Rows.Select(r => r.Of).Order(), drawn.Rows.Select(r => r.Of));
    }

    /// <summary>A conversation comes as often as whoever began it was drawn, and each copy of it is whole.</summary>
    [Property]
    public void Drawn_AnyCommunity_ConversationsComeAsOftenAsTheirBeginners(SmallCommunity community, int seed)
    {
        Drawn drawn = new(community, seed);
        for (int i = 0; i < drawn.Threads.Parent.Length; i++)
        {
            int root = drawn.Threads.Root[i], times = drawn.TimesOf(drawn.Threads.Author[root]);
            (Activity Row, int At)[] rows = [.. drawn.Rows.Index().Where(r => r.Item.Of == i).Select(r => (r.Item.Row, r.Index))];
            if (drawn.Threads.Parent[i] < 0)
            {
                Assert.Equal(times, rows.Length);
                Assert.Equal(Enumerable.Range(0, times), drawn.Threads.Author[i] < 0 ? [0] : rows.Select(r => Drawn.Copy(r.Row.Person)));
                continue;
            }

            int[] hanging = [.. rows.Select(r => drawn.ParentRow(r.At)).Where(p => p >= 0)];
            int first = drawn.Rows.FindIndex(r => r.Of == drawn.Threads.Parent[i]);
            Assert.Equal(Enumerable.Range(first, times), hanging);
            Assert.Equal(hanging.Length, rows.TakeWhile(r => drawn.ParentRow(r.At) >= 0).Count());
            Assert.InRange(rows.Length, times, Math.Max(times, drawn.TimesOf(drawn.Threads.Author[i])));
        }
    }

    /// <summary>Somebody of the same department, who had taken part by then; nobody replies to themselves who did not.</summary>
    [Property]
    public void Drawn_AnyCommunity_GiversAreLikeThoseWhoGave(SmallCommunity community, int seed)
    {
        Drawn drawn = new(community, seed);
        for (int at = 0; at < drawn.Rows.Count; at++)
        {
            (Activity row, int of) = drawn.Rows[at];
            int author = drawn.Threads.Author[of];
            if (author < 0)
            {
                Assert.StartsWith("bot ", row.Person.Text, StringComparison.Ordinal);
                continue;
            }

            int giver = drawn.PersonOf(row.Person);
            Assert.Equal(drawn.People.Department[author], drawn.People.Department[giver]);
            Assert.InRange(Drawn.Copy(row.Person), 0, Math.Max(1, drawn.TimesOf(giver)) - 1);
            int parent = drawn.Threads.Parent[of], hangs = drawn.ParentRow(at);
            if (giver != author)
            {
                Assert.True(drawn.FirstSeen(giver) <= drawn.Original(of).At);
            }

            if (hangs >= 0 && parent <= of && drawn.Threads.Author[parent] >= 0)
            {
                bool oneself = author == drawn.Threads.Author[parent];
                Assert.True(oneself == (row.Person == drawn.Rows[hangs].Row.Person) || (!oneself && row.Person.Text == $"{author}.0"));
            }
        }
    }

    /// <summary>Whoever was turned to is turned to when drawn, by one of their copies; somebody of their department where they were not.</summary>
    [Property]
    public void Drawn_AnyCommunity_PeopleTurnedToAreLikeThoseWhoWere(SmallCommunity community, int seed)
    {
        Drawn drawn = new(community, seed);
        foreach ((Activity row, int of) in drawn.Rows.Where(r => r.Row.To.Count > 0))
        {
            int[] before = [.. drawn.Evidence.History.Addressed(of).ToArray().Select(drawn.People.Find).Where(p => p >= 0)];
            int[] after = [.. row.To.Where(p => !p.Text.StartsWith("bot ", StringComparison.Ordinal)).Select(drawn.PersonOf)];
            Assert.Superset(after.Select(p => drawn.People.Department[p]).ToHashSet(), before.Select(p => drawn.People.Department[p]).ToHashSet());
            Assert.Subset(after.ToHashSet(), before.Where(p => drawn.TimesOf(p) > 0).ToHashSet());
            Assert.All(row.To.Where(p => !p.Text.StartsWith("bot ", StringComparison.Ordinal)), p => Assert.InRange(Drawn.Copy(p), 0, Math.Max(1, drawn.TimesOf(drawn.PersonOf(p))) - 1));
        }
    }

    /// <summary>Each membership comes as often as its holder, with its standing and why it ended; attributes come with the copy.</summary>
    [Property]
    public void Drawn_AnyCommunity_RosterAndAttributesComeWithTheirPeople(SmallCommunity community, int seed)
    {
        Drawn drawn = new(community, seed);
        Assert.Equal(drawn.Evidence.Roster is null, drawn.Result.Roster is null);
        string Word(MembershipPeriod p, int person) => $"{person} {p.From:O} {p.Until:O} {p.Role} {p.Status} {p.Reason}";
        Assert.Equal(
            drawn.People.Periods.SelectMany(p => Enumerable.Repeat(Word(p.Period, p.Person), drawn.TimesOf(p.Person))).Order(),
            (drawn.Result.Roster?.Periods ?? []).Select(p => Word(p, drawn.PersonOf(p.Person))).Order());
        foreach ((PersonId id, Person known) in drawn.Result.People)
        {
            Assert.Equal(drawn.Evidence.People[drawn.NameOf(drawn.PersonOf(id))].History, known.History);
            Assert.Equal(id, known.Id);
        }

        int expected = Enumerable.Range(0, drawn.People.Count).Where(p => drawn.Evidence.People.ContainsKey(drawn.NameOf(p))).Sum(drawn.TimesOf);
        Assert.Equal(expected, drawn.Result.People.Count);
    }

    /// <summary>As many are drawn as there are, facilitators among themselves.</summary>
    [Property]
    public void Drawn_AnyCommunity_AsManyAsThereAre(SmallCommunity community, int seed)
    {
        Drawn drawn = new(community, seed);
        Assert.Equal(drawn.People.Count, Enumerable.Range(0, drawn.People.Count).Sum(drawn.TimesOf));
        Assert.Equal(drawn.People.Strata[0].Length, drawn.People.Strata[0].Sum(drawn.TimesOf));
        Assert.Equal(Enumerable.Range(0, drawn.People.Count), drawn.People.Strata.SelectMany(s => s).Order());
        Assert.Equal(
            community.Roster?.Periods.Where(p => p.Role == Role.Facilitator && p.From < community.AsOf).Select(p => p.Person).Distinct().Order() ?? Enumerable.Empty<PersonId>(),
            drawn.People.Strata[0].Select(drawn.NameOf).Order());
    }

    [Fact]
    public void Members_on_leave_stay_on_leave()
    {
        SmallCommunity resting = Example.Posts(3, 2, 1).WithRoster([.. Enumerable.Range(0, 3).Select(i => Example.Member($"p{i}", -10)), .. Enumerable.Range(0, 3).Select(i => Example.Member($"p{i}", 5) with { Status = MembershipStatus.Paused })]);
        Assert.Empty(resting.Evidence.Population);
        Assert.Empty(new PeopleResampler(resting.Evidence).Draw(new(3)).Population);
    }

    /// <summary>A community in which each act has a name, and what was drawn from it.</summary>
    private sealed class Drawn
    {
        private readonly int[] times;

        public Drawn(SmallCommunity community, int seed)
        {
            SmallCommunity named = community with { Activities = community.Activities.Select((a, i) => a.Id is null ? a with { Id = new($"named {i}") } : a).ToValueList() };
            Evidence = named.Evidence;
            People = new(Evidence);
            Threads = Conversations.Of(Evidence);
            Result = new PeopleResampler(Evidence).Draw(new((ulong)seed));
            Dictionary<ActivityId, int> places = Enumerable.Range(0, Evidence.History.Count).ToDictionary(i => Evidence.History[i].Id!.Value);
            Rows = [.. Enumerable.Range(0, Result.History.Count).Select(j => Result.History[j]).Select(a => (a, places[a.Id!.Value]))];
            times = new int[People.Count];
            SplitMix64 random = new((ulong)seed);
            for (int stratum = 0; stratum < 2; stratum++)
            {
                int[] members = People.Strata[stratum];
                for (int place = 0; place < members.Length; place++)
                {
                    times[members[random.Split(stratum).Below(place, members.Length)]]++;
                }
            }
        }

        public HealthEvidence Evidence { get; }

        public HealthEvidence Result { get; }

        public ResampledPeople People { get; }

        public Conversations Threads { get; }

        public List<(Activity Row, int Of)> Rows { get; }

        public int TimesOf(int person) => person < 0 ? 1 : times[person];

        public Activity Original(int of) => Evidence.History[of];

        public int ParentRow(int at) => Result.History.Replies.IsEmpty || Result.History.Replies[at] < 0 ? -1 : Result.History.Replies[at] - Result.History.Start;

        public DateTimeOffset FirstSeen(int person) => Enumerable.Range(0, Evidence.History.Count).Where(i => Threads.Author[i] == person).Select(i => Evidence.History[i].At).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();

        public PersonId NameOf(int person) => person < Evidence.Actors.Count
            ? Evidence.History.Log.Person(Evidence.Actors.PersonOf(person))
            : Evidence.People.Keys.Concat(Evidence.Roster?.Periods.Select(p => p.Person) ?? []).Concat(Enumerable.Range(0, Evidence.History.Count).SelectMany(i => Evidence.History[i].To)).First(p => Is(p, person));

        public int PersonOf(PersonId copy) => int.Parse(copy.Text.Split('.')[0], CultureInfo.InvariantCulture);

        public static int Copy(PersonId copy) => int.Parse(copy.Text.Split('.')[1], CultureInfo.InvariantCulture);

        /// <summary>Whether somebody who never acted has a number: by their memberships, or because somebody turned to them.</summary>
        private bool Is(PersonId name, int person) => People.Periods.Any(p => p.Person == person && p.Period.Person == name)
            || (Evidence.History.Log.NumberOf(name) is { } number && People.Find(number) == person);
    }
}
