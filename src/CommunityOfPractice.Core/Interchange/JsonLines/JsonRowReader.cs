using System.Text.Json;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>Cuts JSON Lines into rows: a header line, then one object a line with its kind.</summary>
internal sealed class JsonRowReader : RowReader
{
    private readonly KindRows[] kinds;
    private readonly JsonObject json;
    private bool headed;

    public JsonRowReader(FileScope file, long firstLine, Draft draft)
        : base(file, firstLine)
    {
        kinds = [.. KindRows.Schemas.Select(schema => KindRows.Of(schema.Kind, draft))];
        json = new JsonObject(new Row(file));
    }

    protected override int ReadRow(int start, int end, bool final)
    {
        int length = Window.AsSpan(start, end - start).IndexOf((byte)'\n');
        if (length < 0 && !final)
        {
            return 0;
        }

        length = length < 0 ? end - start : length;
        if (length > File.MaxRowBytes)
        {
            ReportTooLong();
        }
        else if (Window.AsSpan(start, length).ContainsAnyExcept(" \t\r"u8))
        {
            ReadLine(start, length);
        }

        NextLine();
        return Math.Min(length + 1, end - start);
    }

    private void ReadLine(int start, int length)
    {
        try
        {
            if (headed || !JsonHeader.TryRead(Window.AsSpan(start, length), File, Line))
            {
                ReadObject(start, length);
            }
        }
        catch (JsonException malformed)
        {
            File.Error(Line, null, ProblemCode.JsonMalformed, $"the line is not well-formed JSON, at byte {malformed.BytePositionInLine + 1}");
        }

        headed = true;
    }

    private void ReadObject(int start, int length)
    {
        if (!headed)
        {
            File.Error(Line, null, ProblemCode.HeaderMissing, $"the first line is not {JsonHeader.Text}");
        }

        json.Begin(Window, start, length, Line);
        if (json.FindKind() is { } schema)
        {
            json.Read(schema, IsPlain);
            kinds[(int)schema.Kind].Read(json.Row);
        }
    }
}
