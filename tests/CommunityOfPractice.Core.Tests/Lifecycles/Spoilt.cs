using System.Collections;
using System.Reflection;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Lifecycles;

/// <summary>Copies of a value with one id that names nothing, or one null in a list, at each place where there can be one.</summary>
internal static class Spoilt
{
    /// <summary>Whether there is such a place in values of a type.</summary>
    public static bool IsIn(Type type) => PropertiesOf(type).Select(p => Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType)
        .Any(t => IsId(t) || (t.IsGenericType && t.GetGenericTypeDefinition() == typeof(ValueList<>)));

    public static IEnumerable<(string Path, Func<object> Copy)> Copies(object value)
    {
        foreach (PropertyInfo property in PropertiesOf(value.GetType()))
        {
            object? held = property.GetValue(value);
            foreach ((string path, Func<object> spoilt) in Values(property.PropertyType, held))
            {
                yield return (property.Name + path, () => With(value, property, spoilt()));
            }
        }
    }

    private static IEnumerable<PropertyInfo> PropertiesOf(Type type) =>
        type.GetProperties().Where(p => p.CanWrite && p.GetIndexParameters().Length == 0 && p.Name != nameof(Command.Community));

    private static IEnumerable<(string Path, Func<object> Spoilt)> Values(Type type, object? held)
    {
        Type bare = Nullable.GetUnderlyingType(type) ?? type;
        if (IsId(bare))
        {
            return [("", () => Activator.CreateInstance(bare)!)];
        }

        if (held is null)
        {
            return [];
        }

        return bare.IsGenericType && bare.GetGenericTypeDefinition() == typeof(ValueList<>) ? Lists(bare.GetGenericArguments()[0], [.. ((IEnumerable)held).Cast<object?>()])
            : bare.IsClass && bare.Assembly == typeof(Command).Assembly ? Copies(held).Select(c => ("." + c.Path, c.Copy))
            : [];
    }

    private static IEnumerable<(string Path, Func<object> Spoilt)> Lists(Type item, object?[] items)
    {
        if (IsId(item) || !item.IsValueType)
        {
            yield return ("[+]", () => List(item, [.. items, item.IsValueType ? Activator.CreateInstance(item) : null]));
        }

        for (int i = 0; i < items.Length; i++)
        {
            int at = i;
            foreach ((string path, Func<object> spoilt) in Values(item, items[i]))
            {
                yield return ("[]" + path, () => List(item, [.. items[..at], spoilt(), .. items[(at + 1)..]]));
            }
        }
    }

    private static bool IsId(Type type) => type.IsValueType && type.Name.EndsWith("Id", StringComparison.Ordinal) && type.Assembly == typeof(Command).Assembly;

    private static object List(Type item, object?[] items)
    {
        Array typed = Array.CreateInstance(item, items.Length);
        Array.Copy(items, typed, items.Length);
        return typeof(ValueList).GetMethod(nameof(ValueList.ToValueList))!.MakeGenericMethod(item).Invoke(null, [typed])!;
    }

    private static object With(object value, PropertyInfo property, object held)
    {
        object copy = value.GetType().GetMethod("<Clone>$")!.Invoke(value, null)!;
        property.SetValue(copy, held);
        return copy;
    }
}
