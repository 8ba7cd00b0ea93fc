using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <content>What rules that span several parts, or two records, share.</content>
public sealed partial class CommunityRecord
{
    /// <summary>What a decision about the community rests on, with another community for rules that need two.</summary>
    internal CommunityContext ContextOf(DecisionContext context, Community? other = null) =>
        new(context.At.ToUniversalTime(), context.By, context.Policies.Community, Members.Count(MembershipStatus.Active), Members.ActiveFacilitators())
        {
            Around = context.Around with { OpenItems = [.. context.Around.OpenItems, .. Unplanned()] },
            IsActive = IsActive,
            IsMember = person => Members[person].IsMember,
            IsSponsor = person => Members[person].Holds(Role.Sponsor),
            Other = other,
        };

    /// <summary>What a decision about the practice rests on.</summary>
    private bool IsKeptOut(PersonId person) => Members[person].Status is MembershipStatus.Removed or MembershipStatus.Blocked or MembershipStatus.Erased;

    internal PracticeContext PracticeContextOf(DecisionContext context) =>
        new(context.At.ToUniversalTime(), context.By, context.Policies.Practice, Community)
        {
            IsActive = IsActive,
            IsMember = person => Members[person].IsMember,
            IsKeptOut = IsKeptOut,
            IsFacilitator = person => Holds(person, Role.Facilitator),
            IsKnowledgeSteward = person => Holds(person, Role.KnowledgeSteward),
        };

    /// <summary>Who was removed, blocked or erased writes nothing more here; what takes back what they gave stays theirs, and gatherings say themselves who may answer.</summary>
    internal bool RequireNotKeptOut(PracticeCommand command, Actor by, Guards guards) =>
        command is WithdrawStoryConsent or OptOutOfRecognition or Rsvp
        || !(by.Person is { } person && IsKeptOut(person))
        || guards.Require(false, "actor.kept-out", $"'{by.Person}' was removed or blocked.");

    /// <summary>Nothing is decided before the latest fact.</summary>
    internal void RequireTime(DecisionContext context, Guards guards) =>
        guards.Require(LatestAt is null || context.At >= LatestAt, "record.time", $"The latest fact of '{Id}' is of {LatestAt:O}; nothing is decided before it.");

    /// <summary>Facts as changes made in a decision.</summary>
    internal static IEnumerable<Change> Changes(IEnumerable<Fact> facts, DecisionContext context) => facts.Select(f => new Change(context.At, context.By, context.Because, f));

    /// <summary>Invitations to people whom the rules let be invited; nobody is invited twice, or against their will (law 41).</summary>
    /// <remarks>The rules of the invitation are asked as for the host: whoever merges or splits need not be a member here.</remarks>
    internal IEnumerable<Fact> Invitations(IEnumerable<PersonId> people, Community community, DecisionContext context)
    {
        MembershipContext host = new(context.At.ToUniversalTime(), Actor.Host("merge-or-split"), context.Policies.Membership, community, Members);
        foreach (PersonId person in people)
        {
            Guards guards = new();
            Fact[] facts = [.. new InviteMember(Id, person).Decide(Members[person], host, guards)];
            foreach (Fact fact in guards.Met ? facts : [])
            {
                yield return fact;
            }
        }
    }

    /// <summary>Whether a person is an active member.</summary>
    internal bool IsActive(PersonId person) => Members[person].Status == MembershipStatus.Active;

    /// <summary>The artifacts that nobody tends: published ones without a steward who is an active member.</summary>
    /// <returns>By id.</returns>
    public IEnumerable<Artifact> OrphanedArtifacts() => Practice.Repertoire.Orphaned(IsActive);

    /// <summary>What a closing community has to settle and its legacy plan does not name.</summary>
    private IEnumerable<string> Unplanned() => Community is { Status: CommunityStatus.Closing, Closing: { } closing }
        ? Practice.OpenItems().Except(closing.Plan.Items.Select(i => i.Name), StringComparer.Ordinal)
        : [];

    private bool Holds(PersonId person, Role role) => Members[person] is { Status: MembershipStatus.Active } member && member.Holds(role);
}
