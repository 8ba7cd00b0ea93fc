using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;
using static CommunityOfPractice.Core.Tests.Practices.Workshop;

namespace CommunityOfPractice.Core.Tests.Practices;

/// <summary>Random commands about three artifacts and two stories against a model written down independently: it says yes or no, and what follows.</summary>
public sealed class ArtifactModelTests
{
    private static readonly ArtifactId[] Artifacts = [new("x"), new("y"), new("z")];
    private static readonly StoryId[] Stories = [new("s"), new("t")];
    private static readonly PersonId[] People = [Ana, Bo, Cem, Dee];

    [Property(MaxTest = 60), Trait("Law", "35")]
    public void Artifacts_DoWhatTheModelSays(int seed)
    {
        Random random = new(seed);
        CommunityRecord record = Of("a");
        Dictionary<ArtifactId, Known> model = [];
        bool tends = true;
        for (int step = 0; step < 80; step++)
        {
            DateTimeOffset at = Now.AddDays(step);
            ArtifactId id = Artifacts[random.Next(3)], other = Artifacts[random.Next(3)];
            PersonId person = People[random.Next(4)], whom = People[random.Next(4)];
            if (random.Next(25) == 0)
            {
                Toggle(record, person, at);
                tends &= person != Bo; // whoever leaves gives up their roles
                continue;
            }

            bool active = record.Members[person].Status == MembershipStatus.Active;
            Known? known = model.GetValueOrDefault(id);
            bool cares = known is not null && active && (person == known.Steward || person == known.Author || person == Ana || (person == Bo && tends));
            bool isPublished = known?.Status == ArtifactStatus.Published;
            bool orphan = isPublished && !(known!.Steward is { } s && record.Members[s].Status == MembershipStatus.Active);
            (Command command, bool allowed, Func<Known>? after) = random.Next(9) switch
            {
                0 or 1 => ((Command)new PublishArtifact(record.Id, id, ArtifactKind.Tool, "T"), known is null && active, (Func<Known>?)(() => new(ArtifactStatus.Published, person, person, null, 1, at))),
                2 => (new ReviseArtifact(record.Id, id, "Better."), cares && isPublished, () => known! with { Version = known.Version + 1 }),
                3 => (new ConfirmArtifact(record.Id, id), cares && isPublished, () => known! with { ConfirmedOn = at }),
                4 => (new SupersedeArtifact(record.Id, id, other), cares && isPublished && id != other && model.GetValueOrDefault(other)?.Status == ArtifactStatus.Published, () => known! with { Status = ArtifactStatus.Superseded, Offered = null }),
                5 => (new RetireArtifact(record.Id, id, "Wrong."), cares && known!.Status is (ArtifactStatus.Published or ArtifactStatus.Superseded), () => known! with { Status = ArtifactStatus.Retired, Offered = null }),
                6 => (new RestoreArtifact(record.Id, id), cares && !isPublished, () => known! with { Status = ArtifactStatus.Published, ConfirmedOn = at }),
                7 => (new HandOverArtifact(record.Id, id, whom), cares && isPublished && record.Members[whom].Status == MembershipStatus.Active && known!.Steward != whom, () => known! with { Offered = whom }),
                _ => (new AcceptStewardship(record.Id, id, person), isPublished && active && (known!.Offered == person || orphan) && known.Steward != person, () => known! with { Steward = person, Offered = null }),
            };
            CommunitySnapshot before = record.ToSnapshot();
            Decision<ValueList<Change>> decision = record.Decide(command, World.At(at, Actor.Of(person)));
            Assert.Equal(before, record.ToSnapshot());
            Assert.True(decision.IsAccepted == allowed, $"{command} by {person}: {string.Join(", ", decision.Codes())}");
            if (decision is Decision<ValueList<Change>>.Accepted accepted)
            {
                record.Fold(accepted.Value);
                model[id] = after!();
            }

            Assert.Equal(
                model.OrderBy(m => m.Key).Select(m => (m.Key, m.Value)),
                record.Practice.Repertoire.Artifacts.Select(a => (a.Id, new Known(a.Status, a.Authors[0], a.Steward, a.OfferedTo, a.Version, a.ConfirmedOn))));
            Assert.Equal(
                model.Where(m => m.Value.Status == ArtifactStatus.Published && !(m.Value.Steward is { } t && record.Members[t].Status == MembershipStatus.Active)).Select(m => m.Key).Order(),
                record.OrphanedArtifacts().Select(a => a.Id));
        }
    }

