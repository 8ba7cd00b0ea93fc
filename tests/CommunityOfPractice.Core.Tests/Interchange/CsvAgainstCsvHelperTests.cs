using CommunityOfPractice.Core.Interchange;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Interchange;

/// <summary>Cells are cut as CsvHelper cuts them, whatever quoting, delimiter and line end a file uses.</summary>
public class CsvAgainstCsvHelperTests
{
    [Property(MaxTest = 500, Arbitrary = [typeof(Tables)])]
    public void WellFormedCsv_CutAsCsvHelperDoes(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        byte[] csv = Import.Utf8(table.Csv);
        List<string[]> expected = OtherCsv.Read(csv, table.Delimiter);
        Outcome read = Import.Of(csv);
        Assert.Empty(read.Problems);
        Assert.Equal(table.Rows, expected.Count - 1);
        Assert.Equal(
            expected.Skip(1).Select(cells => (cells[0], Text(cells[1]), Text(cells[2]), Text(cells[3]))),
            read.Data.People.Select(entry => (entry.Person.Text, entry.Department, entry.Location, entry.Seniority)));
    }

    private static string? Text(string cell)
    {
        bool guarded = cell.Length > 1 && cell[0] == '\'' && "'=+-@\t\r\n".Contains(cell[1]);
        return cell.Length == 0 ? null : guarded ? cell[1..] : cell;
    }

    public sealed record Table(string Csv, char Delimiter, int Rows);

    public static class Tables
    {
        public static Arbitrary<Table> Table() =>
            (from delimiter in Gen.Elements(',', ';', '\t')
             from newLine in Gen.Elements("\n", "\r\n")
             from last in Gen.Elements(string.Empty, newLine)
             from count in Gen.Choose(0, 8)
             from rows in Gen.ArrayOf(Row(delimiter), count)
             select new Table(
                 string.Join(newLine, [Join(delimiter, "person", "department", "location", "seniority"), .. rows.Select((row, i) => $"p{i}{delimiter}{row}")]) + last,
                 delimiter,
                 count)).ToArbitrary();

        private static Gen<string> Row(char delimiter) =>
            from cells in Gen.ArrayOf(Cell(delimiter), 3)
            select string.Join(delimiter, cells);

        private static Gen<string> Cell(char delimiter) =>
            from text in Gen.Frequency((1, Gen.Constant(string.Empty)), (4, SomeData.Text))
            from quote in Gen.Elements(true, false)
            select quote || text.IndexOfAny([delimiter, '"', '\r', '\n']) >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

        private static string Join(char delimiter, params string[] cells) => string.Join(delimiter, cells);
    }
}
