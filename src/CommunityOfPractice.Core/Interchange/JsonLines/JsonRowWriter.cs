using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>Writes rows as JSON Lines: one object a line, the kind first, absent values left out.</summary>
internal sealed class JsonRowWriter : RowWriter, IDisposable
{
    private readonly IBufferWriter<byte> output;
    private readonly Utf8JsonWriter json;
    private Schema schema = ActivityRows.Schema;

    public JsonRowWriter(IBufferWriter<byte> output)
    {
        this.output = output;
        json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    public override void Begin(Schema schema)
    {
        this.schema = schema;
        json.Reset(output);
        json.WriteStartObject();
        json.WriteString("kind"u8, schema.Utf8Name);
    }

    public override void Text(int column, string? value)
    {
        if (value is not null)
        {
            json.WriteString(schema[column].Utf8Name, value);
        }
    }

    public override void List<T>(int column, ValueList<T> items)
    {
        if (items.Count == 0)
        {
            return;
        }

        json.WriteStartArray(schema[column].Utf8Name);
        foreach (T item in items)
        {
            json.WriteStringValue(item.ToString());
        }

        json.WriteEndArray();
    }

    public override void Flag(int column, bool? value)
    {
        if (value is { } flag)
        {
            json.WriteBoolean(schema[column].Utf8Name, flag);
        }
    }

    public override void Number(int column, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(schema[column].Utf8Name, number);
        }
    }

    public override void End()
    {
        json.WriteEndObject();
        json.Flush();
        output.Write("\n"u8);
    }

    public void Dispose() => json.Dispose();
}
