using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Matching;

public sealed class RecommendationTests
{
    private static readonly DateTimeOffset Noon = RecommendationWorld.Noon;
    private static readonly PersonId Ada = new("ada");

    [Fact]
    public void Synonyms_AreOneTopic()
    {
        TopicVocabulary vocabulary = TopicVocabulary.Create([new Topic(new("testing"), "Testing", ["QA"])]).OrThrow();
        CommunityCandidate[] communities = [Of("testers", "testing"), Of("cooks", "cooking")];
        CommunitySeeker seeker = new(Ada) { Interests = [new(new("qa"), 1)] };

        CommunityRecommendation found = Assert.Single(new CommunityRecommender(CommunityEvidence.Of(communities, [seeker], [], Noon, vocabulary)).For(Ada).Items);
        Assert.Equal("testers", found.Community.Text);
        Assert.Equal("It is about 'testing', as are your interests or your communities.", found.Reasons[0].Text);
    }

    [Fact]
    public void ACommunityOfEverybody_TellsNextToNothing_ButIsStillRecommended()
    {
        PersonId[] staff = [Ada, .. Enumerable.Range(0, 29).Select(i => new PersonId($"p{i:00}"))];
        MembershipPeriod[] teams = [.. In("a", Ada, staff[1], staff[2]), .. In("b", staff[1], staff[2]), .. In("popular", staff[3..20])];
        Assert.Equal(["b", "popular"], Ranked([.. teams, .. In("everybody", staff)])); // 17 of 30 say popular, 2 of 3 say b
        Assert.Equal(["b", "everybody"], Ranked([.. teams, .. In("everybody", staff[1..])])[..2]);

        static IEnumerable<MembershipPeriod> In(string community, params PersonId[] people) => people.Select(p => new MembershipPeriod(new(community), p, Noon.AddDays(-9)));

        static string[] Ranked(MembershipPeriod[] memberships) =>
        [
            .. new CommunityRecommender(CommunityEvidence.Of([.. memberships.Select(m => m.Community).Distinct().Select(c => new CommunityCandidate(c))], [], memberships, Noon), RecommendationModel.Default with { Prior = 0 })
                .For(Ada).Items.Select(i => i.Community.Text),
        ];
    }

    [Fact]
    public void WhatIsRuledOut_IsSaid_AndDormantOnesWaitForRevival()
    {
        CommunityCandidate[] communities =
        [
            Of("closed", "x") with { Status = CommunityStatus.Closed }, Of("invitation", "x") with { Admission = JoinPolicy.ByInvitation }, Of("asked", "x"), Of("declined", "x"), Of("dormant", "x") with { Status = CommunityStatus.Dormant }, Of("open", "x"),
        ];
        CommunitySeeker seeker = new(Ada) { Interests = [new(new("x"), 1)], UnderWay = [new("asked")], Declined = [new(new("declined"), Noon.AddDays(-1))] };
        CommunityRecommendations answer = new CommunityRecommender(CommunityEvidence.Of(communities, [seeker], [], Noon)).For(Ada);

        Assert.Equal(["open"], answer.Items.Select(i => i.Community.Text));
        Assert.Equal(["dormant"], answer.Revivals.Select(i => i.Community.Text));
        Assert.Equal(
            ["asked recommendation.under-way", "closed recommendation.ended", "declined recommendation.declined", "invitation recommendation.by-invitation"],
            answer.Excluded.Select(e => $"{e.Community} {e.Reason.Code}"));
        Assert.Equal("They declined it; it is not recommended until 2024-06-30.", answer.Excluded[2].Reason.Text);
    }

    [Theory]
    [InlineData(1, 29, false)]
    [InlineData(1, 30, true)]
    [InlineData(2, 59, false)]
    [InlineData(2, 60, true)]
    [InlineData(3, 119, false)]
    [InlineData(3, 120, true)]
    [InlineData(9, 729, false)]
    [InlineData(9, 730, true)]
    public void EachDecline_DoublesTheCoolOff(int times, int daysAgo, bool again)
    {
        CommunitySeeker seeker = new(Ada)
        {
            Interests = [new(new("x"), 1)],
            Declined = Enumerable.Range(0, times).Select(i => new DeclinedCommunity(new("c"), Noon.AddDays(-daysAgo - i))).ToValueList(),
        };

        Assert.Equal(again, new CommunityRecommender(CommunityEvidence.Of([Of("c", "x")], [seeker], [], Noon)).For(Ada).Items.Count == 1);
    }

    [Fact]
    public void SomebodyNew_GetsWhatTheirDepartmentBelongsTo_AndOneByLot()
    {
        CommunityCandidate[] communities = [.. Enumerable.Range(0, 12).Select(i => Of($"c{i:00}", $"t{i}"))];
        CommunitySeeker[] people = [new(Ada) { Department = "law" }, .. Enumerable.Range(0, 30).Select(i => new CommunitySeeker(new($"p{i}")) { Department = i < 10 ? "law" : "it" })];
        MembershipPeriod[] memberships = [.. Enumerable.Range(0, 30).Select(i => new MembershipPeriod(new(i < 10 ? "c03" : i < 12 ? "c04" : "c05"), new($"p{i}"), Noon.AddDays(-9)))];
        CommunityRecommender recommender = new(CommunityEvidence.Of(communities, people, memberships, Noon));
        ValueList<CommunityRecommendation> items = recommender.For(Ada, 3, seed: 1).Items;

        Assert.Equal("c03", items[0].Community.Text);
        Assert.Equal([false, false, true], items.Select(i => i.IsExploration));
        Assert.True(Enumerable.Range(0, 20).Select(s => recommender.For(Ada, 3, (ulong)s).Items[2].Community).Distinct().Count() > 3);
        Assert.Equal(items, recommender.For(Ada, 3, seed: 1).Items);
    }

