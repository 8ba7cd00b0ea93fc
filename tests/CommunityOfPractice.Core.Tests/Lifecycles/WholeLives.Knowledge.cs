using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;

namespace CommunityOfPractice.Core.Tests.Lifecycles;

/// <content>What the people know: artifacts and stories, through everything that happens to their communities.</content>
internal sealed partial class WholeLives
{
    private readonly HashSet<ArtifactId> published = [];
    private readonly HashSet<StoryId> told = [];
    private readonly HashSet<(StoryId Story, PersonId Person)> agreed = [];
    private readonly HashSet<(ArtifactId Artifact, PersonId Person, DateTimeOffset On)> used = [];
    private int made;

    private bool IsTakenElsewhere(Command command) => Records.Values.Any(r => r.Id != command.Community && command switch
    {
        PublishArtifact publish => r.Practice.Repertoire.Find(publish.Artifact) is not null,
        TellStory tell => r.Practice.Repertoire.Find(tell.Story) is not null,
        _ => false,
    });

    /// <summary>What was accepted, kept beside the records.</summary>
    private void NoteKnowledge(Command command, Actor by)
    {
        switch (command)
        {
            case PublishArtifact publish:
                published.Add(publish.Artifact);
                break;
            case TellStory tell:
                told.Add(tell.Story);
                break;
            case ReviseStory revise:
                agreed.RemoveWhere(a => a.Story == revise.Story);
                break;
            case ConsentToStory consent:
                Assert.Equal(consent.Person, by.Person);
                agreed.Add((consent.Story, consent.Person));
                break;
            case WithdrawStoryConsent withdraw:
                agreed.Remove((withdraw.Story, withdraw.Person));
                break;
            case RecordUse use:
                used.Add((use.Artifact, use.Person, Later(use.Community)));
                break;
        }
    }

    private void Rename(PersonId person, PersonId tombstone)
    {
        foreach ((StoryId story, _) in agreed.Where(a => a.Person == person).ToArray())
        {
            agreed.Remove((story, person));
            agreed.Add((story, tombstone));
        }

        foreach ((ArtifactId artifact, _, DateTimeOffset on) in used.Where(u => u.Person == person).ToArray())
        {
            used.Remove((artifact, person, on));
            used.Add((artifact, tombstone, on));
        }
    }

    /// <summary>I2, law 40: everything is somewhere, once; links lead there; nothing is published without everybody's consent.</summary>
    private void KnowledgeInvariants()
    {
        CommunityRecord? Find(CommunityId id) => Records.GetValueOrDefault(id);
        Dictionary<ArtifactId, CommunityRecord> holders = [];
        foreach (CommunityRecord record in Records.Values)
        {
            foreach (Artifact artifact in record.Practice.Repertoire.Artifacts.Where(a => a.Status != ArtifactStatus.Transferred))
            {
                Assert.True(holders.TryAdd(artifact.Id, record), $"{artifact.Id} is in {record.Id} and in {holders[artifact.Id].Id}");
                Assert.False(artifact.IsLiving && !record.Community.IsLiving, $"{record.Id} is {record.Community.Status} and answers for {artifact.Id}");
                Assert.All(artifact.SupersededBy is { } by ? [.. artifact.Related, by] : artifact.Related.ToArray(), l => Assert.NotNull(ArtifactSearch.Follow(record.Id, artifact.Id, l, Find)));
            }
        }

        Assert.Equal(published.Order(), holders.Keys.Order());
        foreach ((ArtifactId id, CommunityRecord holder) in holders)
        {
            Assert.Equal(used.Where(u => u.Artifact == id).Select(u => (u.Person, u.On)).Order(), holder.Practice.Repertoire.UsesOf(id).Select(u => (u.Person, u.On)).Distinct().Order());
            Assert.All(Records.Values.Where(r => r.Practice.Repertoire.Find(id) is not null), r => Assert.Equal(holder.Id, ArtifactSearch.Find(r.Id, id, Find)!.Community));
        }

        ValueStory[] stories = [.. Records.Values.SelectMany(r => r.Practice.Repertoire.Stories).Where(s => s.Status != StoryStatus.Transferred)];
        Assert.Equal(told.Order(), stories.Select(s => s.Id).Order());
        foreach (ValueStory story in stories)
        {
            Assert.NotEmpty(story.Claims);
            Assert.All(story.Consents, c => Assert.Contains((story.Id, c.Person), agreed));
            Assert.False(story.Status == StoryStatus.Published && story.Named.Any(p => !agreed.Contains((story.Id, p))), $"{story.Id} is published without everybody's consent");
        }

        Assert.Empty(RegistryFindings.OfArtifacts(Records.Values));
    }

