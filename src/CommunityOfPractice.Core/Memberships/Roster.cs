using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>Who belonged to one community when, and who held which role.</summary>
/// <remarks>Immutable and compared by value. Membership says nothing about how much somebody takes part.</remarks>
public sealed record Roster
{
    /// <summary>Creates a roster.</summary>
    /// <param name="community">The community.</param>
    /// <param name="periods">Its membership and role periods, in any order; they may overlap.</param>
    /// <exception cref="ArgumentException">A period is of another community.</exception>
    public Roster(CommunityId community, ValueList<MembershipPeriod> periods)
    {
        ArgumentNullException.ThrowIfNull(periods);
        if (periods.Any(p => p.Community != community))
        {
            throw new ArgumentException($"A period is not of the community '{community}'.", nameof(periods));
        }

        Community = community;
        Periods = periods.OrderBy(p => p.From).ThenBy(p => p.Person).ThenBy(p => p.Until ?? DateTimeOffset.MaxValue).ThenBy(p => p.Role).ThenBy(p => p.Status).ThenBy(p => p.Reason).ToValueList();
    }

    /// <summary>Gets the community.</summary>
    /// <value>The community's id.</value>
    public CommunityId Community { get; }

    /// <summary>Gets all periods.</summary>
    /// <value>Sorted by start, person, end, role, status and reason.</value>
    [JsonConverter(typeof(ValueListJsonConverter<MembershipPeriod>))]
    public ValueList<MembershipPeriod> Periods { get; }

    /// <summary>Returns who is a member at an instant and neither on leave nor lapsed.</summary>
    /// <param name="at">The instant.</param>
    /// <returns>Distinct people, by id; O(n log n).</returns>
    public ValueList<PersonId> ActiveAt(DateTimeOffset at)
    {
        HashSet<PersonId> away = [.. Periods.Where(p => p.Status != MembershipStatus.Active && p.Covers(at)).Select(p => p.Person)];
        return MembersAt(at).Where(person => !away.Contains(person)).ToValueList();
    }

    /// <summary>Returns who is a member at an instant, on leave and lapsed ones included.</summary>
    /// <param name="at">The instant.</param>
    /// <returns>Distinct people, by id.</returns>
    public ValueList<PersonId> MembersAt(DateTimeOffset at) =>
        Periods.Where(p => p.IsMembership && p.Covers(at)).Select(p => p.Person).Distinct().Order().ToValueList();

    /// <summary>Returns who holds a role at an instant.</summary>
    /// <param name="role">The role.</param>
    /// <param name="at">The instant.</param>
    /// <returns>Distinct people, by id.</returns>
    public ValueList<PersonId> HoldersAt(Role role, DateTimeOffset at) =>
        Periods.Where(p => p.Role == role && p.Covers(at)).Select(p => p.Person).Distinct().Order().ToValueList();

    /// <summary>Returns when each person who belongs or belonged first became a member.</summary>
    /// <returns>One instant for each person.</returns>
    public IReadOnlyDictionary<PersonId, DateTimeOffset> FirstJoined()
    {
        Dictionary<PersonId, DateTimeOffset> first = [];
        foreach (MembershipPeriod period in Periods)
        {
            if (period.IsMembership)
            {
                first.TryAdd(period.Person, period.From);
            }
        }

        return first;
    }

    /// <summary>Returns the roster with every id in the place of the person behind it.</summary>
    /// <param name="aliases">Which ids are one person.</param>
    /// <returns>A roster of people; periods that say the same are there once, others may overlap: who is away under one id is away (<see cref="MembershipPeriod.Status"/>). This one when no alias is in it. O(n log n).</returns>
    public Roster Under(PersonAliases aliases)
    {
        ArgumentNullException.ThrowIfNull(aliases);
        return Periods.All(p => aliases.PersonOf(p.Person) == p.Person) ? this : new(Community, Periods.Select(p => p.Of(aliases.PersonOf(p.Person))).Distinct().ToValueList());
    }
}
