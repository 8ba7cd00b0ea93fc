using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Communities;

/// <summary>Communities to play with, brought where they stand by commands.</summary>
internal static class World
{
    public static readonly DateTimeOffset Start = new(2025, 1, 1, 9, 0, 0, TimeSpan.Zero);

    public static readonly PersonId[] People = [new("ana"), new("bo"), new("cem"), new("dee"), new("eva"), new("fin")];

    public static readonly Actor Host = Actor.Host("tests");

    public static readonly LegacyPlan Settled = new([new("wiki", LegacyDestination.Archived)], "All is archived.");

    public static Domain Domain(params string[] topics) => new([.. topics.Select(t => new TopicWeight(new(t), 1))], new(FocusKind.Challenge, "We wait for each other."));

    public static CharterTerms Terms(params string[] topics) => new("To learn from each other.", Domain(topics is [] ? ["agile", "testing"] : topics), "Elected by the members, yearly.");

    public static DecisionContext At(DateTimeOffset at, Actor? by = null, Surroundings? around = null) => new(at, by ?? Host) { Around = around ?? Surroundings.Unstated };

    /// <summary>Decides and, when accepted, folds in.</summary>
    public static Decision<ValueList<Change>> Do(this CommunityRecord record, Command command, DecisionContext context)
    {
        Decision<ValueList<Change>> decision = record.Decide(command, context);
        if (decision is Decision<ValueList<Change>>.Accepted accepted)
        {
            record.Fold(accepted.Value);
        }

        return decision;
    }

    public static void Must(this CommunityRecord record, Command command, DateTimeOffset at, Actor? by = null) => record.Do(command, At(at, by)).OrThrow();

    public static void Fold(this CommunityRecord record, IEnumerable<Change> changes)
    {
        foreach (Change change in changes)
        {
            record.Apply(change);
        }
    }

    public static void Join(this CommunityRecord record, PersonId person, DateTimeOffset at) =>
        record.Apply(new(at, Actor.Of(person), Cause.Unstated, new MemberJoined(person, new("join/1", "web"))));

    public static void Appoint(this CommunityRecord record, PersonId person, DateTimeOffset at)
    {
        Membership before = record.Members[person];
        record.Members.Put(before, before with { Roles = [new(Role.Facilitator, at)] });
    }

    /// <summary>The codes of a refusal, every reason of which is looked at on the way: its arguments follow its sentence.</summary>
    public static string[] Codes<T>(this Decision<T> decision) => decision.Match(_ => [], r => r.Reasons.Select(x => Sentences.Follow(x).Code).ToArray());

    public static ProposeCommunity Proposal(CommunityId id) => new(id, People[0], "Community " + id, "To learn.", CommunityKind.CommunityOfPractice, SimilarShown: []);

    /// <summary>What a community of three with one facilitator came about by.</summary>
    public static IEnumerable<Change> Changes(string id, CommunityStatus status)
    {
        Community community = Standing(id, status).Community;
        yield return new(Start, Host, Cause.Unstated, new CommunityProposed(community.Name, community.Kind, community.Proposal!));
        foreach (PersonId person in People[..3])
        {
            yield return new(Start.AddDays(1), Actor.Of(person), Cause.Unstated, new MemberJoined(person, new("join/1", "web")));
        }

        yield return new(Start.AddDays(1), Host, Cause.Unstated, new RoleAppointed(People[0], Role.Facilitator));
        yield return new(Start.AddDays(2), Host, Cause.Unstated, new CharterAdopted(community.Charters[0] with { Until = null }, null));
        yield return new(Start.AddDays(3), Host, Cause.Unstated, new CommunityLaunched(Start.AddDays(9), Start.AddDays(94)));
    }

    /// <summary>A community of three with one facilitator that stands somewhere; its latest fact is at most 60 days after the start.</summary>
    public static CommunityRecord Standing(string id, CommunityStatus status, params string[] topics)
    {
        CommunityRecord record = new(new(id));
        if (status == CommunityStatus.None)
        {
            return record;
        }

        record.Must(Proposal(record.Id), Start);
        if (status == CommunityStatus.Rejected)
        {
            record.Must(new RejectProposal(record.Id, "There is one already."), Start);
            return record;
        }

        foreach (PersonId person in People[..3])
        {
            record.Join(person, Start.AddDays(1));
        }

        record.Appoint(People[0], Start.AddDays(1));
        if (status >= CommunityStatus.Chartered)
        {
            record.Must(new AdoptCharter(record.Id, Terms(topics)), Start.AddDays(2));
        }

        if (status >= CommunityStatus.Active)
        {
            record.Must(new LaunchCommunity(record.Id, Start.AddDays(9)), Start.AddDays(3));
        }

        if (status == CommunityStatus.Dormant)
        {
            record.Must(new GiveDormancyNotice(record.Id, "Nobody has time."), Start.AddDays(4));
            record.Must(new MakeDormant(record.Id, "Nobody has time."), Start.AddDays(18));
        }

        if (status is CommunityStatus.Closing or CommunityStatus.Closed)
        {
            record.Must(new AnnounceClosing(record.Id, "It is done.", Settled), Start.AddDays(5));
        }

        if (status == CommunityStatus.Closed)
        {
            record.Must(new CloseCommunity(record.Id, "Thank you."), Start.AddDays(19));
        }

        if (status == CommunityStatus.Merged)
        {
            CommunityRecord into = Standing(id + "-into", CommunityStatus.Active);
            into.Must(new ApproveMerge(into.Id, record.Id), Start.AddDays(6));
            record.Fold(Merging.Decide(record, into, new(record.Id, into.Id), At(Start.AddDays(7))).OrThrow().From);
        }

        return record;
    }
}
