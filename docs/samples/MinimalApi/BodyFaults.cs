using System.Collections;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CommunityOfPractice.Core.Vocabulary;

namespace MinimalApi;

/// <summary>Holds JSON against the type that is read from it, by the same options, and says everything that does not fit.</summary>
internal sealed class BodyFaults(JsonSerializerOptions options)
{
    private const int Shown = 60;

    /// <summary>Whether a value of the type stands in a path or a query.</summary>
    public static bool IsSimple(Type type) => Bare(type) is var bare && (bare == typeof(string) || bare == typeof(bool) || bare == typeof(int) || IsId(bare));

    /// <summary>Whether the type is one of the library's ids.</summary>
    public static bool IsId(Type type) => type.Namespace?.StartsWith("CommunityOfPractice.Core.", StringComparison.Ordinal) == true
        && type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IParsable<>));

    /// <summary>The type of the items when it is the library's list, which a converter of its own reads.</summary>
    public static Type? ItemOf(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>) ? type.GetGenericArguments()[0] : null;

    /// <summary>What is wrong with a value in a path or a query; null when nothing is.</summary>
    public string? OfText(string text, Type type)
    {
        bool fits = Bare(type) == typeof(bool) ? bool.TryParse(text, out _) : Fits(JsonSerializer.SerializeToElement(text), Bare(type));
        return fits ? null : Sentence(Bare(type), $"'{Short(text)}'");
    }

    /// <summary>Everything that is wrong with a body.</summary>
    public IEnumerable<Fault> Of(JsonElement element, Type type, string place = "$")
    {
        JsonTypeInfo info = options.GetTypeInfo(Bare(type));
        Type? item = ItemOf(type) ?? (info.Kind == JsonTypeInfoKind.Enumerable ? info.ElementType : null);
        if (element.ValueKind == JsonValueKind.Null)
        {
            return [new("member.illegal", Sentence(type, "null"), "body", place)];
        }

        if (item is not null && element.ValueKind == JsonValueKind.Array)
        {
            return element.EnumerateArray().SelectMany((e, i) => Of(e, item, string.Create(CultureInfo.InvariantCulture, $"{place}[{i}]")));
        }

        if (info.Kind == JsonTypeInfoKind.Object && element.ValueKind == JsonValueKind.Object)
        {
            return Members(element, info, place);
        }

        return item is null && Fits(element, Bare(type)) ? [] : [new("member.illegal", Sentence(Bare(type), Text(element)), "body", place)];
    }

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private IEnumerable<Fault> Members(JsonElement element, JsonTypeInfo info, string place)
    {
        StringComparer names = options.PropertyNameCaseInsensitive ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        Dictionary<string, JsonPropertyInfo> known = info.Properties.Where(p => p.Set is not null || p.AssociatedParameter is not null).ToDictionary(p => p.Name, names);
        HashSet<string> seen = new(names);
        foreach (JsonProperty member in element.EnumerateObject())
        {
            seen.Add(member.Name);
            if (!known.TryGetValue(member.Name, out JsonPropertyInfo? property))
            {
                if ((info.UnmappedMemberHandling ?? options.UnmappedMemberHandling) == JsonUnmappedMemberHandling.Disallow)
                {
                    yield return new("member.unknown", $"There is no member '{Short(member.Name)}' here; there are {string.Join(", ", known.Keys)}.", "body", $"{place}.{Short(member.Name)}");
                }
            }
            else if (member.Value.ValueKind != JsonValueKind.Null || !IsOptional(property))
            {
                foreach (Fault fault in Of(member.Value, property.PropertyType, $"{place}.{property.Name}"))
                {
                    yield return fault;
                }
            }
        }

        foreach (JsonPropertyInfo missing in known.Values.Where(p => p.IsRequired && !seen.Contains(p.Name)))
        {
            yield return new("member.missing", $"'{missing.Name}' is needed.", "body", $"{place}.{missing.Name}");
        }
    }

    private static bool IsOptional(JsonPropertyInfo property) => property.IsSetNullable && (!property.PropertyType.IsValueType || Nullable.GetUnderlyingType(property.PropertyType) is not null);

    private bool Fits(JsonElement element, Type type)
    {
        try
        {
            return element.Deserialize(type, options) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Sentence(Type type, string given) => $"{Expected(Bare(type))} is expected here, not {given}.";

    private static string Expected(Type type) => type switch
    {
        { IsEnum: true } => $"One of {string.Join(", ", Enum.GetNames(type))}",
        _ when IsId(type) => "An id of 1 to 200 characters without NUL",
        _ when type == typeof(string) => "A text",
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(DateTimeOffset) => "A time such as 2026-01-07T10:00:00Z",
        _ when type == typeof(int) => $"A whole number from {int.MinValue} to {int.MaxValue}",
        _ when type == typeof(ulong) => $"A whole number from 0 to {ulong.MaxValue}",
        _ when type.IsAssignableTo(typeof(IEnumerable)) => "A list in [ ]",
        _ => "An object in { }",
    };

    private static string Text(JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? $"'{Short(element.GetString()!)}'" : Short(Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(element)));

    private static string Short(string text) => text.Length <= Shown ? text : $"{text[..(char.IsHighSurrogate(text[Shown - 1]) ? Shown - 1 : Shown)]}…";
}
