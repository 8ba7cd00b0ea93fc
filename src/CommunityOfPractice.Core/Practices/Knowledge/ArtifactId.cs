using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Names one artifact, in the host's own terms; no two communities give one id to different artifacts.</summary>
/// <remarks>
/// Any text of 1 to 200 characters (Unicode code points), without NUL, in well-formed Unicode; case counts and nothing is trimmed.
/// Compared and ordered by UTF-16 code units (ordinal). The default value has the empty text and names nothing.
/// </remarks>
[JsonConverter(typeof(ParsableJsonConverter<ArtifactId>))]
public readonly record struct ArtifactId : IParsable<ArtifactId>, IComparable<ArtifactId>
{
    private readonly string? text;

    /// <summary>Creates an id from its text.</summary>
    /// <param name="text">1 to 200 characters.</param>
    /// <exception cref="ArgumentException"><paramref name="text"/> is empty, too long, holds NUL or half of a surrogate pair.</exception>
    public ArtifactId(string text) => this.text = IdText.Check(text, nameof(text));

    /// <summary>Gets the text of the id.</summary>
    /// <value>Never null; empty for the default value only.</value>
    public string Text => text ?? string.Empty;

    /// <inheritdoc/>
    public static ArtifactId Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ArtifactId result)
    {
        bool legal = s is not null && IdText.Problem(s) is null;
        result = legal ? new ArtifactId(s!) : default;
        return legal;
    }

    /// <inheritdoc/>
    public int CompareTo(ArtifactId other) => string.CompareOrdinal(Text, other.Text);

    /// <summary>Returns the text of the id.</summary>
    /// <returns><see cref="Text"/>.</returns>
    public override string ToString() => Text;
}
