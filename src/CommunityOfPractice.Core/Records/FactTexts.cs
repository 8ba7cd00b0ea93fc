using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>The one place where texts are limited: whatever a command writes goes through here before it is accepted.</summary>
/// <remarks>Guards: <c>text.too-long</c> (more than 10,000 characters, as in the interchange format), <c>text.malformed</c> (half of a surrogate pair, or NUL).</remarks>
internal static class FactTexts
{
    /// <summary>Notes texts that cannot be kept; of a decision that is refused anyway, as far as it came.</summary>
    /// <returns>The facts.</returns>
    public static IReadOnlyCollection<Fact> Require(IEnumerable<Fact> facts, Cause because, Guards guards)
    {
        IReadOnlyCollection<Fact> made = guards.Met ? [.. facts] : facts as IReadOnlyCollection<Fact> ?? [];
        foreach (Fact fact in made)
        {
            FactTypes.Of(fact).Shape.VisitTexts(fact, string.Empty, Check);
        }

        foreach (Field field in because.Fields)
        {
            Check("fields", field.Name);
            Check("fields", field.Value);
        }

        return made;

        void Check(string name, string text)
        {
            if (text.Length <= PlainText.MaxLength && !text.AsSpan().ContainsAnyInRange('\ud800', '\udfff') && !text.Contains('\0', StringComparison.Ordinal))
            {
                return; // nearly always
            }

            int? length = PlainText.Length(text);
            guards.Require(length is not null, "text.malformed", $"A text holds no NUL and no half of a surrogate pair; '{name}' does.");
            guards.Require(!(length > PlainText.MaxLength), "text.too-long", $"A text has at most {PlainText.MaxLength} characters; '{name}' has {length}.");
        }
    }
}
