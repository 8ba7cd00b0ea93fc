using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Gives one person's data out, and takes them out, across all communities and activities.</summary>
/// <remarks>Only the person and the host may ask. Implementations are safe for concurrent use.</remarks>
public interface IPersonalData
{
    /// <summary>Exports everything that is known about a person, for themselves.</summary>
    /// <param name="person">The person.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>
    /// A JSON document in UTF-8, indented: <c>schema</c>, <c>person</c>, <c>exportedAt</c>, <c>directory</c> (what the host knows over time; null when it
    /// knows nothing), <c>communities</c> (see <see cref="Records.PersonalExport"/>) and <c>activities</c>. Other people are not named. Refused with
    /// <c>permission.denied</c>.
    /// </returns>
    ValueTask<Decision<ReadOnlyMemory<byte>>> ExportAsync(PersonId person, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Erases a person: a tombstone without a name, drawn at random, takes their place in journals and activities.</summary>
    /// <param name="person">The person.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancellationToken">Ends the call; what was erased until then stays erased, and the call can be repeated.</param>
    /// <returns>As the other overload; nothing is chosen for communities that would lose their last facilitator.</returns>
    ValueTask<Decision<ErasureReceipt>> EraseAsync(PersonId person, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Erases a person: a tombstone without a name takes their place in journals and activities.</summary>
    /// <param name="request">Who, at whose wish, and what becomes of communities that would lose their last facilitator.</param>
    /// <param name="cancellationToken">Ends the call; what was erased until then stays erased, and the call can be repeated.</param>
    /// <returns>
    /// Accepted with what was done. Refused with nothing changed with <c>permission.denied</c>, <c>erasure.tombstone-taken</c> (it stands for somebody
    /// in a journal that names the person), <c>role.last-facilitator</c>, <c>role.interim-missing</c>, <c>role.interim-not-active</c> or
    /// <c>role.interim-not-accepted</c>, one reason for each community concerned. When another facilitator goes while the erasure runs, or
    /// others change a community again and again (<c>record.contended</c>), it is refused after part of the communities was done.
    /// </returns>
    /// <remarks>
    /// <para>Every community is asked first, so that nobody is half erased because of the last one. In each community, one transaction ends the
    /// roles (an accepted successor takes over), redacts what names the person and appends the fact that says so. Activities come last.</para>
    /// <para>An interrupted erasure is finished by asking again. What is left then gets another random tombstone, so that measures over several
    /// communities may count two people where one was; give a tombstone to prevent that. Asking again after the end finds nothing.</para>
    /// <para>End the person's access first: who goes on acting comes into the journals anew.</para>
    /// </remarks>
    /// <exception cref="ArgumentException">The person has the default value, or the tombstone has it or is the person.</exception>
    ValueTask<Decision<ErasureReceipt>> EraseAsync(ErasureRequest request, CancellationToken cancellationToken = default);
}
