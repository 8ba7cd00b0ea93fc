using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Says who may do what somebody may not.</summary>
internal static class Denials
{
    /// <summary>The refusal; its arguments are the standings by their names and the name of the command, or the latter alone where the host decides.</summary>
    /// <param name="command">The command's type.</param>
    /// <param name="enough">The standings of which one is enough; null when the host decides and does not say.</param>
    public static Reason Reason(Type command, Standing? enough)
    {
        string what = Spoken.Words(command.Name);
        return enough is { } standings
            ? new("permission.denied", $"{Who(standings)}: {what}.") { Arguments = [standings.ToString(), command.Name] }
            : new("permission.denied", $"You may not do this here: {what}.") { Arguments = [command.Name] };
    }

    private static string Who(Standing standings)
    {
        string[] who = [.. Enum.GetValues<Standing>().Where(s => s != Standing.None && standings.HasFlag(s)).Select(Name)];
        return who.Length switch
        {
            0 => "Nobody may do this here",
            1 => $"Only {who[0]} may do this",
            _ => $"Only {string.Join(", ", who[..^1])} or {who[^1]} may do this",
        };
    }

    private static string Name(Standing standing) => standing switch
    {
        Standing.Anyone => "a person",
        Standing.Self => "the person concerned",
        Standing.Member => "an active member",
        Standing.CoreGroup => "the core group",
        Standing.Facilitator => "an active facilitator",
        Standing.Sponsor => "the sponsor",
        Standing.Administrator => "an administrator",
        Standing.Policy => "a rule",
        Standing.Proposer => "the proposer",
        _ => throw new ArgumentOutOfRangeException(nameof(standing)),
    };
}
