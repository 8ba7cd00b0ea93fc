using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Tests.Constitution;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;
using static CommunityOfPractice.Core.Tests.Practices.Workshop;

namespace CommunityOfPractice.Core.Tests.Practices;

public sealed class StoryTests
{
    [Fact]
    public void Publish_NeedsEverybodyWhomItNames()
    {
        CommunityRecord record = Of("a");
        record.By(Cem, Tell(record, Story, Bo, Dee));
        PublishStory publish = new(record.Id, Story);

        Assert.Equal(["story.no-consent", "story.no-consent", "story.no-consent"], record.Refused(publish, Actor.Of(Cem)));
        Assert.Equal(["consent.not-own-act"], record.Refused(new ConsentToStory(record.Id, Story, Dee, 1), World.Host));
        Assert.Equal(["story.not-named"], record.Refused(new ConsentToStory(record.Id, Story, Ana, 1), Actor.Of(Ana)));
        foreach (PersonId person in (PersonId[])[Bo, Cem, Dee])
        {
            Assert.Contains("story.no-consent", record.Refused(publish, Actor.Of(Ana)));
            record.By(person, new ConsentToStory(record.Id, Story, person, 1));
        }

        Assert.Equal(["story.not-publisher"], record.Refused(publish, Actor.Of(Dee)));
        record.By(Ana, publish);
        Assert.Equal((StoryStatus.Published, Now), (record.The(Story).Status, record.The(Story).PublishedOn));
        record.By(Dee, new WithdrawStoryConsent(record.Id, Story, Dee));
        Assert.Equal((StoryStatus.Draft, null), (record.The(Story).Status, record.The(Story).PublishedOn));
        Assert.Equal([Dee], record.The(Story).MissingConsents);
    }

    [Fact]
    public void Revise_AsksEverybodyAnew()
    {
        CommunityRecord record = Of("a");
        record.By(Cem, Tell(record, Story));
        record.By(Cem, new ConsentToStory(record.Id, Story, Cem, 1));
        record.By(Cem, new PublishStory(record.Id, Story));
        Assert.Equal(["actor.not-own-act"], record.Refused(new ReviseStory(record.Id, Story, "Better", record.The(Story).Claims), Actor.Of(Ana)));
        record.By(Cem, new ReviseStory(record.Id, Story, "Better", [new(ValueCycle.Realised, "Half the time.") { Contributors = [Bo, Bo] }]));

        Assert.Equal((StoryStatus.Draft, 2, 1), (record.The(Story).Status, record.The(Story).Revision, record.The(Story).Claims.Count));
        Assert.Equal([Bo, Cem], record.The(Story).MissingConsents);
        Assert.Equal(["story.revised"], record.Refused(new ConsentToStory(record.Id, Story, Bo, 1), Actor.Of(Bo)));
        record.By(Cem, new WithdrawStory(record.Id, Story, "No."));
        Assert.Equal(["story.withdrawn"], record.Refused(new ConsentToStory(record.Id, Story, Bo, 2), Actor.Of(Bo)));
        Assert.Equal(["story.not-draft", "story.no-consent", "story.no-consent"], record.Refused(new PublishStory(record.Id, Story), Actor.Of(Cem)));
    }

    [Theory, Trait("Law", "35")]
    [InlineData(Visibility.Private, Visibility.Listed, StoryStatus.Draft)]
    [InlineData(Visibility.Private, Visibility.Public, StoryStatus.Draft)]
    [InlineData(Visibility.Listed, Visibility.Public, StoryStatus.Draft)]
    [InlineData(Visibility.Public, Visibility.Private, StoryStatus.Published)]
    [InlineData(Visibility.Private, Visibility.Private, StoryStatus.Published)]
    public void Visibility_SetWider_AsksEverybodyAnew(Visibility before, Visibility after, StoryStatus status)
    {
        CommunityRecord record = Of("a");
        record.Must(new SetVisibility(record.Id, before, MemberListVisibility.Members), Now);
        foreach (StoryId story in (StoryId[])[Story, new("draft")])
        {
            record.By(Cem, Tell(record, story, Bo));
            record.By(Cem, new ConsentToStory(record.Id, story, Cem, 1));
        }

        record.By(Bo, new ConsentToStory(record.Id, Story, Bo, 1));
        record.By(Cem, new PublishStory(record.Id, Story));
        record.Must(new SetVisibility(record.Id, after, MemberListVisibility.Members), Now);
        Assert.Equal((status, StoryStatus.Draft), (record.The(Story).Status, record.The(new StoryId("draft")).Status));
        Assert.Equal(status == StoryStatus.Draft ? [Bo, Cem] : [], record.The(Story).MissingConsents);
        Assert.Equal(status == StoryStatus.Draft ? [Bo, Cem] : [Bo], record.The(new StoryId("draft")).MissingConsents);
    }

