using System.Runtime.CompilerServices;

namespace MinimalApi;

/// <summary>Values that a handler makes of what a request says: illegal ones are a fault of the request, and only these.</summary>
internal static class Reading
{
    /// <summary>Makes a value whose constructor checks what it is given.</summary>
    /// <param name="make">Makes it.</param>
    /// <param name="place">Where what it is made of stands in the body.</param>
    /// <param name="header">That it is the header of this name instead.</param>
    public static T Value<T>(Func<T> make, string place, bool header = false)
    {
        try
        {
            return make();
        }
        catch (ArgumentException illegal)
        {
            string text = illegal.Message.Replace($" (Parameter '{illegal.ParamName}')", string.Empty, StringComparison.Ordinal);
            throw new IllegalRequestException(new(header ? "parameter.illegal" : "member.illegal", text, header ? "header" : "body", place));
        }
    }

    /// <summary>How many rows a page has.</summary>
    public static int Take(int? take, int usual, int most) => take is null or > 0 && (take ?? usual) <= most
        ? take ?? usual
        : throw new IllegalRequestException(new("parameter.illegal", $"take is from 1 to {most}, not {take}.", "query", "take"));

    /// <summary>Reads a value of an enumeration in the path or the query by its name; the framework's own binding takes any number.</summary>
    public static TEnum Named<TEnum>(string text, string place = "path", [CallerArgumentExpression(nameof(text))] string? parameter = null)
        where TEnum : struct, Enum =>
        Enum.GetNames<TEnum>().FirstOrDefault(n => n.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } name
            ? Enum.Parse<TEnum>(name)
            : throw new IllegalRequestException(new("parameter.illegal", $"{parameter} is one of {string.Join(", ", Enum.GetNames<TEnum>())}, not '{text}'.", place, parameter));
}