    /// <summary>A move about knowledge that makes sense from here; null for another sort of move.</summary>
    private (Command Command, Actor By)? Knowing(CommunityRecord record, PersonId person, Actor lead)
    {
        CommunityId id = record.Id;
        if (record.Community.Status == CommunityStatus.Closing && random.Next(3) == 0)
        {
            return Settling(record, lead);
        }

        if (record.Members[person].Status != MembershipStatus.Active || random.Next(4) != 0)
        {
            return null;
        }

        Actor self = Actor.Of(person);
        Repertoire repertoire = record.Practice.Repertoire;
        Artifact? artifact = repertoire.Artifacts.Where(a => a.Status != ArtifactStatus.Transferred).Skip(random.Next(6)).FirstOrDefault();
        ValueStory? story = repertoire.Stories.Where(s => s.Status is StoryStatus.Draft or StoryStatus.Published).Skip(random.Next(3)).FirstOrDefault();
        return random.Next(18) switch
        {
            0 or 1 => (new PublishArtifact(id, new($"made-{++made}"), (ArtifactKind)random.Next(9), "How we do it") { Topics = [new(random.Next(2) == 0 ? "agile" : "testing")], Summary = "In short." }, self),
            2 => (new TellStory(id, new($"told-{++made}"), person, "It helped", [new((ValueCycle)random.Next(5), "I tried it.") { Contributors = [people[random.Next(people.Length)]] }]), self),
            _ when artifact is null => null,
            3 => (new LinkArtifacts(id, artifact.Id, [.. repertoire.Artifacts.Where(a => a.Id != artifact.Id).Take(2).Select(a => a.Id)]), lead),
            4 when repertoire.Artifacts.LastOrDefault(a => a.Status == ArtifactStatus.Published) is { } last => (new SupersedeArtifact(id, artifact.Id, last.Id), lead),
            5 when random.Next(3) == 0 => (new RetireArtifact(id, artifact.Id, "It is wrong."), lead),
            6 => (new RestoreArtifact(id, artifact.Id), lead),
            7 => (new HandOverArtifact(id, artifact.Id, people[random.Next(people.Length)]), lead),
            8 when artifact.OfferedTo is { } asked => (random.Next(3) == 0 ? new DeclineStewardship(id, artifact.Id, asked) : new AcceptStewardship(id, artifact.Id, asked), Actor.Of(asked)),
            8 or 9 => (new AcceptStewardship(id, artifact.Id, person), self),
            10 => (new ResignStewardship(id, artifact.Id, artifact.Steward ?? person), Actor.Of(artifact.Steward ?? person)),
            11 => (new RecordUse(id, artifact.Id, person) { Department = "Sales", For = "a tender" }, self),
            12 => (new AdvanceInnovation(id, artifact.Id, (Maturity)random.Next(3)), lead),
            13 => random.Next(2) == 0 ? (new ConfirmArtifact(id, artifact.Id), lead) : (new ReviseArtifact(id, artifact.Id, "Clearer."), lead),
            _ when story is null => null,
            14 when story.MissingConsents is [var missing, ..] => (new ConsentToStory(id, story.Id, missing, story.Revision), Actor.Of(missing)),
            14 or 15 => (new PublishStory(id, story.Id), lead),
            16 => random.Next(2) == 0 ? (new ReviseStory(id, story.Id, "It still helps", story.Claims), Actor.Of(story.Teller)) : (new WithdrawStory(id, story.Id, "It is old."), Actor.Of(story.Teller)),
            _ when story.Consents is [var consent, ..] => (new WithdrawStoryConsent(id, story.Id, consent.Person), Actor.Of(consent.Person)),
            _ => (new AgreeToTakeOver(id, Ids[random.Next(Ids.Length)]), lead),
        };
    }

    /// <summary>What leads to a closing: a plan for everything, and others who agree.</summary>
    private (Command Command, Actor By) Settling(CommunityRecord record, Actor lead)
    {
        CommunityId[] others = [.. Records.Values.Where(r => r.Id != record.Id && r.Community.IsLiving && r.Community.Status != CommunityStatus.Closing).Select(r => r.Id)];
        if (Closing.Receivers(record).FirstOrDefault(r => others.Contains(r) && !Records[r].Practice.Repertoire.TakesOverFrom.Contains(record.Id)) is { Text.Length: > 0 } receiver)
        {
            return (new AgreeToTakeOver(receiver, record.Id), Host);
        }

        LegacyPlan plan = record.Community.Closing!.Plan;
        string[] open = [.. record.Practice.Repertoire.Living().Select(a => a.Id.Text).Except(plan.Items.Select(i => i.Name))];
        return open.Length == 0
            ? (new CloseCommunity(record.Id, "Thank you."), lead)
            : (new AmendLegacyPlan(record.Id, plan with { Items = [.. plan.Items, .. open.Select(Item)] }), lead);

        LegacyItem Item(string name) => random.Next(4) switch
        {
            0 => new(name, LegacyDestination.Archived),
            1 => new(name, LegacyDestination.Finished),
            _ => others.Length == 0 ? new(name, LegacyDestination.Archived) : new(name, LegacyDestination.Community, others[random.Next(others.Length)]),
        };
    }
}
