using System.Diagnostics.CodeAnalysis;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>Everybody who stands, or stood, in some relation to one community: a fold in progress.</summary>
/// <remarks>
/// Reading is safe for any number of readers while nothing is applied. Looking up a person, counting a status and finding the holders
/// of a role cost O(1); nothing but enumerating is linear in the number of people.
/// </remarks>
public sealed class Members
{
    private readonly Dictionary<PersonId, Membership> byPerson = [];
    private readonly int[] counts = new int[Enum.GetValues<MembershipStatus>().Length];
    private readonly Dictionary<Role, SortedSet<PersonId>> holders = [];

    internal Members()
    {
    }

    /// <summary>Gets everybody, in no particular order.</summary>
    /// <value>One membership a person.</value>
    public IReadOnlyCollection<Membership> All => byPerson.Values;

    /// <summary>Returns how a person stands to the community.</summary>
    /// <param name="person">The person.</param>
    /// <returns>The membership; one with the status None for a person who never had to do with the community.</returns>
    public Membership this[PersonId person] => byPerson.GetValueOrDefault(person) ?? new Membership(person);

    /// <summary>Returns how many people have a status.</summary>
    /// <param name="status">The status.</param>
    /// <returns>Zero or more; <see cref="MembershipStatus.None"/> counts people whose invitation or request came to nothing.</returns>
    public int Count(MembershipStatus status) => counts[(int)status];

    /// <summary>Returns who holds a role, whatever their status.</summary>
    /// <param name="role">The role.</param>
    /// <returns>People by id; empty when nobody does.</returns>
    public IReadOnlyCollection<PersonId> Holders(Role role) => holders.TryGetValue(role, out SortedSet<PersonId>? set) ? set : [];

    /// <summary>Returns how many facilitators are active members.</summary>
    /// <returns>Zero or more.</returns>
    public int ActiveFacilitators() => Holders(Role.Facilitator).Count(p => this[p].Status == MembershipStatus.Active);

    internal void Apply(MembershipFact fact, Change change)
    {
        bool known = byPerson.TryGetValue(fact.Person, out Membership? before);
        if (!known && fact is MemberErased)
        {
            return; // Only named by others, and still nobody here.
        }

        before ??= new Membership(fact.Person);
        Put(known ? before : null, fact.Apply(before, change));
    }

    /// <summary>Puts a membership in place of what was there, and keeps the counts.</summary>
    internal void Put(Membership? before, [NotNull] Membership? after)
    {
        ArgumentNullException.ThrowIfNull(after);
        if (before is not null)
        {
            counts[(int)before.Status]--;
        }

        counts[(int)after.Status]++;
        byPerson[after.Person] = after;
        if (!ReferenceEquals(before?.Roles, after.Roles))
        {
            Rehold(before, after);
        }
    }

    private void Rehold(Membership? before, Membership after)
    {
        foreach (RoleAssignment held in before?.Roles ?? [])
        {
            holders[held.Role].Remove(after.Person);
        }

        foreach (RoleAssignment held in after.Roles)
        {
            if (!holders.TryGetValue(held.Role, out SortedSet<PersonId>? set))
            {
                holders.Add(held.Role, set = []);
            }

            set.Add(after.Person);
        }
    }
}
