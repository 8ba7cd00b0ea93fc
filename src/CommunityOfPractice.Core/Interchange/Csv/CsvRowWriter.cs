using System.Buffers;
using System.Globalization;
using System.Text;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>Writes rows as CSV: commas, line feeds, quotes only where they are needed, safe to open in a spreadsheet.</summary>
internal sealed class CsvRowWriter(IBufferWriter<byte> output) : RowWriter
{
    private static readonly SearchValues<byte> NeedsQuotes = SearchValues.Create(",\"\r\n"u8);

    private readonly Scratch cell = new();

    /// <summary>Writes the first row, with all columns of the kind.</summary>
    public void Header(Schema schema)
    {
        output.Write(Encoding.UTF8.GetBytes(string.Join(',', schema.Columns.ToArray().Select(column => column.Name))));
        End();
    }

    public override void Begin(Schema schema)
    {
    }

    public override void Text(int column, string? value)
    {
        cell.Clear();
        cell.Add(Encoding.UTF8.GetBytes(value ?? string.Empty));
        Cell(column);
    }

    public override void List<T>(int column, ValueList<T> items)
    {
        cell.Clear();
        foreach (T item in items)
        {
            ListItems.Append(cell, 0, Encoding.UTF8.GetBytes(item.ToString()!));
        }

        Cell(column);
    }

    public override void Flag(int column, bool? value) => Text(column, value is { } flag ? (flag ? "yes" : "no") : null);

    public override void Number(int column, int? value) => Text(column, value?.ToString(CultureInfo.InvariantCulture));

    public override void End() => output.Write("\n"u8);

    private void Cell(int column)
    {
        output.Write(column == 0 ? [] : ","u8);
        ReadOnlySpan<byte> text = cell.Bytes.AsSpan(0, cell.Count);
        ReadOnlySpan<byte> guard = FormulaGuard.NeedsGuard(text) ? "'"u8 : [];
        bool quoted = text.ContainsAny(NeedsQuotes);
        output.Write(quoted ? "\""u8 : []);
        output.Write(guard);
        for (int quote = text.IndexOf((byte)'"'); quote >= 0; quote = text.IndexOf((byte)'"'))
        {
            output.Write(text[..(quote + 1)]);
            output.Write("\""u8);
            text = text[(quote + 1)..];
        }

        output.Write(text);
        output.Write(quoted ? "\""u8 : []);
    }
}
