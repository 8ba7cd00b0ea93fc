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
}
