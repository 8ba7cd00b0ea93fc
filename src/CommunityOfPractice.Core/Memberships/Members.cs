using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>Everybody who stands, or stood, in some relation to one community: a fold in progress.</summary>
/// <remarks>
/// Reading is safe for any number of readers while nothing is applied. Looking up a person, counting a status and finding the holders
/// of a role cost O(1), applying a fact O(1), or O(log d) with d dates set; nothing but enumerating is linear in the number of people.
/// </remarks>
public sealed partial class Members
{
    /// <summary>What few people are at a time, so that finding them should not mean looking at everybody.</summary>
    private static readonly MembershipStatus[] Few =
        [MembershipStatus.Invited, MembershipStatus.Requested, MembershipStatus.Paused, MembershipStatus.Lapsed, MembershipStatus.Removed, MembershipStatus.Blocked];

    private readonly Dictionary<PersonId, Membership> byPerson = [];
    private readonly int[] counts = new int[Enum.GetValues<MembershipStatus>().Length];
    private readonly Dictionary<MembershipStatus, HashSet<PersonId>> few = Few.ToDictionary(s => s, _ => new HashSet<PersonId>());
    private readonly Dictionary<Role, SortedSet<PersonId>> holders = [];
    private readonly SortedSet<(DateTimeOffset On, PersonId Person)> dates = [];

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

    /// <summary>Returns whether a person ever had to do with the community, if only by an invitation.</summary>
    /// <param name="person">The person.</param>
    /// <returns><see langword="true"/> when a fact names them.</returns>
    public bool Knows(PersonId person) => byPerson.ContainsKey(person);

    /// <summary>Returns how many people have a status.</summary>
    /// <param name="status">The status.</param>
    /// <returns>Zero or more; <see cref="MembershipStatus.None"/> counts people whose invitation or request came to nothing.</returns>
    public int Count(MembershipStatus status) => counts[(int)status];

    /// <summary>Returns who has a status.</summary>
    /// <param name="status">The status.</param>
    /// <returns>
    /// Memberships by the person's id; O(k log k) for k people, and for nobody, active members, alumni and the erased also O(n) for
    /// everybody.
    /// </returns>
    public IEnumerable<Membership> WithStatus(MembershipStatus status) =>
        (few.TryGetValue(status, out HashSet<PersonId>? people) ? people.Select(p => byPerson[p]) : byPerson.Values.Where(m => m.Status == status)).OrderBy(m => m.Person);

    /// <summary>Returns the people about whom a rule has something to do by an instant: an expiry, the end of a leave, of a warning or of a term.</summary>
    /// <param name="at">The instant; what is due at it counts.</param>
    /// <returns>Memberships by <see cref="Membership.NextDate"/> and id; O(k) for k people.</returns>
    public IEnumerable<Membership> DueBy(DateTimeOffset at) => dates.TakeWhile(d => d.On <= at).Select(d => byPerson[d.Person]);

    /// <summary>Returns the alumni who asked to be shown.</summary>
    /// <returns>Memberships by the person's id; O(n) for everybody.</returns>
    public IEnumerable<Membership> ListedAlumni() => WithStatus(MembershipStatus.Alumni).Where(m => m.IsListedAlumnus);

    /// <summary>Returns who was a member (active, paused or lapsed) at an instant.</summary>
    /// <param name="at">The instant; up to the latest fact.</param>
    /// <returns>Distinct people, by id; O(n log n) for n people.</returns>
    public ValueList<PersonId> MembersAt(DateTimeOffset at) =>
        byPerson.Values.Where(m => m.MemberSince <= at || m.History.Any(p => p.Role is null && p.From <= at && at < p.Until)).Select(m => m.Person).Order().ToValueList();

    /// <summary>Returns who belonged when and who held which role, as health reports read it.</summary>
    /// <param name="community">The community whose members these are.</param>
    /// <returns>All stretches of membership and of roles, those that go on and those that are over; leave and lapses are stretches of their own.</returns>
    public Roster ToRoster(CommunityId community) => new(community, byPerson.Values.SelectMany(m => MembershipStretches.Of(community, m)).ToValueList());

    /// <summary>Returns who holds a role, whatever their status.</summary>
    /// <param name="role">The role.</param>
    /// <returns>People by id; empty when nobody does.</returns>
    public IReadOnlyCollection<PersonId> Holders(Role role) => holders.TryGetValue(role, out SortedSet<PersonId>? set) ? set : [];

    /// <summary>Returns how many facilitators are active members.</summary>
    /// <returns>Zero or more.</returns>
    public int ActiveFacilitators() => Holders(Role.Facilitator).Count(p => this[p].Status == MembershipStatus.Active);

    internal void Apply(MembershipFact fact, Change change)
    {
        ref Membership known = ref CollectionsMarshal.GetValueRefOrNullRef(byPerson, fact.Person);
        if (Unsafe.IsNullRef(ref known))
        {
            if (fact is MemberErased)
            {
                return; // Only named by others, and still nobody here.
            }

            Put(null, fact.Apply(new Membership(fact.Person), change));
        }
        else
        {
            Membership before = known;
            known = fact.Apply(before, change);
            Index(before, known);
        }

        if (fact is MemberInvited && change.By.Person is { } inviter && byPerson.TryGetValue(inviter, out Membership? sender))
        {
            Put(sender, sender with { Sent = InvitationsSent.Next(sender.Sent, change.OccurredAt) });
        }
    }

    /// <summary>Puts a membership in place of what was there, and keeps the counts.</summary>
    internal void Put(Membership? before, [NotNull] Membership? after)
    {
        ArgumentNullException.ThrowIfNull(after);
        byPerson[after.Person] = after;
        Index(before, after);
    }

    /// <summary>Puts back how people stood before facts were applied; null for who was not known.</summary>
    internal void Undo(IEnumerable<(PersonId Person, Membership? Before)> stood)
    {
        foreach ((PersonId person, Membership? before) in stood)
        {
            if (!byPerson.TryGetValue(person, out Membership? now))
            {
                continue;
            }

            Put(now, before ?? new Membership(person));
            if (before is null)
            {
                byPerson.Remove(person);
                counts[(int)MembershipStatus.None]--;
            }
        }
    }

    private void Index(Membership? before, Membership after)
    {
        if (before?.Status != after.Status)
        {
            Recount(before, after);
        }

        if (!ReferenceEquals(before?.Roles, after.Roles))
        {
            Rehold(before, after);
        }

        if (!ReferenceEquals(before?.Nominations, after.Nominations))
        {
            Renominate(before, after);
        }

        if (before?.NextDate != after.NextDate)
        {
            Redate(before?.NextDate, after.NextDate, after.Person);
        }
    }

    private void Recount(Membership? before, Membership after)
    {
        if (before is not null)
        {
            counts[(int)before.Status]--;
            if (few.TryGetValue(before.Status, out HashSet<PersonId>? left))
            {
                left.Remove(after.Person);
            }
        }

        counts[(int)after.Status]++;
        if (few.TryGetValue(after.Status, out HashSet<PersonId>? entered))
        {
            entered.Add(after.Person);
        }
    }

    private void Redate(DateTimeOffset? before, DateTimeOffset? after, PersonId person)
    {
        if (before is { } was)
        {
            dates.Remove((was, person));
        }

        if (after is { } on)
        {
            dates.Add((on, person));
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
