using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.People;

/// <summary>How many people an organisation has in each department and in each place: counts only, nobody is named.</summary>
/// <remarks>Immutable and compared by value. What a community is compared with when it is asked whether it represents the organisation.</remarks>
/// <param name="Departments">One row a department, by name (ordinal); people whose department is unknown are left out.</param>
/// <param name="Locations">One row a place, by name (ordinal); people whose place is unknown are left out.</param>
public sealed record OrganisationCounts(
    [property: JsonRequired, JsonConverter(typeof(ValueListJsonConverter<GroupCount>))] ValueList<GroupCount> Departments,
    [property: JsonRequired, JsonConverter(typeof(ValueListJsonConverter<GroupCount>))] ValueList<GroupCount> Locations)
{
    /// <summary>Counts people.</summary>
    /// <param name="people">Everybody for whom communities are, each once.</param>
    /// <param name="at">As of when; who has left by then, or not begun, has no attributes then and is not counted.</param>
    /// <returns>The counts; O(n log n).</returns>
    public static OrganisationCounts Of(IEnumerable<Person> people, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(people);
        PersonAttributes[] known = [.. people.Select(p => p.AsOf(at)).OfType<PersonAttributes>()];
        return new(Count(known.Select(a => a.Department)), Count(known.Select(a => a.Location)));
    }

    private static ValueList<GroupCount> Count(IEnumerable<string?> groups) =>
        groups.OfType<string>().GroupBy(g => g, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new GroupCount(g.Key, g.Count())).ToValueList();
}

/// <summary>How many people are in one group.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Group">The name of the group, such as a department.</param>
/// <param name="People">How many, zero or more.</param>
public sealed record GroupCount(
    [property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string Group,
    [property: JsonRequired] int People);
