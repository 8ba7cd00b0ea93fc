using System.Reflection;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Tests.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Lifecycles;

/// <summary>Ids that name nothing and nulls in lists, in commands that would be accepted but for them.</summary>
public sealed class SpoiltTests
{
    /// <summary>Each command is spoilt a few times, in states in which it is accepted as it was.</summary>
    private const int Enough = 3;

    /// <summary>What nothing depends on: the core says itself what a series continues; a community that is there already has a proposer.</summary>
    private static readonly string[] Idle = ["ChangeSeriesFrom.Into.Continues", "ScheduleSeries.Series.Continues", "SplitCommunity.Proposer"];

    /// <summary>Whatever is spoilt is refused, or misuse that is said at once; what is accepted all the same is read back equal.</summary>
    [Fact]
    [Trait("Law", "25")]
    public void NoCommand_KeepsWhatCannotBeReadBack()
    {
        Dictionary<Type, int> accepted = [];
        Dictionary<string, HashSet<string>> answers = [];
        for (int seed = 0; seed < 12; seed++)
        {
            new WholeLives(seed) { Accepted = Try }.Live(600);
        }

        foreach ((CommunityRecord record, Command command, Actor by) in Seldom())
        {
            DecisionContext context = World.At(Workshop.Now, by);
            Assert.Empty(record.Decide(command, context).Codes());
            Try(command, other => record.Decide(other, context).Match(c => new Outcome([(record.Id, c)], null), r => new Outcome([], r)));
        }

        Assert.Equal(Idle, answers.Where(a => a.Value.Contains("accepted")).Select(a => a.Key).Order(StringComparer.Ordinal));
        Assert.Subset(Told("id.missing"), new HashSet<string>(["AgreeToTakeOver.From", "ApproveMerge.From", "RecordUse.InCommunity"]));
        Assert.Subset(Told("value.missing"), new HashSet<string>(["RequestMembership.Answers[+]", "TellStory.Gatherings[+]"]));
        Assert.True(answers.Count > 150, $"{answers.Count} places were spoilt");
        Assert.Equal([], AnyCommand.All.Where(t => Spoilt.IsIn(t) && !accepted.ContainsKey(t)).Select(t => t.Name));

        HashSet<string> Told(string code) => [.. answers.Where(a => a.Value.SetEquals([code])).Select(a => a.Key)];

        void Try(Command command, Func<Command, Outcome> decide)
        {
            accepted[command.GetType()] = accepted.GetValueOrDefault(command.GetType()) + 1;
            if (accepted[command.GetType()] > Enough)
            {
                return;
            }

            foreach ((string path, Func<object> copy) in Spoilt.Copies(command))
            {
                string key = $"{command.GetType().Name}.{path}";
                (answers.TryGetValue(key, out HashSet<string>? said) ? said : answers[key] = []).Add(Answer(copy, decide));
            }
        }
    }

    /// <summary>What hardly happens in the lives: each with the facts that it takes.</summary>
    private static IEnumerable<(CommunityRecord Record, Command Command, Actor By)> Seldom()
    {
        CommunityId id = new("a");
        (PersonId cem, PersonId dee) = (Workshop.Cem, Workshop.Dee);
        JoinConsent consent = new("join/1", "web");
        DateTimeOffset later = Workshop.Now.AddDays(9);
        MemberRemoved removed = new(dee, "why", later, later);
        MembershipRequested requested = new(dee, consent, [], later);
        ArtifactPublished idea = new(Workshop.Board, ArtifactKind.Innovation, "New", "", []), guide = new(Workshop.Guide, ArtifactKind.Guide, "Old", "", []);
        StoryTold told = new(Workshop.Story, cem, "t", [], []);
        ValueList<ValueClaim> claims = [new(ValueCycle.Applied, "x") { Contributors = [cem] }];
        yield return Scene(CommunityStatus.Active, new AdvanceInnovation(id, Workshop.Board, Maturity.Tried), World.Host, idea);
        yield return Scene(CommunityStatus.Active, new DeclineStewardship(id, Workshop.Guide, cem), Actor.Of(cem), guide, new StewardshipOffered(Workshop.Guide, cem));
        yield return Scene(CommunityStatus.Active, new RestoreArtifact(id, Workshop.Guide), World.Host, guide, new ArtifactArchived(Workshop.Guide));
        yield return Scene(CommunityStatus.Active, new SetArtifactTopics(id, Workshop.Guide, [new("agile")]), World.Host, guide);
        yield return Scene(CommunityStatus.Active, new ReviseStory(id, Workshop.Story, "t", claims) { Artifacts = [Workshop.Guide], Gatherings = ["g"] }, World.Host, guide, told);
        yield return Scene(CommunityStatus.Active, new AppealRemoval(id, dee, "But no."), Actor.Of(dee), removed);
        yield return Scene(CommunityStatus.Active, new DecideAppeal(id, dee, AppealOutcome.RemovalUpheld, "Yes."), World.Host, removed, new RemovalAppealed(dee, "But no."));
        yield return Scene(CommunityStatus.Active, new DeclineRequest(id, dee, "Full."), World.Host, requested);
        yield return Scene(CommunityStatus.Active, new SponsorRequest(id, dee), Actor.Of(cem), requested);
        yield return Scene(CommunityStatus.Active, new RecordAlumnus(id, dee), World.Host);
        yield return Scene(CommunityStatus.Active, new UndoLapse(id, cem), Actor.Of(cem), new MemberLapsed(cem));
        yield return Scene(CommunityStatus.Active, new UnmuteInvitations(id, dee), Actor.Of(dee), new InvitationsMuted(dee));
        yield return Scene(CommunityStatus.Proposed, new WithdrawInterest(id, dee), Actor.Of(dee), new InterestExpressed(dee, later));
        yield return Scene(CommunityStatus.Active, new WithdrawMergeApproval(id, new("b")), World.Host, new MergeApproved(new("b")));
        yield return Scene(CommunityStatus.Closing, new WithdrawObjection(id, cem), Actor.Of(cem), new ClosingObjected(cem, "No.", WouldFacilitate: false));

        (CommunityRecord, Command, Actor) Scene(CommunityStatus status, Command command, Actor by, params Fact[] facts)
        {
            CommunityRecord record = Workshop.Of(id.Text, status);
            record.Put(facts);
            return (record, command, by);
        }
    }

    private static string Answer(Func<object> copy, Func<Command, Outcome> decide)
    {
        try
        {
            Outcome outcome = decide((Command)copy());
            if (outcome.Refusal is { } refusal)
            {
                return string.Join('+', refusal.Reasons.Select(r => r.Code));
            }

            foreach ((CommunityId id, ValueList<Change> changes) in outcome.Parts)
            {
                Assert.All(changes.Select(c => Sealing.Seal(id, 1, null, c.OccurredAt, c, "s")), e => Assert.Equal(e, FactJson.Read(FactJson.Write(e))));
            }

            return "accepted";
        }
        catch (Exception misuse) when ((misuse is TargetInvocationException ? misuse.InnerException : misuse) is ArgumentException)
        {
            return "misuse"; // said at once
        }
    }
}
