using System.Globalization;
using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>Something wrong in a file, with its place.</summary>
/// <remarks>Compared by value. The code is the contract; the text is for people and may be reworded. The text shows at most 40 characters of the data, control characters replaced.</remarks>
/// <param name="Severity">How bad it is.</param>
/// <param name="File">The name of the file, as the host gave it.</param>
/// <param name="Line">The physical line on which the row begins, from 1; 0 when the file as a whole is meant.</param>
/// <param name="Column">The column or property; null when the row or the file as a whole is meant.</param>
/// <param name="Code">A stable, dotted code such as <c>value.missing</c>; all of them are listed in docs/interchange.md.</param>
/// <param name="Text">One sentence in plain English.</param>
public sealed record InterchangeProblem(
    [property: JsonRequired] InterchangeSeverity Severity,
    [property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string File,
    [property: JsonRequired] long Line,
    string? Column,
    [property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string Code,
    [property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string Text)
{
    /// <summary>Returns place and text.</summary>
    /// <returns><c>people.csv:12: department: …</c>, without the parts that are not known.</returns>
    public override string ToString()
    {
        string line = Line > 0 ? string.Create(CultureInfo.InvariantCulture, $":{Line}") : string.Empty;
        string column = Column is null ? string.Empty : $"{Column}: ";
        return $"{File}{line}: {column}{Text}";
    }
}
