using System.Text;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>How the value of a column is written in JSON; in CSV every value is a text.</summary>
internal enum Shape : byte
{
    Text,
    List,
    Time,
    Flag,
    Number,
}

/// <summary>One column of a kind.</summary>
internal sealed record Column(string Name, Shape Shape = Shape.Text, bool Required = false)
{
    public byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(Name);
}

/// <summary>The columns of one kind, in the order in which they are written; a column is known by its index.</summary>
internal sealed class Schema(InterchangeKind kind, string name, params Column[] columns)
{
    public InterchangeKind Kind => kind;

    /// <summary>The value of <c>kind</c> in JSON Lines.</summary>
    public string Name => name;

    public byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(name);

    public ReadOnlySpan<Column> Columns => columns;

    public Column this[int column] => columns[column];

    /// <summary>The index of the column of that name, or -1.</summary>
    public int IndexOf(ReadOnlySpan<byte> utf8Name, bool ignoreCase)
    {
        for (int i = 0; i < columns.Length; i++)
        {
            byte[] name = columns[i].Utf8Name;
            if (ignoreCase ? Ascii.EqualsIgnoreCase(utf8Name, name) : utf8Name.SequenceEqual(name))
            {
                return i;
            }
        }

        return -1;
    }
}
