using System.Globalization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>Looks ahead: who carries a community, until when, and who comes next.</summary>
/// <remarks>Costs O(h log h) for h holders of roles, whatever the number of members.</remarks>
public static class Succession
{
    /// <summary>Gets what to hand over when a role changes hands.</summary>
    /// <value>A checklist in plain English, each item with a stable code.</value>
    public static ValueList<Reason> HandoverChecklist { get; } =
    [
        new("handover.conversation", "Meet twice: once before the change, and once a month after it."),
        new("handover.rhythm", "Hand over the calendar: the next three gatherings, who hosts them, and where the invitations are sent from."),
        new("handover.access", "Hand over access: the channel, the mailing list, the repository, the shared folder; then remove your own."),
        new("handover.people", "Introduce the core group, the sponsor and the people who are about to step up, each in person."),
        new("handover.commitments", "Go through what was promised: open questions, the next purpose review, open requests and invitations."),
        new("handover.charter", "Read the charter together, and note what no longer holds."),
        new("handover.announcement", "Announce the change to everybody, thank who leaves, and say whom to turn to from now on."),
        new("handover.alumni", "Agree whether and how the former holder can be asked for advice."),
    ];

    /// <summary>Lists what wants attention about roles and their succession.</summary>
    /// <param name="members">The people of the community.</param>
    /// <param name="community">The community; one that is closed or not launched has no warnings but of terms.</param>
    /// <param name="at">The day to look from.</param>
    /// <param name="catalogue">The rules about roles; null for the defaults.</param>
    /// <returns>By role, then person, then code.</returns>
    public static ValueList<SuccessionWarning> Warnings(Members members, Community community, DateTimeOffset at, RoleCatalogue? catalogue = null)
    {
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(community);
        catalogue ??= RoleCatalogue.Default;
        List<SuccessionWarning> warnings = [];
        if (community.Status is CommunityStatus.Active or CommunityStatus.Dormant)
        {
            Facilitation(members, community, at, catalogue, warnings);
        }

        foreach (Role role in Enum.GetValues<Role>())
        {
            foreach (PersonId person in members.Holders(role))
            {
                foreach (RoleAssignment held in members[person].Roles)
                {
                    if (held.Role == role && held.Until is { } until)
                    {
                        Term(members, community, person, held, until, at, catalogue, warnings);
                    }
                }
            }
        }

        return warnings.OrderBy(w => w.Role).ThenBy(w => w.Person?.Text, StringComparer.Ordinal).ThenBy(w => w.Code, StringComparer.Ordinal).ThenBy(w => w.On).ToValueList();
    }

    /// <summary>Says, for each facilitator, what happens if they go today.</summary>
    /// <param name="members">The people of the community.</param>
    /// <param name="community">The community.</param>
    /// <param name="at">The day to look from.</param>
    /// <param name="catalogue">The rules about roles; null for the defaults.</param>
    /// <returns>Active facilitators by id. Who agreed to succeed but may not hold the role on that day is passed over.</returns>
    public static ValueList<SuccessionOutlook> Outlook(Members members, Community community, DateTimeOffset at, RoleCatalogue? catalogue = null)
    {
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(community);
        MembershipContext context = Context(members, community, at, catalogue ?? RoleCatalogue.Default);
        int active = members.ActiveFacilitators();
        return members.Holders(Role.Facilitator).Where(p => members[p].Status == MembershipStatus.Active).Select(p => Outlook(context, p, active - 1)).ToValueList();
    }

    /// <summary>What eligibility rests on; nobody acts.</summary>
    private static MembershipContext Context(Members members, Community community, DateTimeOffset at, RoleCatalogue catalogue) =>
        new(at.ToUniversalTime(), default, MembershipPolicy.Default with { Roles = catalogue }, community, members);