    [Fact]
    public void AnErasedContributor_IsAskedNoLonger_AlsoAfterAMove()
    {
        CommunityRecord record = Of("a"), other = Of("b");
        PersonId gone = new("gone-1");
        record.Put(new StoryTold(Story, Cem, "It helped", [], []), new StoryClaimed(Story, Cem, new(ValueCycle.Applied, "") { Contributors = [gone] }), new MemberErased(gone, []));
        record.By(Cem, new ConsentToStory(record.Id, Story, Cem, 1));
        Assert.Empty(record.Refused(new PublishStory(record.Id, Story), Actor.Of(Cem)));
        Assert.Equal(record.The(Story), CommunityRecord.Restore(record.ToSnapshot()).The(Story));
        Merge(record, other, Now);
        Assert.Equal([gone], other.The(Story).Erased);
        Assert.Empty(other.Refused(new PublishStory(other.Id, Story), Actor.Of(Cem)));
    }

    [Fact]
    public void AnErasedTeller_AFacilitatorWithdrawsTheStory()
    {
        CommunityRecord record = Of("a");
        PersonId gone = new("gone-1");
        record.Put(new StoryTold(Story, gone, "", [], []), new StoryClaimed(Story, gone, new(ValueCycle.Applied, "")), new MemberErased(gone, []));
        Assert.Empty(record.The(Story).MissingConsents);
        Assert.Equal(["story.not-publisher"], record.Refused(new WithdrawStory(record.Id, Story, "Empty."), Actor.Of(Cem)));
        Assert.Empty(record.Refused(new WithdrawStory(record.Id, Story, "Empty."), Actor.Of(Ana)));
    }

