using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>C11: one community becomes part of another; needs both records.</summary>
public static class Merging
{
    /// <summary>Decides a merge; nothing is changed, so it also tells what a merge would do.</summary>
    /// <remarks>
    /// Members of the community that goes become its alumni. Those who are not in the other one are invited there, as far as its rules let them be invited
    /// (nobody who is blocked, was removed, declined lately or wants no invitations); nobody becomes a member. Costs O(n log n) in the members of the
    /// community that goes. Every artifact for which the community that goes answers, every story that it tells and every open question, with its answers, moves to the other one. Guards: those of
    /// <see cref="MergeInto"/> and <c>record.time</c> on both sides; <c>artifact.id-taken</c>, <c>story.id-taken</c>, <c>question.id-taken</c> (one for each id that stands for something else there).
    /// </remarks>
    /// <param name="from">The community that goes.</param>
    /// <param name="into">The community that stays, which has approved (<see cref="ApproveMerge"/>).</param>
    /// <param name="command">The command, put to the community that goes.</param>
    /// <param name="context">
    /// Who acts, when, under which policies; with the ancestry of the community that stays in <see cref="DecisionContext.Around"/> when it has a parent.
    /// </param>
    /// <returns>Accepted with the changes of both; refused with every unmet guard.</returns>
    /// <exception cref="ArgumentException">The command names other communities than the two records.</exception>
    public static Decision<MergeOutcome> Decide(CommunityRecord from, CommunityRecord into, MergeInto command, DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(into);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        if (command.Community != from.Id || command.Into != into.Id)
        {
            throw new ArgumentException($"The command merges '{command.Community}' into '{command.Into}', not '{from.Id}' into '{into.Id}'.", nameof(command));
        }

        Guards guards = new();
        Fact[] facts = Ask(from, into, command, context, guards);
        Relocation everything = Everything(from, into);
        return guards.Decide(() => new MergeOutcome(
            CommunityRecord.Changes(
                Consequences.Of(facts, from.Community, from.Members, from.Practice, context.At.ToUniversalTime()).Concat(everything.Leaving()), context).ToValueList(),
            CommunityRecord.Changes(into.Invitations(MembersOf(from), into.Community, context).Prepend(new CommunityAbsorbed(from.Id)).Concat(everything.Arriving(into.IsActive)).Concat(Asked(from, into).Arriving()), context).ToValueList()));
    }

    /// <summary>Tells what a merge would do, also when it would be refused today; nothing is changed.</summary>
    /// <param name="from">The community that would go.</param>
    /// <param name="into">The community that would stay.</param>
    /// <param name="context">As for <see cref="Decide"/>.</param>
    /// <returns>Everything that is known; costs O(n log n) in the members of the community that would go.</returns>
    public static MergeForecast Forecast(CommunityRecord from, CommunityRecord into, DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(into);
        ArgumentNullException.ThrowIfNull(context);
        Guards guards = new();
        Ask(from, into, new(from.Id, into.Id), context, guards);
        return new(
            guards.Unmet, from.Members.Count(MembershipStatus.Active), into.Members.Count(MembershipStatus.Active), into.Members.ActiveFacilitators(), from.Members.ActiveFacilitators())
        {
            NotYetIn = MembersOf(from).Count(p => !into.Members[p].IsMember),
            Invited = into.Invitations(MembersOf(from), into.Community, context).OfType<MemberInvited>().Select(f => f.Person).ToValueList(),
        };
    }

    private static Fact[] Ask(CommunityRecord from, CommunityRecord into, MergeInto command, DecisionContext context, Guards guards)
    {
        from.RequireTime(context, guards);
        into.RequireTime(context, guards);
        Fact[] facts = [.. command.Decide(from.Community, from.ContextOf(context, into.Community), guards)];
        bool facilitated = into.Members.ActiveFacilitators() > 0 || into.Community.FacilitationGrace?.Deadline > context.At;
        guards.Require(facilitated || command.Into == command.Community, "merge.into-no-facilitator", $"'{into.Id}' has no active facilitator.");
        if (command.Into != command.Community)
        {
            Everything(from, into).Require(guards);
            Asked(from, into).Require(guards);
        }

        return facts;
    }

    private static Relocation Everything(CommunityRecord from, CommunityRecord into) =>
        Relocation.OfEverything(from.Community, from.Practice.Repertoire, into.Community, into.Practice.Repertoire);

    private static QuestionMove Asked(CommunityRecord from, CommunityRecord into) =>
        new(from.Practice.Questions, from.Id, into.Id, into.Practice.Questions, [.. from.Practice.Questions.Open]);

    /// <summary>Who is invited: everybody who is a member, by id.</summary>
    internal static IEnumerable<PersonId> MembersOf(CommunityRecord from) => from.Members.All.Where(m => m.IsMember).Select(m => m.Person).Order();
}
