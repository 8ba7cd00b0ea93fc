using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Memberships;

/// <content>Who is nominated for what.</content>
public sealed partial class Members
{
    private readonly Dictionary<Role, SortedSet<PersonId>> nominees = [];

    /// <summary>Returns who is nominated for a role, or has accepted its succession.</summary>
    /// <param name="role">The role.</param>
    /// <returns>People by id; empty when nobody is.</returns>
    public IReadOnlyCollection<PersonId> Nominees(Role role) => nominees.TryGetValue(role, out SortedSet<PersonId>? set) ? set : [];

    /// <summary>Returns who has agreed to take a role over: of the active members who accepted the succession, the one who accepted first.</summary>
    /// <remarks>Whether they may hold it is asked when it falls vacant: <see cref="Succession.Outlook(Members, Communities.Community, DateTimeOffset, RoleCatalogue)"/> says who would take over today.</remarks>
    /// <param name="role">The role.</param>
    /// <param name="scope">What part of the community it is for; null for all of it.</param>
    /// <returns>Null when nobody stands ready. Stand-ins do not count.</returns>
    public PersonId? Successor(Role role, string? scope = null) => SuccessorBut(null, role, scope, interim: false)?.Person;

    internal Membership? SuccessorBut(PersonId? leaving, Role role, string? scope, bool interim, Func<Membership, bool>? may = null)
    {
        Membership? first = null;
        DateTimeOffset accepted = DateTimeOffset.MaxValue;
        foreach (PersonId person in Nominees(role))
        {
            Membership candidate = this[person];
            if (person != leaving && candidate.NominationFor(role, scope) is { AcceptedOn: { } on } nomination
                && nomination.Interim == interim && on < accepted && (may?.Invoke(candidate) ?? candidate.Status == MembershipStatus.Active))
            {
                (first, accepted) = (candidate, on);
            }
        }

        return first;
    }

    /// <summary>A copy that goes its own way.</summary>
    internal Members Copy()
    {
        Members copy = new();
        copy.byPerson.EnsureCapacity(byPerson.Count);
        foreach ((PersonId person, Membership membership) in byPerson)
        {
            copy.byPerson.Add(person, membership);
        }

        counts.CopyTo(copy.counts, 0);
        foreach ((MembershipStatus status, HashSet<PersonId> people) in few)
        {
            copy.few[status].UnionWith(people);
        }

        copy.dates.UnionWith(dates);
        foreach ((Role role, SortedSet<PersonId> people) in holders)
        {
            copy.holders.Add(role, [.. people]);
        }

        foreach ((Role role, SortedSet<PersonId> people) in nominees)
        {
            copy.nominees.Add(role, [.. people]);
        }

        return copy;
    }

    private void Renominate(Membership? before, Membership after)
    {
        foreach (Nomination nomination in before?.Nominations ?? [])
        {
            nominees[nomination.Role].Remove(after.Person);
        }

        foreach (Nomination nomination in after.Nominations)
        {
            if (!nominees.TryGetValue(nomination.Role, out SortedSet<PersonId>? set))
            {
                nominees.Add(nomination.Role, set = []);
            }

            set.Add(after.Person);
        }
    }
}
