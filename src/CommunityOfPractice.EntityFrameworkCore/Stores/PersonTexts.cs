using System.Buffers;
using System.Text;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.EntityFrameworkCore;

/// <summary>What texts about a person must be so that every database keeps and counts them: well-formed Unicode without NUL, as everywhere in the library.</summary>
/// <remarks>One NUL would make PostgreSQL refuse to count anybody, since its JSON has no such character; half of a surrogate pair would come back as another text.</remarks>
internal static class PersonTexts
{
    /// <exception cref="ArgumentException">A text is not so; the message names the person and what is known of them by it.</exception>
    public static Person Checked(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        foreach (PersonAttributes known in person.History)
        {
            foreach ((string name, string? text) in Texts(known))
            {
                if (!IsSound(text))
                {
                    throw new ArgumentException($"A text holds no NUL and no half of a surrogate pair; the {name} of '{person.Id}' does.", nameof(person));
                }
            }
        }

        return person;
    }

    private static IEnumerable<(string Name, string? Text)> Texts(PersonAttributes known) =>
    [
        ("department", known.Department), ("location", known.Location), ("time zone", known.TimeZone), ("seniority", known.Seniority), .. known.Languages.Select(l => ("language", (string?)l)),
    ];

    private static bool IsSound(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out Rune rune, out int used) != OperationStatus.Done || rune.Value == 0)
            {
                return false;
            }

            text = text[used..];
        }

        return true;
    }
}
