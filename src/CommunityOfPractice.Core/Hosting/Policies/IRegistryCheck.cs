using CommunityOfPractice.Core.Records;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Checks all communities at once.</summary>
/// <remarks>Changes nothing. Implementations are safe for concurrent use.</remarks>
public interface IRegistryCheck
{
    /// <summary>Checks every community and every tie between them, as of now.</summary>
    /// <param name="cancellationToken">Ends the check.</param>
    /// <returns>
    /// Every finding and not only the first. First what was found within communities, by id (ordinal), those of a community by severity and
    /// code, handed out as soon as the community was read; then what was found between communities, in the same order.
    /// </returns>
    IAsyncEnumerable<RegistryFinding> CheckAsync(CancellationToken cancellationToken = default);
}
