using System.Globalization;
using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>The value-creation matrix: what published stories claim, by cycle and by the indicator that shows it.</summary>
/// <remarks>
/// Immutable and compared by value. Indicators say that something changed, stories how; neither is enough without the other. Names nobody and is no
/// input of a score.
/// </remarks>
/// <param name="Rows">By cycle and indicator; every cycle has a row without an indicator, also when there is no claim.</param>
/// <param name="Stories">How many published stories it is made of.</param>
/// <param name="LongChains">How many of them have a chain of 3 or more (<see cref="ValueStory.ChainLength"/>).</param>
public sealed record ValueMatrix([property: JsonConverter(typeof(ValueListJsonConverter<ValueMatrixRow>))] ValueList<ValueMatrixRow> Rows, int Stories, int LongChains)
{
    /// <summary>Makes the matrix of stories.</summary>
    /// <param name="stories">The stories; those that are not published do not count.</param>
    /// <returns>The matrix; O(c log c) for c claims.</returns>
    public static ValueMatrix Of(IEnumerable<ValueStory> stories)
    {
        ArgumentNullException.ThrowIfNull(stories);
        ValueStory[] published = [.. stories.Where(s => s.Status == StoryStatus.Published)];
        (ValueStory Story, ValueClaim Claim, string Indicator)[] cells =
        [
            .. from story in published
               from claim in story.Claims
               from indicator in claim.Indicators.Count == 0 ? [string.Empty] : claim.Indicators.Distinct(StringComparer.Ordinal)
               select (story, claim, indicator),
        ];
        IEnumerable<ValueMatrixRow> rows =
            from cycle in Enum.GetValues<ValueCycle>()
            from indicator in cells.Where(c => c.Claim.Cycle == cycle).Select(c => c.Indicator).Append(string.Empty).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            let here = cells.Where(c => c.Claim.Cycle == cycle && c.Indicator == indicator).ToArray()
            select new ValueMatrixRow(cycle, indicator, here.Select(c => c.Story.Id).Distinct().Count(), here.Length, here.Sum(c => c.Claim.Evidence.Count));
        return new(rows.ToValueList(), published.Length, published.Count(s => s.ChainLength >= 3));
    }

    /// <summary>Returns the matrix as lines of a CSV file, for a spreadsheet.</summary>
    /// <remarks>
    /// The first line is the header <c>cycle,indicator,stories,claims,evidence</c>. Every text is quoted; one that a spreadsheet would take for a formula (it begins
    /// with =, +, -, @, a tab or a line break) gets an apostrophe in front. The same in every culture.
    /// </remarks>
    /// <returns>Lines without an ending.</returns>
    public ValueList<string> ToCsv() =>
    [
        "cycle,indicator,stories,claims,evidence",
        .. Rows.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Cycle},{Cell(r.Indicator)},{r.Stories},{r.Claims},{r.Evidence}")),
    ];

    private static string Cell(string text)
    {
        bool formula = text.Length > 0 && text[0] is ('=' or '+' or '-' or '@' or '\t' or '\r' or '\n');
        return $"\"{(formula ? "'" : string.Empty)}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}

/// <summary>One row of the value-creation matrix.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Cycle">What kind of value.</param>
/// <param name="Indicator">The indicator that shows it; empty for claims without one.</param>
/// <param name="Stories">How many stories claim it.</param>
/// <param name="Claims">In how many claims.</param>
/// <param name="Evidence">With how many links to evidence.</param>
public sealed record ValueMatrixRow(ValueCycle Cycle, string Indicator, int Stories, int Claims, int Evidence);