    [Fact]
    public void PeopleFromOtherDepartments_Count_ThoseOfOnesOwnDoNot()
    {
        CommunityCandidate[] communities = [Of("own", "a"), Of("diverse", "b"), Of("same", "c"), Of("hidden", "d") with { ShowsMembers = false }];
        CommunitySeeker[] people = [Person("ada", "law"), Person("bo", "it"), Person("cem", "hr"), Person("dan", "law")];
        MembershipPeriod[] memberships =
        [
            .. people.Select(p => In("own", p.Person)), In("diverse", new("bo")), In("diverse", new("cem")), In("same", new("dan")), In("hidden", new("bo")), In("hidden", new("cem")),
        ];
        CommunityRecommendations answer = new CommunityRecommender(CommunityEvidence.Of(communities, people, memberships, Noon)).For(Ada);

        Assert.Equal(["diverse"], answer.Items.Where(i => i.Shares.Any(s => s.Of == "social-proof")).Select(i => i.Community.Text));
        Assert.Equal(0.12 / 3, answer.Items.Single(i => i.Community.Text == "diverse").Shares.Single(s => s.Of == "social-proof").Amount, 1e-9); // proof ½ + ½ = 1, 1/(1 + 2)

        static CommunitySeeker Person(string id, string department) => new(new(id)) { Department = department };
    }

    [Fact]
    public void RulesAndCriteriaOfTheHost_TakePart()
    {
        CommunityCandidate[] communities = [Of("aa", "x"), Of("ab", "x"), Of("b", "x")];
        CommunityRecommender recommender = new(CommunityEvidence.Of(communities, [], [], Noon), null, [new NoB()], [new(new Longer(), 2)]);
        CommunityRecommendations answer = recommender.For(Ada);

        Assert.Contains(answer.Items, i => i.Community.Text == "ab" && i.Score == 2 && i.Reasons is [{ Code: "recommendation.host.last", Text: "It ends in b." }]);
        Assert.Equal(["b host.no-b"], answer.Excluded.Select(e => $"{e.Community} {e.Reason.Code}"));
        Assert.Throws<ArgumentException>(() => new CommunityRecommender(CommunityEvidence.Of([], [], [], Noon), null, [new NoB(), new NoB()]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CommunityRecommender(CommunityEvidence.Of([], [], [], Noon), null, null, [new(new Longer(), -1)]));
        Assert.Throws<ArgumentException>(() => new CommunityRecommender(CommunityEvidence.Of([], [], [], Noon), RecommendationModel.Default with { Relevance = 2 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => recommender.For(Ada, 0));
    }

    [Fact]
    public void WordsOfANameInParts_HaveTheirBeginnings()
    {
        Assert.Equal(["apps", "leads", "org", "sig", "sig-apps", "sig-apps-leads"], TopicWords.Of("org/sig-apps-leads").Select(t => t.Topic.Text));
        Assert.Equal(1 + Math.Log(2), TopicWords.Of("Sig Apps", "apps!").Single(t => t.Topic.Text == "apps").Weight, 1e-12);
        Assert.Empty(TopicWords.Of("", "- –"));
    }

    private static CommunityCandidate Of(string id, string topic) => new(new(id)) { Topics = [new(new(topic), 1)] };

    private static MembershipPeriod In(string community, PersonId person) => new(new(community), person, Noon.AddDays(-30));

    /// <summary>Where nearly nobody belongs, the reason does not speak of many.</summary>
    [Fact]
    public void Reasons_DoNotSayMany_WhereThereAreFew()
    {
        List<MembershipPeriod> known = [.. Enumerable.Range(0, 40).Select(i => new MembershipPeriod(new("large"), new($"p{i}"), Noon.AddDays(-9)))];
        known.Add(new(new("small"), new("p0"), Noon.AddDays(-9)));
        CommunityRecommendations found = new CommunityRecommender(CommunityEvidence.Of([new(new("large")), new(new("small"))], [], known, Noon)).For(new("new"), 2);

        Assert.Equal("It is widespread in the organisation.", found.Items.Single(i => i.Community.Text == "large").Reasons[0].Text);
        Assert.Equal("A few in the organisation belong to it.", found.Items.Single(i => i.Community.Text == "small").Reasons[0].Text);
    }

    private sealed class NoB : IMatchRule<CommunitySeeker, CommunityCandidate>
    {
        public string Id => "host.no-b";

        public bool IsPrivate => false;

        public Reason? Forbids(CommunitySeeker seeker, CommunityCandidate candidate) => candidate.Community.Text == "b" ? new("host.no-b", "No.") : null;
    }

    private sealed class Longer : IMatchCriterion<CommunitySeeker, CommunityCandidate>
    {
        public string Id => "host.last";

        public string Name => "Ends in b";

        public double? Fit(CommunitySeeker seeker, CommunityCandidate candidate) => candidate.Community.Text == "ab" ? 1 : null;

        public string Because(CommunitySeeker seeker, CommunityCandidate candidate) => "It ends in b.";
    }
}
