using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using CommunityOfPractice.Core.Memberships;

namespace CommunityOfPractice.Core.Records;

/// <summary>Reads and writes policies as JSON, without reflection.</summary>
/// <remarks>
/// <para>Names are in camel case, enumerations are words, spans are texts such as <c>90.00:00:00</c> (90 days). An unknown or repeated member
/// is a <see cref="JsonException"/> that names it, so that a slip of the pen does not go unnoticed.</para>
/// <para>Reading judges no values: see <see cref="PolicySet.Problems"/>.</para>
/// </remarks>
/// <example><code>
/// PolicySet policies = PolicyJson.Read("""{ "membership": { "lapseAfter": "200.00:00:00" } }""");   // all else as by default
/// if (policies.Problems() is { Count: > 0 } problems) { … }
/// </code></example>
public static class PolicyJson
{
    private static readonly PolicyJsonContext Context = new(new JsonSerializerOptions(PolicyJsonContext.Default.Options) { AllowDuplicateProperties = false });

    /// <summary>Gets how a whole set of policies is written.</summary>
    /// <value>Metadata for <see cref="JsonSerializer"/>. For a file that says only what differs from the defaults, use <see cref="Read"/>.</value>
    public static JsonTypeInfo<PolicySet> PolicySet => Context.PolicySet;

    /// <summary>Reads policies of which only the differences from <see cref="PolicySet.Default"/> need be there.</summary>
    /// <param name="json">A JSON object; comments and trailing commas are allowed. A list replaces the default list as a whole; a rule of a role in it need state only what differs from <see cref="RoleRule"/>'s defaults.</param>
    /// <returns>The policies.</returns>
    /// <exception cref="JsonException">It is no such object, or has a member that there is not.</exception>
    public static PolicySet Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        JsonDocumentOptions lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, AllowDuplicateProperties = false };
        JsonObject stated = JsonNode.Parse(json, documentOptions: lenient) as JsonObject ?? throw new JsonException("Policies are a JSON object.");
        JsonObject whole = (JsonObject)JsonSerializer.SerializeToNode(Records.PolicySet.Default, PolicySet)!;
        Lay(stated, whole);
        if (((whole["membership"] as JsonObject)?["roles"] as JsonObject)?["rules"] is JsonArray rules)
        {
            for (int i = 0; i < rules.Count; i++)
            {
                rules[i] = rules[i] is JsonObject rule ? OverDefaults(rule) : rules[i]?.DeepClone();
            }
        }

        return whole.Deserialize(PolicySet)!;
    }

    /// <summary>The generated reader gives a member that is not there the default of its type, not of the rule.</summary>
    private static JsonObject OverDefaults(JsonObject rule)
    {
        JsonObject whole = (JsonObject)JsonSerializer.SerializeToNode(new RoleRule(default), Context.RoleRule)!;
        whole.Remove("role");
        Lay(rule, whole);
        return whole;
    }

    /// <summary>Puts what is stated over what is there; objects are gone into.</summary>
    private static void Lay(JsonObject stated, JsonObject over)
    {
        foreach ((string name, JsonNode? value) in stated)
        {
            if (value is JsonObject part && over[name] is JsonObject below)
            {
                Lay(part, below);
            }
            else
            {
                over[name] = value?.DeepClone();
            }
        }
    }
}
