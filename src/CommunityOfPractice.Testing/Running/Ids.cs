using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Testing;

/// <summary>Ids that stores like to confuse or to sort wrongly: case, accents, blanks, digits, scripts, and both sides of the surrogates.</summary>
internal static class Ids
{
    public static readonly string[] Tricky = ["a", "A", "b", "B", "a ", " a", "ä", "a\u0308", "z", "Z", "10", "9", "ß", "ss", "_", "-", "a'b", "a\"b", "a\\b", "%", "🙂", "～", "\uE000", "Ω", "語"];

    public static readonly CommunityId[] Communities = [.. Tricky.Select(t => new CommunityId(t))];

    public static readonly PersonId[] People = [.. Tricky.Select(t => new PersonId(t))];

    public static T Any<T>(this Random random, T[] items) => items[random.Next(items.Length)];
}
