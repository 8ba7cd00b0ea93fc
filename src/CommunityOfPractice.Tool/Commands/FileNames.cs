using System.CommandLine.Parsing;

namespace CommunityOfPractice.Tool.Commands;

/// <summary>Checks the names of files on the command line.</summary>
internal static class FileNames
{
    /// <summary>Refuses an empty name, as an unset variable leaves it.</summary>
    public static void RefuseEmpty(SymbolResult result, string what)
    {
        if (result.Tokens.Any(t => t.Value.Length == 0))
        {
            result.AddError($"{what} needs the name of a file.");
        }
    }
}
