using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;

namespace CommunityOfPractice.Core.Records;

/// <summary>The registry of facts, and the source-generated serializer behind <see cref="FactJson"/>: one line a type.</summary>
/// <remarks>
/// Names are stable and are never reused. A line for each fact, a line for each type that stands in a list (a converter of lists cannot
/// tell the generator what it holds); tests say which line is missing.
/// </remarks>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]

// Facts about communities.
[JsonSerializable(typeof(CommunityLaunched)), FactName("community.launched", typeof(CommunityLaunched))]

// Facts about people in communities.
[JsonSerializable(typeof(MemberErased)), FactName("member.erased", typeof(MemberErased))]
[JsonSerializable(typeof(MemberJoined)), FactName("member.joined", typeof(MemberJoined))]

// What stands in lists.
[JsonSerializable(typeof(Field))]
[JsonSerializable(typeof(HandledCommand))]
[JsonSerializable(typeof(Membership))]
[JsonSerializable(typeof(PastPeriod))]
[JsonSerializable(typeof(Redaction))]
[JsonSerializable(typeof(RoleAssignment))]

// What surrounds facts, and what they fold into.
[JsonSerializable(typeof(Cause))]
[JsonSerializable(typeof(CommunitySnapshot))]
[JsonSerializable(typeof(EntrySeal))]
internal sealed partial class FactJsonContext : JsonSerializerContext
{
}

/// <summary>Gives a fact the name by which it is stored.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
internal sealed class FactNameAttribute(string name, Type fact) : Attribute
{
    public string Name { get; } = name;

    public Type Fact { get; } = fact;
}

/// <summary>One type of facts: its name, how it is written, and where in it personal data stand.</summary>
internal sealed class FactType(string name, JsonTypeInfo json)
{
    private readonly Lazy<PersonalShape> shape = new(() => PersonalShape.Of(json));

    public string Name => name;

    public JsonTypeInfo Json => json;

    public PersonalShape Shape => shape.Value;
}

/// <summary>Finds types of facts by name and by what they are.</summary>
internal static class FactTypes
{
    private static readonly FactNameAttribute[] Names = [.. typeof(FactJsonContext).GetCustomAttributes<FactNameAttribute>()];

    private static readonly FrozenDictionary<Type, FactType> ByType =
        Names.ToFrozenDictionary(n => n.Fact, n => new FactType(n.Name, Context.GetTypeInfo(n.Fact)!));

    private static readonly FrozenDictionary<string, FactType> ByName = ByType.Values.ToFrozenDictionary(t => t.Name, StringComparer.Ordinal);

    private static readonly Lazy<PersonalShape> CauseShape = new(() => PersonalShape.Of(Context.Cause));

    private static readonly Lazy<PersonalShape> MembershipShape = new(() => PersonalShape.Of(Context.Membership));

    public static FactJsonContext Context => Holder.Context;

    public static IEnumerable<FactType> All => ByName.Values.OrderBy(t => t.Name, StringComparer.Ordinal);

    public static PersonalShape Cause => CauseShape.Value;

    public static PersonalShape Membership => MembershipShape.Value;

    public static FactType Of(Fact fact) => ByType.TryGetValue(fact.GetType(), out FactType? type)
        ? type
        : throw new ArgumentException($"{fact.GetType().Name} has no name yet: add a line to Records/FactTypes.cs.", nameof(fact));

    public static FactType? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Apart, so that it is there before the tables are made.</summary>
    private static class Holder
    {
        public static readonly FactJsonContext Context = new(new JsonSerializerOptions(FactJsonContext.Default.Options) { AllowDuplicateProperties = false });
    }
}
