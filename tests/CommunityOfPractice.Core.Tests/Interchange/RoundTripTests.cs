using CommunityOfPractice.Core.Interchange;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Interchange;

[Properties(Arbitrary = [typeof(SomeData)], MaxTest = 300)]
public class RoundTripTests
{
    [Property]
    public void JsonLines_WrittenReadWritten_SameBytesAndEqualData(InterchangeData data)
    {
        byte[] written = Import.JsonLines(data);
        Outcome read = Import.Of(written);
        Assert.Empty(read.Errors);
        Import.AssertEqual(data, read.Data);
        Assert.Equal(written, Import.JsonLines(read.Data));
    }

    [Property]
    public void Csv_WrittenReadWritten_SameBytesAndEqualData(InterchangeData data)
    {
        (string Name, byte[] Bytes)[] written = Import.Csv(data);
        Outcome read = Import.Of(written);
        Assert.Empty(read.Errors);
        Import.AssertEqual(data, read.Data);
        Assert.Equal(written.Select(file => file.Bytes), Import.Csv(read.Data).Select(file => file.Bytes));
    }

    [Property]
    public void BothFormats_SameData_SameOutcome(InterchangeData data)
    {
        InterchangeData json = Import.Of(Import.JsonLines(data)).Data, csv = Import.Of(Import.Csv(data)).Data;
        Import.AssertEqual(json, csv);
        Assert.Equal(Import.JsonLines(json), Import.JsonLines(csv));
    }

    [Property]
    public void Rows_InAnyOrder_SameData(InterchangeData data, int seed)
    {
        string[] lines = System.Text.Encoding.UTF8.GetString(Import.JsonLines(data)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] rows = lines[1..];
        new Random(seed).Shuffle(rows);
        Outcome shuffled = Import.Of(string.Join('\n', [lines[0], .. rows]));
        Import.AssertEqual(data, shuffled.Data);
    }

    [Property]
    public void Files_ReadTwice_SameData(InterchangeData data)
    {
        InterchangeData once = Import.Of(Import.JsonLines(data)).Data;
        bool named = Import.Activities(data).All(activity => activity.Id is not null);
        Outcome twice = Import.Of([("a", Import.JsonLines(data)), ("b", Import.JsonLines(data))]);
        Assert.Empty(twice.Errors);
        Assert.Equal(named, twice.Data.Log.Count == once.Log.Count);
        Assert.Equal(once.People, twice.Data.People);
        Assert.Equal(once.Communities, twice.Data.Communities);
        Assert.Equal(once.Memberships, twice.Data.Memberships);
        Assert.Equal(once.Meetings, twice.Data.Meetings);
        Assert.Equal(once.Gatherings, twice.Data.Gatherings);
        Assert.Equal(once.Attendances, twice.Data.Attendances);
        Assert.Equal(once.Artifacts, twice.Data.Artifacts);
        Assert.Equal(once.Stories, twice.Data.Stories);
        Assert.Equal(once.Headcounts, twice.Data.Headcounts);
        Assert.Equal(once.Aliases, twice.Data.Aliases);
    }

    [Property]
    public void Csv_AnyDelimiterLineEndAndMark_SameData(InterchangeData data, bool mark, bool tab, bool crlf)
    {
        (string Name, byte[] Bytes)[] files = [.. Import.Csv(data).Select(file => (file.Name, Restyle(file.Bytes, mark, tab ? '\t' : ';', crlf)))];
        Import.AssertEqual(data, Import.Of(files).Data);
    }

    [Property]
    public void Csv_NoCell_LooksLikeAFormula(InterchangeData data)
    {
        foreach ((string _, byte[] bytes) in Import.Csv(data))
        {
            foreach (string[] cells in OtherCsv.Read(bytes, ','))
            {
                Assert.DoesNotContain(cells, cell => cell.Length > 0 && "=+-@\t\r\n".Contains(cell[0]));
            }
        }
    }

    private static byte[] Restyle(byte[] csv, bool mark, char delimiter, bool crlf)
    {
        IEnumerable<string> rows = OtherCsv.Read(csv, ',').Select((cells, row) =>
            string.Join(delimiter, cells.Select(cell => row == 0 ? cell.ToUpperInvariant() : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")));
        return Import.Utf8((mark ? "\uFEFF" : "") + string.Join(crlf ? "\r\n" : "\n", rows));
    }
}
