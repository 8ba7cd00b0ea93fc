using System.Text.Json;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>One line of JSON Lines: turns the properties of its object into the slots of a row.</summary>
internal sealed class JsonObject(Row row)
{
    private static readonly int[] SlotOfColumn = [.. Enumerable.Range(0, KindRows.Schemas.Max(schema => schema.Columns.Length))];
    private static readonly int KindSlot = SlotOfColumn.Length;

    private readonly Scratch item = new();
    private byte[] window = [];
    private int start;
    private int length;
    private bool escaped;

    public Row Row => row;

    public void Begin(byte[] window, int start, int length, long line)
    {
        (this.window, this.start, this.length, escaped) = (window, start, length, false);
        row.BeginEmpty(window, line, KindSlot + 1);
    }

    /// <summary>The schema of the object's kind; null, and reported, when it has none that can be read.</summary>
    public Schema? FindKind()
    {
        Utf8JsonReader reader = new(window.AsSpan(start, length));
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            row.File.Error(row.Line, null, ProblemCode.JsonNotObject, "the line is no JSON object");
            return null;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isKind = NameOf(in reader).SequenceEqual("kind"u8);
            reader.Read();
            if (isKind)
            {
                return KindOf(reader);
            }

            reader.Skip();
        }

        reader.Read();
        row.File.Error(row.Line, "kind", ProblemCode.KindMissing, "the line has no kind");
        return null;
    }

    /// <summary>Fills the row with the properties of the object.</summary>
    public void Read(Schema schema, bool isPlain)
    {
        row.Use(schema, SlotOfColumn[..schema.Columns.Length]);
        Utf8JsonReader reader = new(window.AsSpan(start, length));
        reader.Read();
        int seen = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            Property(ref reader, schema, ref seen);
        }

        reader.Read();
        if (!isPlain || escaped)
        {
            row.CheckTexts();
        }
    }

    /// <summary>The name of a property; valid until the next text is unescaped.</summary>
    private ReadOnlySpan<byte> NameOf(in Utf8JsonReader reader)
    {
        item.Clear();
        return reader.ValueIsEscaped && JsonText.TryUnescape(reader.ValueSpan, item) ? item.Bytes.AsSpan(0, item.Count) : reader.ValueSpan;
    }

    private Schema? KindOf(in Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> name = reader.ValueSpan;
        foreach (Schema schema in KindRows.Schemas)
        {
            if (reader.TokenType == JsonTokenType.String && name.SequenceEqual(schema.Utf8Name))
            {
                return schema;
            }
        }

        string shown = Shown.Text(name);
        (string code, string text) = name.SequenceEqual("role"u8)
            ? (ProblemCode.KindUnsupported, "a role is no kind of its own: it is a column of the kind membership")
            : (ProblemCode.KindUnknown, $"{shown} is no kind; known are {string.Join(", ", KindRows.Schemas.Select(schema => schema.Name))}");
        row.File.Error(row.Line, "kind", code, text);
        return null;
    }

    private void Property(ref Utf8JsonReader reader, Schema schema, ref int seen)
    {
        ReadOnlySpan<byte> name = NameOf(in reader);
        bool isKind = name.SequenceEqual("kind"u8);
        int column = isKind ? KindSlot : schema.IndexOf(name, ignoreCase: false);
        if (column < 0 && !row.File.Lenient)
        {
            row.File.Error(row.Line, Shown.Name(name), ProblemCode.PropertyUnknown, $"{Shown.Text(name)} is no property of the kind {schema.Name}");
        }

        reader.Read();
        if (column < 0 || (isKind && (seen & 1 << column) == 0))
        {
            reader.Skip();
        }
        else if ((seen & 1 << column) != 0)
        {
            row.File.Error(row.Line, isKind ? "kind" : schema[column].Name, ProblemCode.PropertyDuplicate, "the property is there more than once");
            row.Set(column, Slot.Bad);
            reader.Skip();
        }
        else
        {
            row.Set(column, Value(ref reader, column, schema[column].Shape));
        }

        seen |= column < 0 ? 0 : 1 << column;
    }

    private Slot Value(ref Utf8JsonReader reader, int column, Shape shape)
    {
        switch (shape, reader.TokenType)
        {
            case (_, JsonTokenType.Null):
                return default;
            case (Shape.Text or Shape.Time, JsonTokenType.String):
                return Text(in reader, column);
            case (Shape.List, JsonTokenType.StartArray):
                return List(ref reader, column);
            case (Shape.Time or Shape.Number, JsonTokenType.Number):
            case (Shape.Flag, JsonTokenType.True or JsonTokenType.False):
                return Slot.InWindow(start + (int)reader.TokenStartIndex, reader.ValueSpan.Length);
            default:
                return WrongType(ref reader, column, shape);
        }
    }

    private Slot Text(in Utf8JsonReader reader, int column)
    {
        if (!reader.ValueIsEscaped)
        {
            return Slot.InWindow(start + (int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
        }

        int from = row.Scratch.Count;
        return TryUnescape(in reader, column, row.Scratch) ? row.Scratch.Since(from) : Slot.Bad;
    }

    /// <summary>An array of strings, written as the list that it would be in CSV.</summary>
    private Slot List(ref Utf8JsonReader reader, int column)
    {
        int from = row.Scratch.Count;
        bool good = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            item.Clear();
            if (reader.TokenType != JsonTokenType.String)
            {
                good = false;
                WrongType(ref reader, column, Shape.List);
            }
            else if (!TryUnescape(in reader, column, item))
            {
                good = false;
            }
            else if (item.Count == 0)
            {
                good = false;
                row.Error(column, ProblemCode.ListEmptyItem, "an item of the list is empty");
            }
            else
            {
                ListItems.Append(row.Scratch, from, item.Bytes.AsSpan(0, item.Count));
            }
        }

        return good ? row.Scratch.Since(from) : Slot.Bad;
    }

    private bool TryUnescape(in Utf8JsonReader reader, int column, Scratch into)
    {
        escaped |= reader.ValueIsEscaped;
        if (JsonText.TryUnescape(reader.ValueSpan, into))
        {
            return true;
        }

        row.Error(column, ProblemCode.TextLoneSurrogate, "the text holds half of a surrogate pair");
        return false;
    }

    private Slot WrongType(ref Utf8JsonReader reader, int column, Shape shape)
    {
        string wanted = shape switch
        {
            Shape.Text => "a text in quotes",
            Shape.List => "an array of texts",
            Shape.Time => "a text in quotes or a number of seconds",
            Shape.Flag => "true or false",
            _ => "a number",
        };
        row.Error(column, ProblemCode.JsonType, $"the value must be {wanted}");
        reader.Skip();
        return Slot.Bad;
    }
}
