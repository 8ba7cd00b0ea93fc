namespace CommunityOfPractice.Core.Hosting;

/// <summary>Permissions that follow a matrix.</summary>
public sealed class MatrixPermissions : IPermissions
{
    private readonly PermissionMatrix matrix;

    /// <summary>Creates permissions.</summary>
    /// <param name="matrix">The matrix.</param>
    public MatrixPermissions(PermissionMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        this.matrix = matrix;
    }

    /// <summary>The standings of which one is enough for a command.</summary>
    internal Standing RequiredFor(Type command) => matrix.RequiredFor(command);

    /// <inheritdoc/>
    public ValueTask<bool> AllowsAsync(PermissionQuestion question, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        cancellationToken.ThrowIfCancellationRequested();
        return new(matrix.Allows(question.Command.GetType(), question.Standing));
    }
}
