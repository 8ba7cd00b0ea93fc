namespace CommunityOfPractice.Core.Hosting;

/// <summary>Decides who may put which command; the host can replace it.</summary>
/// <remarks>
/// Implementations are safe for concurrent use. They are asked while the community is held: they answer from the question and from
/// what the host knows, and put no commands or queries of this library, which throws <see cref="InvalidOperationException"/>.
/// </remarks>
public interface IPermissions
{
    /// <summary>Answers whether an actor may put a command.</summary>
    /// <param name="question">The command, the actor and their standing.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns><see langword="true"/> when they may.</returns>
    ValueTask<bool> AllowsAsync(PermissionQuestion question, CancellationToken cancellationToken = default);
}
