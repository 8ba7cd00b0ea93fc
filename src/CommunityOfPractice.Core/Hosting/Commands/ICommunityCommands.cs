using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Carries out every command about communities, memberships and roles: checks permission, decides, appends to the journal, tells the handlers.</summary>
/// <remarks>
/// One call, one transaction: all facts of the command are committed or none is. When somebody else was faster, it is decided again on
/// what is there now; the rules are never broken by two writers. Implementations are safe for concurrent use.
/// </remarks>
public interface ICommunityCommands
{
    /// <summary>Carries out a command now.</summary>
    /// <param name="command">The command.</param>
    /// <param name="by">Who wants it.</param>
    /// <param name="cancellationToken">Ends the call; before the commit nothing has happened, after it the answer still comes.</param>
    /// <returns>
    /// Accepted once committed; refused with every unmet guard of the command, with <c>community.parent-unknown</c>, <c>merge.from-unknown</c>, <c>question.to-unknown</c> or <c>escalation.to-unknown</c> when it names a
    /// community that does not exist or that the actor may not see, with <c>permission.denied</c> when the actor may not, or
    /// with <c>record.contended</c> when others were faster again and again.
    /// </returns>
    /// <exception cref="ArgumentException">Who acts is the default value of <see cref="Actor"/>.</exception>
    ValueTask<Decision<Committed>> ExecuteAsync(Command command, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Carries out a command with an id, a time of its own or fields of the host.</summary>
    /// <param name="request">The command with who wants it.</param>
    /// <param name="cancellationToken">Ends the call; before the commit nothing has happened, after it the answer still comes.</param>
    /// <returns>
    /// As the other overload; <c>command.time</c> for a time that lies in the future, <c>record.time</c> for one before the latest fact,
    /// <c>command.id-taken</c> for an id under which somebody else has put a command. A repetition is answered with the entries of the
    /// first time; it is neither decided nor told to handlers again.
    /// </returns>
    /// <exception cref="ArgumentException">Who acts is the default value of <see cref="Actor"/>.</exception>
    ValueTask<Decision<Committed>> ExecuteAsync(CommandRequest request, CancellationToken cancellationToken = default);
}
