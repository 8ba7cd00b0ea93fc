namespace CommunityOfPractice.Core.Hosting;

/// <summary>Decides who may put which command; the host can replace it.</summary>
/// <remarks>Implementations are safe for concurrent use.</remarks>
public interface IPermissions
{
    /// <summary>Answers whether an actor may put a command.</summary>
    /// <param name="question">The command, the actor and their standing.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns><see langword="true"/> when they may.</returns>
    ValueTask<bool> AllowsAsync(PermissionQuestion question, CancellationToken cancellationToken = default);
}