    [Fact]
    public void WhoWasBlocked_WritesNothingMore_ButTakesBackTheirOwnConsent()
    {
        CommunityRecord record = Of("a");
        record.By(Bo, Publish(record, Board));
        record.By(Cem, new AskQuestion(record.Id, new("q"), "How?", "", []));
        record.By(Cem, Tell(record, Story));
        record.By(Cem, new ConsentToStory(record.Id, Story, Cem, 1));
        record.By(Ana, new BlockPerson(record.Id, Cem, "Insults."));
        Command[] writing =
        [
            Tell(record, new("other")), new ReviseStory(record.Id, Story, "Worse", record.The(Story).Claims), new RecordUse(record.Id, Board, Cem),
            new EscalateQuestion(record.Id, new("q"), EscalationTarget.Facilitators), new CloseQuestion(record.Id, new("q"), "So."), new ReopenQuestion(record.Id, new("q")),
        ];
        Assert.All(writing, c => Assert.Equal(["actor.kept-out"], record.Refused(c, Actor.Of(Cem))));
        Assert.Empty(record.Refused(new WithdrawStoryConsent(record.Id, Story, Cem), Actor.Of(Cem)));
        Assert.Empty(record.Refused(new OptOutOfRecognition(record.Id, Cem), Actor.Of(Cem)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1, ValueCycle.Realised)]
    [InlineData(2, ValueCycle.Immediate, ValueCycle.Potential, ValueCycle.Realised)]
    [InlineData(3, ValueCycle.Immediate, ValueCycle.Realised, ValueCycle.Applied, ValueCycle.Reframed, ValueCycle.Realised)]
    [InlineData(5, ValueCycle.Immediate, ValueCycle.Realised, ValueCycle.Applied, ValueCycle.Reframed, ValueCycle.Potential)]
    public void ChainLength_IsTheLongestRunOfNeighbours(int expected, params ValueCycle[] cycles) =>
        Assert.Equal(expected, new ValueStory(Story, Cem, "x", Now) { Claims = [.. cycles.Select(c => new ValueClaim(c, "x"))] }.ChainLength);

    /// <summary>Against runs found in a text of bits.</summary>
    [Property]
    public void ChainLength_IsThatOfBruteForce(ValueCycle[] cycles)
    {
        ValueCycle[] sound = [.. cycles.Where(Enum.IsDefined)];
        string bits = string.Concat(Enum.GetValues<ValueCycle>().Select(c => sound.Contains(c) ? '1' : '0'));

        Assert.Equal(bits.Split('0').Max(r => r.Length), new ValueStory(Story, Cem, "x", Now) { Claims = [.. sound.Select(c => new ValueClaim(c, "x"))] }.ChainLength);
    }

    [Fact]
    public void Matrix_CountsPublishedStoriesOnly_AndIsSafeInASpreadsheet()
    {
        ValueClaim formula = new(ValueCycle.Realised, "x") { Indicators = ["=1+1", "=1+1", "days, \"open\""], Evidence = ["https://a.example", "https://b.example"] };
        ValueStory one = new(Story, Cem, "x", Now) { Status = StoryStatus.Published, Claims = [new(ValueCycle.Potential, "x"), new(ValueCycle.Applied, "x"), formula] };
        ValueMatrix matrix = ValueMatrix.Of([one, one with { Id = new("two"), Claims = [formula] }, one with { Id = new("draft"), Status = StoryStatus.Draft }]);

        Assert.Equal((2, 1), (matrix.Stories, matrix.LongChains));
        Assert.Equal(
            [
                "cycle,indicator,stories,claims,evidence", "Immediate,\"\",0,0,0", "Potential,\"\",1,1,0", "Applied,\"\",1,1,0", "Realised,\"\",0,0,0", "Realised,\"'=1+1\",2,2,4",
                "Realised,\"days, \"\"open\"\"\",2,2,4", "Reframed,\"\",0,0,0",
            ],
            matrix.ToCsv());
        Assert.Equal(5, ValueMatrix.Of([]).Rows.Count);
    }

    /// <summary>Stories are evidence beside a report: no reading, model or report can see them.</summary>
    [Fact]
    public void Stories_AreNoInputOfAScore()
    {
        string[] words = [nameof(ValueStory), nameof(ValueMatrix), nameof(ValueClaim), nameof(StoryStatus), "Repertoire.Stories"];
        IEnumerable<string> files = new[] { "Indicators", "Health", "Networks", "Statistics" }.SelectMany(Repository.SourcesOf)
            .Where(file => Path.GetFileName(file) is not "ValueStories.cs"); // shown beside the score, in no model

        Assert.All(files, file => Assert.DoesNotContain(words, word => File.ReadAllText(file).Contains(word, StringComparison.Ordinal)));
        Assert.DoesNotContain(
            new[] { Core.Health.HealthModel.Standard, Core.Health.HealthModel.Activity }.SelectMany(m => m.Dimensions).SelectMany(d => d.Indicators),
            i => i.Indicator == Core.Indicators.ValueStories.Id);
    }

    [Fact, Trait("Law", "45")]
    public void Law45_AContributorIsErased_TheirClaimIsSilent_AndTheStoryStays()
    {
        CommunityRecord record = new(new("a"));
        List<JournalEntry> journal = [];
        SeededSalts salts = new("x");
        void Add(PersonId by, params Fact[] facts) => journal.AddRange(Sealing.Batch(record, [.. facts.Select(f => new Change(Now, Actor.Of(by), Cause.Unstated, f))], Now, salts).Entries.Select(Apply));
        JournalEntry Apply(JournalEntry entry)
        {
            record.Apply(entry);
            return entry;
        }

        ValueClaim theirs = new(ValueCycle.Applied, "Dee rewrote the form.") { Contributors = [Dee] }, other = new(ValueCycle.Realised, "It takes a day less.") { Contributors = [Bo] };
        Add(Cem, new StoryTold(Story, Cem, "It helped", [], []), new StoryClaimed(Story, Cem, theirs), new StoryClaimed(Story, Cem, other));
        foreach (PersonId person in (PersonId[])[Bo, Cem, Dee])
        {
            Add(person, new StoryConsentGiven(Story, person));
        }

        Add(Cem, new StoryPublished(Story));
        Erasure erasure = Erasure.Of(journal, Dee, new("gone-1"), salts);
        foreach (JournalEntry entry in erasure.Redacted)
        {
            journal[(int)entry.Version - 1] = entry;
        }

        ValueStory before = record.The(Story), after = CommunityRecord.Replay(record.Id, journal).The(Story);
        Assert.Equal(["", "It takes a day less."], after.Claims.Select(c => c.Text));
        Assert.Equal((StoryStatus.Published, "It helped", before.ChainLength), (after.Status, after.Title, after.ChainLength));
        Assert.Equal([Bo, Cem, new("gone-1")], after.Named);
        Assert.Empty(after.MissingConsents);
        Assert.DoesNotContain(journal, e => FactJson.Write(e).Contains("\"dee\"", StringComparison.Ordinal) || FactJson.Write(e).Contains("Dee rewrote", StringComparison.Ordinal));
    }
}
