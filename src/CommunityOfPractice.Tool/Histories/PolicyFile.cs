using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Memberships;
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
            using Stream stream = InputFiles.Open(terminal, path);
            JsonNode all = JsonSerializer.SerializeToNode(PolicySet.Default, PolicyJson.Default.PolicySet)!;
            JsonNode? given = JsonNode.Parse(stream, null, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (given is not JsonObject changes)
            {
                throw new DataException($"'{path}' does not hold one JSON object with policies");
            }

            Merge(all.AsObject(), changes, string.Empty, path);
            PolicySet policies = all.Deserialize(PolicyJson.Default.PolicySet)!;
            ValueList<Reason> problems = policies.Problems();
            return problems.Count == 0 ? policies : throw new DataException($"'{path}': {string.Join("; ", problems.Select(p => $"{p.Text} [{p.Code}]"))}");
        }
        catch (JsonException problem)
        {
            throw new DataException($"'{path}' is not readable as policies: {problem.Message}");
        }
        catch (InvalidOperationException problem)
        {
            throw new DataException($"'{path}' is not readable as policies: {problem.Message}");
        }
    }

    /// <summary>Puts what is given over what is there: objects part by part, all else as a whole.</summary>
    private static void Merge(JsonObject into, JsonObject changes, string place, string path)
    {
        foreach ((string name, JsonNode? value) in changes)
        {
            if (!into.ContainsKey(name))
            {
                throw new DataException($"'{path}': there is no '{place}{name}'; known are {string.Join(", ", into.Select(p => p.Key))}");
            }

            if (into[name] is JsonObject part)
            {
                Merge(part, value as JsonObject ?? throw new DataException($"'{path}': '{place}{name}' is an object"), $"{place}{name}.", path);
            }
            else
            {
                into[name] = value?.DeepClone();
            }
        }
    }
}

/// <summary>How policies are written, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(PolicySet))]
[JsonSerializable(typeof(RoleRule))]
[JsonSerializable(typeof(Role))]
[JsonSerializable(typeof(TimeSpan))]
[JsonSerializable(typeof(string))]
internal sealed partial class PolicyJson : JsonSerializerContext
{
}
