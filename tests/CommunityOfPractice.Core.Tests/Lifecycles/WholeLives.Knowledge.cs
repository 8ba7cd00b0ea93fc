using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;

namespace CommunityOfPractice.Core.Tests.Lifecycles;

/// <content>What the people know: artifacts and stories, through everything that happens to their communities.</content>
internal sealed partial class WholeLives
{
    private readonly KnowledgeLedger ledger = new();
    private int made;

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
        if (story is { Status: StoryStatus.Draft } && random.Next(3) == 0)
        {
            return story.MissingConsents is [var next, ..] ? (new ConsentToStory(id, story.Id, next, story.Revision), Actor.Of(next)) : (new PublishStory(id, story.Id), Host);
        }

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
        string[] open = [.. record.Practice.OpenItems().Union(record.Practice.Repertoire.Living().Select(a => a.Id.Text)).Except(plan.Items.Select(i => i.Name))];
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
