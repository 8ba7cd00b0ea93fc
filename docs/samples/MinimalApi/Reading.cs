using System.Runtime.CompilerServices;

namespace MinimalApi;

/// <summary>Values that a handler makes of what a request says: illegal ones are a fault of the request, and only these.</summary>
internal static class Reading
{
    /// <summary>Makes a value whose constructor checks what it is given.</summary>
    public static T Value<T>(Func<T> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException illegal)
        {
            throw new BadHttpRequestException(illegal.Message, illegal);
        }
    }

    /// <summary>Lets a value through that is legal.</summary>
    public static void Check(Action check) => Value(() =>
    {
        check();
        return true;
    });

    /// <summary>How many rows a page has.</summary>
    public static int Take(int? take, int usual, int most) => take is null or > 0 && (take ?? usual) <= most
        ? take ?? usual
        : throw new BadHttpRequestException($"take is from 1 to {most}, not {take}.");

    /// <summary>Reads a value of an enumeration in the path or the query by its name; the framework's own binding takes any number.</summary>
    public static TEnum Named<TEnum>(string text, [CallerArgumentExpression(nameof(text))] string? parameter = null)
        where TEnum : struct, Enum =>
        Enum.GetNames<TEnum>().FirstOrDefault(n => n.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } name
            ? Enum.Parse<TEnum>(name)
            : throw new BadHttpRequestException($"{parameter} is one of {string.Join(", ", Enum.GetNames<TEnum>())}, not '{text}'.");
}
