using System.Text.Json;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Tool.Histories;

/// <summary>Reads policies from a file: JSON that names what differs from the defaults.</summary>
internal static class PolicyFile
{
    /// <exception cref="DataException">The file is no JSON, names something that does not exist, or the policies have problems.</exception>
    public static PolicySet Read(Terminal terminal, string path)
    {
        try
        {
            using StreamReader text = new(InputFiles.OpenOrRefuse(terminal, path, "nothing was done"));
            PolicySet policies = PolicyJson.Read(text.ReadToEnd());
            ValueList<Reason> problems = policies.Problems();
            return problems.Count == 0 ? policies : throw new DataException($"'{path}': {string.Join("; ", problems.Select(p => $"{p.Text} [{p.Code}]"))}");
        }
        catch (JsonException problem)
        {
            throw new DataException($"'{path}' is not readable as policies: {problem.Message}");
        }
    }
}