    private static SuccessionOutlook Outlook(MembershipContext context, PersonId person, int remaining)
    {
        Members members = context.Members;
        RoleAssignment[] held = [.. members[person].Roles];
        string? scope = held.First(r => r.Role == Role.Facilitator).Scope;
        PersonId? successor = HandOver.SuccessorOf(person, Role.Facilitator, scope, interim: false, context)?.Person;
        PersonId? interim = HandOver.SuccessorOf(person, Role.Facilitator, scope, interim: true, context)?.Person;
        SuccessionOutcome outcome = successor is not null ? SuccessionOutcome.SuccessorTakesOver
            : remaining > 0 ? SuccessionOutcome.OthersGoOn
            : interim is not null ? SuccessionOutcome.InterimStandsIn
            : SuccessionOutcome.NobodyLeft;
        IEnumerable<Role> alone = held
            .Where(r => HandOver.SuccessorOf(person, r.Role, r.Scope, interim: false, context) is null)
            .Where(r => !members.Holders(r.Role).Any(p => p != person && members[p].Assignment(r.Role, r.Scope) is not null))
            .Select(r => r.Role).Distinct();
        return new(person, outcome, successor ?? (remaining > 0 ? null : interim), remaining, alone.ToValueList());
    }

    private static void Facilitation(Members members, Community community, DateTimeOffset at, RoleCatalogue catalogue, List<SuccessionWarning> warnings)
    {
        int active = members.ActiveFacilitators();
        if (active == 0)
        {
            warnings.Add(new("succession.no-facilitator", "Nobody facilitates.", Role.Facilitator, null, null, null));
        }
        else if (active < catalogue.RecommendedFacilitators)
        {
            string text = string.Create(CultureInfo.InvariantCulture, $"{active} facilitates; {catalogue.RecommendedFacilitators} are recommended.");
            warnings.Add(new("succession.single-facilitator", text, Role.Facilitator, null, null, null));
        }

        if (active > 0 && !Scopes(members).Any(scope => HandOver.SuccessorOf(null, Role.Facilitator, scope, interim: false, Context(members, community, at, catalogue)) is not null))
        {
            warnings.Add(new("succession.no-successor", "Nobody has agreed to succeed a facilitator.", Role.Facilitator, null, null, null));
        }

        foreach (PersonId person in members.Holders(Role.Facilitator).Where(p => members[p].Status != MembershipStatus.Active))
        {
            warnings.Add(new("succession.facilitator-on-leave", "A facilitator is no active member at present.", Role.Facilitator, person, null, null));
        }

        if (community.FacilitationGrace is { } grace)
        {
            warnings.Add(new("succession.grace-running", "The grace period runs: a facilitator is to be found before it ends.", Role.Facilitator, grace.Interim, grace.Deadline, null));
        }

        if (members.Holders(Role.Sponsor).Count == 0)
        {
            warnings.Add(new("succession.sponsor-vacant", "Nobody sponsors the community.", Role.Sponsor, null, null, null));
        }
    }

    private static void Term(Members members, Community community, PersonId person, RoleAssignment held, DateTimeOffset until, DateTimeOffset at, RoleCatalogue catalogue, List<SuccessionWarning> warnings)
    {
        if (until <= at)
        {
            warnings.Add(new("succession.term-over", "The term is over.", held.Role, person, until, null));
        }
        else if (held.Interim)
        {
            if (until - at <= catalogue.InterimWarning)
            {
                warnings.Add(new("succession.interim-deadline", "Who stands in does so for a few more days only.", held.Role, person, until, null));
            }
        }
        else if (HandOver.SuccessorOf(person, held.Role, held.Scope, interim: false, Context(members, community, at, catalogue)) is null)
        {
            TimeSpan[] within = [.. catalogue.TermWarnings.Where(w => until - at <= w).Order()];
            if (within.Length > 0)
            {
                warnings.Add(new("succession.term-ends", "The term ends, and nobody has agreed to take over.", held.Role, person, until, (int)within[0].TotalDays));
            }
        }
    }

    /// <summary>The parts of the community for which somebody is nominated to facilitate.</summary>
    private static IEnumerable<string?> Scopes(Members members) =>
        members.Nominees(Role.Facilitator).SelectMany(p => members[p].Nominations.Where(n => n.Role == Role.Facilitator).Select(n => n.Scope)).Distinct(StringComparer.Ordinal);
}
