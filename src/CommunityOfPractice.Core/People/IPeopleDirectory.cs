namespace CommunityOfPractice.Core.People;

/// <summary>The port through which the library asks the host about its people.</summary>
/// <remarks>The host owns the people; the library only reads. Implementations are safe for concurrent use.</remarks>
public interface IPeopleDirectory
{
    /// <summary>Reads what is known about some people.</summary>
    /// <param name="people">Whom to read; each at most once.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The people that are known, in any order, each once; the unknown are left out.</returns>
    IAsyncEnumerable<Person> ReadAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken = default);

    /// <summary>Counts the people for whom communities are, by department and place.</summary>
    /// <remarks>A person of several ids (<see cref="AliasesAsync"/>) counts once: as what is known under their own id, or else under the first of their aliases (ordinal) of which anything is known. Asked for once for each window that is looked at. Without an own implementation nothing is known, and no report says whether a community represents the organisation.</remarks>
    /// <param name="at">As of when.</param>
    /// <param name="cancellationToken">Ends the counting.</param>
    /// <returns>The counts; null, the default, when the directory cannot count.</returns>
    ValueTask<OrganisationCounts?> CountAsync(DateTimeOffset at, CancellationToken cancellationToken = default) => new((OrganisationCounts?)null);

    /// <summary>Reads which ids are one person.</summary>
    /// <remarks>Without an own implementation every id is a person. What was recorded stays as it is; readings and reports look ids up when they are made.</remarks>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The aliases; <see cref="PersonAliases.None"/> by default.</returns>
    ValueTask<PersonAliases> AliasesAsync(CancellationToken cancellationToken = default) => new(PersonAliases.None);
}