    /// <summary>At every moment, whoever a published story names has agreed to it as it stands, by their own act, and has not taken it back.</summary>
    [Property(MaxTest = 60), Trait("Law", "35")]
    public void Stories_AreNeverPublishedWithoutConsent(int seed)
    {
        Random random = new(seed);
        CommunityRecord record = Of("a");
        Dictionary<StoryId, HashSet<PersonId>> agreed = [], named = [];
        Dictionary<StoryId, StoryStatus> status = [];
        for (int step = 0; step < 120; step++)
        {
            StoryId id = Stories[random.Next(2)];
            PersonId person = People[random.Next(4)];
            ValueList<ValueClaim> claims = [new(ValueCycle.Applied, "We tried.") { Contributors = [.. People.Where(_ => random.Next(3) == 0)] }];
            int revision = record.Practice.Repertoire.Find(id)?.Revision ?? 1;
            bool exists = status.TryGetValue(id, out StoryStatus now), own = exists && person == Cem;
            (Command command, bool allowed, Action after) = random.Next(12) switch
            {
                0 => ((Command)new TellStory(record.Id, id, Cem, "It helped", claims), !exists && person == Cem, (Action)(() => Name(StoryStatus.Draft))),
                1 => (new ReviseStory(record.Id, id, "It helps", claims), own && exists && now != StoryStatus.Withdrawn, () => Name(StoryStatus.Draft)),
                < 8 => (new ConsentToStory(record.Id, id, person, revision), exists && now != StoryStatus.Withdrawn && named[id].Contains(person) && !agreed[id].Contains(person), () => agreed[id].Add(person)),
                8 or 9 => (new PublishStory(record.Id, id), exists && now == StoryStatus.Draft && person != Dee && named[id].IsSubsetOf(agreed[id]), () => status[id] = StoryStatus.Published),
                10 => (new WithdrawStoryConsent(record.Id, id, person), exists && agreed[id].Contains(person), () =>
                {
                    agreed[id].Remove(person);
                    status[id] = now == StoryStatus.Withdrawn ? now : StoryStatus.Draft;
                }),
                _ when random.Next(4) != 0 => (new ConfirmArtifact(record.Id, Board), false, () => { }),
                _ => (new WithdrawStory(record.Id, id, "Old."), exists && now != StoryStatus.Withdrawn && (person == Cem || person == Ana), () => status[id] = StoryStatus.Withdrawn),
            };
            Decision<ValueList<Change>> decision = record.Decide(command, World.At(Now.AddHours(step), Actor.Of(person)));
            Assert.True(decision.IsAccepted == allowed, $"{command} by {person}: {string.Join(", ", decision.Codes())}");
            if (decision is Decision<ValueList<Change>>.Accepted accepted)
            {
                record.Fold(accepted.Value);
                after();
            }

            Assert.Equal(status.OrderBy(s => s.Key).Select(s => (s.Key, s.Value)), record.Practice.Repertoire.Stories.Select(s => (s.Id, s.Status)));
            Assert.All(record.Practice.Repertoire.Stories.Where(s => s.Status == StoryStatus.Published), s => Assert.Subset(agreed[s.Id], s.Named.ToHashSet()));

            void Name(StoryStatus next)
            {
                status[id] = next;
                agreed[id] = [];
                named[id] = [Cem, .. claims.SelectMany(c => c.Contributors)];
            }
        }
    }

    /// <summary>Members leave and come back; ana stays, since somebody facilitates.</summary>
    private static void Toggle(CommunityRecord record, PersonId person, DateTimeOffset at)
    {
        if (person != Ana)
        {
            record.Must(record.Members[person].Status == MembershipStatus.Active ? new LeaveCommunity(record.Id, person) : new JoinCommunity(record.Id, person, new("join/1", "web")), at, Actor.Of(person));
        }
    }

    private sealed record Known(ArtifactStatus Status, PersonId Author, PersonId? Steward, PersonId? Offered, int Version, DateTimeOffset ConfirmedOn);
}
