using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Lets memberships follow the company's directory as far as they may: it invites whom a rule of the host fits, and lets go who left; it adds nobody.</summary>
/// <remarks>
/// The host works out whom its rule fits (a department, a job title); the rules of <see cref="Records.DirectorySync"/> say what follows. It acts as
/// <see cref="Actor"/>, through the commands, so permissions and handlers apply. Implementations are safe for concurrent use.
/// </remarks>
public interface IDirectorySync
{
    /// <summary>Gets as whom the directory acts.</summary>
    /// <value>A host; <c>host:directory</c> by default.</value>
    Actor Actor { get; }

    /// <summary>Tells what would follow from the directory of today; nothing is done.</summary>
    /// <param name="community">The community.</param>
    /// <param name="fitting">Who fits the host's rule today, in any order.</param>
    /// <param name="departed">Who has left the organisation, in any order; it counts more than fitting.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Commands that would be accepted now, first exits, then invitations, each by id; refused with <c>community.unknown</c>.</returns>
    ValueTask<Decision<ValueList<MembershipCommand>>> ProposeAsync(
        CommunityId community, IReadOnlyCollection<PersonId> fitting, IReadOnlyCollection<PersonId> departed, CancellationToken cancellationToken = default);

    /// <summary>Does what follows from the directory of today, one command after the other, each in a transaction of its own.</summary>
    /// <param name="community">The community.</param>
    /// <param name="fitting">Who fits the host's rule today, in any order.</param>
    /// <param name="departed">Who has left the organisation, in any order; it counts more than fitting.</param>
    /// <param name="cancellationToken">Ends the call; what was done stays done, and the next call does the rest.</param>
    /// <returns>
    /// What was done, and who could not go yet (a last facilitator hands over first); refused with <c>community.unknown</c>. Once more with the
    /// same directory does nothing.
    /// </returns>
    ValueTask<Decision<DirectorySyncOutcome>> SyncAsync(
        CommunityId community, IReadOnlyCollection<PersonId> fitting, IReadOnlyCollection<PersonId> departed, CancellationToken cancellationToken = default);
}
