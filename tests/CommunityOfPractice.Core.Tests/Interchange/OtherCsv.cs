using CsvHelper;

namespace CommunityOfPractice.Core.Tests.Interchange;

/// <summary>An independent reader of CSV.</summary>
internal static class OtherCsv
{
    public static List<string[]> Read(byte[] csv, char delimiter)
    {
        using CsvReader reader = CsvReader.Create(csv, new CsvReaderOptions { Separator = delimiter, HasHeader = false, MalformedData = CsvMalformedDataHandling.Throw });
        List<string[]> rows = [];
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        }

        return rows;
    }
}
