using System.Text;
using CommunityOfPractice.Tool.Csv;

namespace CommunityOfPractice.Tool.Tests;

/// <summary>The reader of any CSV against what was written, with cells of every kind and reads of every size.</summary>
public sealed class CsvRowsTests
{
    private static readonly string[] Cells = ["", "a", "ä€𝄞", "two words", "a,b", "say \"x\"", "\"", "two\nlines", "two\r\nlines", " ", "'=1", new string('x', 300)];

    [Fact]
    public void Cells_AreThoseThatWereWritten()
    {
        Random random = new(2026);
        for (int round = 0; round < 300; round++)
        {
            char delimiter = ",;\t"[round % 3];
            string lineEnd = random.Next(2) == 0 ? "\n" : "\r\n";
            string[][] rows = [.. Enumerable.Range(0, random.Next(1, 40)).Select(_ => Enumerable.Range(0, 3).Select(_ => Cells[random.Next(Cells.Length)]).ToArray())];
            rows[0] = ["from", "to", "note"];
            string text = string.Concat(rows.Select(row => string.Join(delimiter, row.Select(cell => Written(cell, delimiter, random))) + lineEnd));
            text = random.Next(2) == 0 ? text : text[..^lineEnd.Length];

            using CsvRows read = new(new Dripping(Encoding.UTF8.GetBytes(text), random));
            long line = 1;
            foreach (string[] row in rows)
            {
                Assert.True(read.Read());
                Assert.Null(read.Fault);
                Assert.Equal(line, read.Line);
                Assert.Equal(row, Enumerable.Range(0, read.Count).Select(cell => read[cell].ToString()));
                line += 1 + row.Sum(cell => cell.Count(c => c == '\n'));
            }

            Assert.False(read.Read());
        }
    }

    [Fact]
    public void BlankLines_ArePassedOver_AndCounted()
    {
        using CsvRows read = new(new MemoryStream("\n\na\n\r\n\"\"\n\nb"u8.ToArray()));
        List<(long, string)> rows = [];
        while (read.Read())
        {
            rows.Add((read.Line, read[0].ToString()));
        }

        Assert.Equal([(3, "a"), (5, ""), (7, "b")], rows);
    }

    [Fact]
    public void RowsThatAreTooLong_AreAnError_AndReadingGoesOn()
    {
        using CsvRows read = new(new MemoryStream(Encoding.UTF8.GetBytes("a,b\nc,\"" + new string('x', 3 << 20) + "\nd,e\n")));
        Assert.True(read.Read() && read.Fault is null);
        Assert.True(read.Read());
        Assert.Equal((2, "quote.unclosed"), (read.Line, read.Fault!.Code));
        Assert.True(read.Read());
        Assert.Equal((3, null, "d"), (read.Line, read.Fault, read[0].ToString()));
        Assert.False(read.Read());
    }

    private static string Written(string cell, char delimiter, Random random) =>
        cell.Contains(delimiter) || cell.Contains('"') || cell.Contains('\n') || random.Next(4) == 0 ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    /// <summary>A stream that gives a few bytes at a time.</summary>
    private sealed class Dripping(byte[] bytes, Random random) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, random.Next(1, 60)));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, random.Next(1, 60))]);
    }
}
