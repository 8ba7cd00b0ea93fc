using System.Collections.Frozen;
using System.Text;
using CommunityOfPractice.Core.Communities;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Who may put which command: one row a command, one column a standing.</summary>
/// <remarks>
/// Immutable. A command without a row is allowed to nobody. What the matrix allows, the rules of the command may still refuse: that
/// only the person can join, for instance, is a rule and no permission.
/// </remarks>
public sealed class PermissionMatrix
{
    private readonly FrozenDictionary<Type, Standing> rows;

    /// <summary>Creates a matrix.</summary>
    /// <param name="rows">For each type of command, the standings of which one is enough.</param>
    /// <exception cref="ArgumentException">A type is not a command.</exception>
    public PermissionMatrix(IEnumerable<KeyValuePair<Type, Standing>> rows)
    {
        this.rows = rows.ToFrozenDictionary();
        if (this.rows.Keys.FirstOrDefault(t => t.IsAbstract || !t.IsAssignableTo(typeof(Command))) is { } stranger)
        {
            throw new ArgumentException($"{stranger.Name} is not a command.", nameof(rows));
        }
    }

    /// <summary>Gets the matrix that is used unless the host brings its own.</summary>
    /// <value>A row for every command, see docs/permissions.md.</value>
    public static PermissionMatrix Default { get; } = new(DefaultPermissions.Rows);

    /// <summary>Gets the rows.</summary>
    /// <value>For each type of command, the standings of which one is enough; in no particular order.</value>
    public IReadOnlyDictionary<Type, Standing> Rows => rows;

    /// <summary>Returns the standings of which one is enough for a command.</summary>
    /// <param name="command">The type of the command.</param>
    /// <returns>The standings; <see cref="Standing.None"/> for a command without a row.</returns>
    public Standing RequiredFor(Type command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return rows.GetValueOrDefault(command);
    }

    /// <summary>Returns whether an actor may put a command.</summary>
    /// <param name="command">The type of the command.</param>
    /// <param name="standing">In what capacities the actor acts.</param>
    /// <returns><see langword="true"/> when one of them is enough.</returns>
    public bool Allows(Type command, Standing standing) => (RequiredFor(command) & standing) != 0;

    /// <summary>Writes the matrix as a table: one row a command, one column a standing.</summary>
    /// <returns>Markdown, rows by name, lines ended by a line feed; <c>x</c> where the standing is enough.</returns>
    public string ToMarkdown()
    {
        Standing[] columns = [.. Enum.GetValues<Standing>().Where(s => s != Standing.None)];
        StringBuilder table = new();
        Line("command", columns.Select(c => c.ToString()));
        Line("---", columns.Select(_ => ":-:"));
        foreach ((Type command, Standing enough) in rows.OrderBy(r => r.Key.Name, StringComparer.Ordinal))
        {
            Line($"`{command.Name}`", columns.Select(c => (enough & c) != 0 ? "x" : " "));
        }

        return table.ToString();

        void Line(string first, IEnumerable<string> cells) => table.Append("| ").Append(first).Append(" | ").AppendJoin(" | ", cells).Append(" |\n");
    }

    /// <summary>Makes a matrix with one row replaced.</summary>
    /// <typeparam name="TCommand">The command.</typeparam>
    /// <param name="standings">The standings of which one is enough; <see cref="Standing.None"/> forbids it to everybody.</param>
    /// <returns>A new matrix; this one is unchanged.</returns>
    public PermissionMatrix With<TCommand>(Standing standings)
        where TCommand : Command =>
        new(rows.Where(r => r.Key != typeof(TCommand)).Append(KeyValuePair.Create(typeof(TCommand), standings)));
}
