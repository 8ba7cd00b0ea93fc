using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Practices;

/// <summary>A community to try knowledge in: ana facilitates, bo tends its knowledge, cem is a member, dee is not.</summary>
internal static class Workshop
{
    public static readonly PersonId Ana = World.People[0], Bo = World.People[1], Cem = World.People[2], Dee = World.People[3];
    public static readonly ArtifactId Board = new("board"), Guide = new("guide");
    public static readonly StoryId Story = new("story");
    public static readonly DateTimeOffset Now = World.Start.AddDays(60);

    public static CommunityRecord Of(string id, CommunityStatus status = CommunityStatus.Active, params string[] topics)
    {
        CommunityRecord record = World.Standing(id, status, topics);
        if (record.Members[Bo] is { Status: MembershipStatus.Active } bo)
        {
            record.Members.Put(bo, bo with { Roles = [new(Role.KnowledgeSteward, World.Start.AddDays(1))] });
        }

        return record;
    }

    public static PublishArtifact Publish(CommunityRecord record, ArtifactId id, params string[] topics) =>
        new(record.Id, id, ArtifactKind.Guide, "How we do it") { Topics = [.. topics.Select(t => new Core.Domains.TopicId(t))] };

    public static TellStory Tell(CommunityRecord record, StoryId id, params PersonId[] contributors) =>
        new(record.Id, id, Cem, "It helped", [new(ValueCycle.Applied, "We changed the form.") { Contributors = [.. contributors] }, new(ValueCycle.Immediate, "We met.")]);

    public static void By(this CommunityRecord record, PersonId person, Command command, DateTimeOffset? at = null) => record.Must(command, at ?? Now, Actor.Of(person));

    public static string[] Refused(this CommunityRecord record, Command command, Actor by, DateTimeOffset? at = null) => record.Decide(command, World.At(at ?? Now, by)).Codes();

    public static Artifact The(this CommunityRecord record, ArtifactId id) => record.Practice.Repertoire.Find(id)!;

    public static ValueStory The(this CommunityRecord record, StoryId id) => record.Practice.Repertoire.Find(id)!;

    /// <summary>Brings an artifact or a story where it stands, by facts.</summary>
    public static void Put(this CommunityRecord record, params Fact[] facts) => record.Fold(facts.Select(f => new Change(Now, World.Host, Cause.Unstated, f)));

    public static MergeOutcome Merge(CommunityRecord from, CommunityRecord into, DateTimeOffset at)
    {
        into.Must(new ApproveMerge(into.Id, from.Id), at);
        MergeOutcome outcome = Merging.Decide(from, into, new(from.Id, into.Id), World.At(at)).OrThrow();
        from.Fold(outcome.From);
        into.Fold(outcome.Into);
        return outcome;
    }
}
