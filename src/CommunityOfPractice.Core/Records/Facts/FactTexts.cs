using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>The one place where it is seen to that what is kept can be read back: whatever a command writes goes through here before it is accepted.</summary>
/// <remarks>
/// Guards: <c>text.too-long</c> (more than 10,000 characters, as in the interchange format), <c>text.malformed</c> (half of a surrogate pair, or NUL),
/// <c>id.missing</c> (an id with its default value), <c>value.missing</c> (null in a list, or where something has to stand).
/// </remarks>
internal static class FactTexts
{
    /// <summary>Notes texts, ids and values that cannot be kept; of a decision that is refused anyway texts only, as far as it came.</summary>
    /// <returns>The facts.</returns>
    public static IReadOnlyCollection<Fact> Require(IEnumerable<Fact> facts, Cause because, Guards guards)
    {
        bool whole = guards.Met;
        IReadOnlyCollection<Fact> made = whole ? [.. facts] : facts as IReadOnlyCollection<Fact> ?? [];
        foreach (Fact fact in made)
        {
            FactTypes.Of(fact).Shape.VisitParts(fact, string.Empty, CheckPart);
        }

        foreach (Field field in because.Fields)
        {
            CheckPart("fields", field.Name);
            CheckPart("fields", field.Value);
        }

        return made;

        void CheckPart(string name, object? part)
        {
            if (part is string text)
            {
                Check(name, text);
            }
            else if (!whole)
            {
                return; // facts of a refused decision may lack what a guard has asked for
            }
            else if (part is null)
            {
                guards.Require(false, "value.missing", $"Nothing stands in '{name}' where something has to.");
            }
            else
            {
                guards.Require(part.ToString() is { Length: > 0 }, "id.missing", $"An id in '{name}' names nothing.");
            }
        }

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
