using System.Runtime.CompilerServices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>The one rule for texts that are no ids: at most 10,000 characters, no NUL, well-formed Unicode; empty is absent.</summary>
internal static class EntryText
{
    /// <summary>The most characters (Unicode code points) a text may have.</summary>
    public const int MaxLength = PlainText.MaxLength;

    public static string? Check(string? text, [CallerMemberName] string parameter = "")
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return PlainText.Length(text) <= MaxLength ? text : throw new ArgumentException("A text has at most 10,000 characters of well-formed Unicode, without NUL.", parameter);
    }

    public static ValueList<string> Check(ValueList<string> items, [CallerMemberName] string parameter = "")
    {
        ArgumentNullException.ThrowIfNull(items, parameter);
        return items.All(item => Check(item, parameter) is not null) ? items : throw new ArgumentException("An item is not empty.", parameter);
    }

    /// <summary>An id that names something: the default value of an id type does not.</summary>
    public static T Named<T>(T id, [CallerMemberName] string parameter = "")
        where T : struct => id.ToString()!.Length > 0 ? id : throw new ArgumentException("The default value names nothing.", parameter);

    /// <summary>A value of an enumeration that has a name.</summary>
    public static T Known<T>(T value, [CallerMemberName] string parameter = "")
        where T : struct, Enum
    {
        Defined.Check(value, parameter);
        return value;
    }

    public static ValueList<T> Named<T>(ValueList<T> ids, [CallerMemberName] string parameter = "")
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(ids, parameter);
        foreach (T id in ids)
        {
            _ = Named(id, parameter);
        }

        return ids;
    }
}
