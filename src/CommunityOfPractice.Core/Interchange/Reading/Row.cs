using System.Text.Unicode;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>The row that is being read: one slot of UTF-8 bytes for each value, whatever format it comes from.</summary>
/// <remarks>One object serves a whole file; nothing is allocated for a row.</remarks>
internal sealed class Row(FileScope file)
{
    /// <summary>In a layout: the file does not have the column.</summary>
    public const int Absent = -1;

    /// <summary>In a layout: the column cannot be told, and that was reported already.</summary>
    public const int Broken = -2;

    private byte[] window = [];
    private int[] layout = [];
    private Slot[] slots = new Slot[16];

    public FileScope File => file;

    public Scratch Scratch { get; } = new();

    public Schema Schema { get; private set; } = ActivityRows.Schema;

    /// <summary>The physical line on which the row begins, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>How many values the row has; what goes beyond the layout is counted and not kept.</summary>
    public int Count { get; private set; }

    /// <summary>Whether no cell holds anything, as spreadsheets leave rows behind.</summary>
    public bool IsBlank
    {
        get
        {
            int slot = 0;
            while (slot < Count && slots[slot].Length <= 0)
            {
                slot++;
            }

            return slot == Count;
        }
    }

    public ReadOnlySpan<byte> this[int column]
    {
        get
        {
            int slot = layout[column];
            return slot < 0 ? default : slots[slot].Of(window, Scratch.Bytes);
        }
    }

    /// <summary>Says which column each slot belongs to.</summary>
    /// <param name="schema">The kind of the rows to come.</param>
    /// <param name="slotOfColumn">For each column of the kind a slot, <see cref="Absent"/> or <see cref="Broken"/>.</param>
    public void Use(Schema schema, int[] slotOfColumn)
    {
        Schema = schema;
        layout = slotOfColumn;
    }

    public void Begin(byte[] window, long line)
    {
        this.window = window;
        Line = line;
        Count = 0;
        Scratch.Clear();
    }

    /// <summary>Begins a row whose slots are filled by index; all are absent at first.</summary>
    public void BeginEmpty(byte[] window, long line, int slotCount)
    {
        Begin(window, line);
        Slots(slotCount).Clear();
    }

    /// <summary>Makes room for all slots of a row, to be filled by index.</summary>
    public Span<Slot> Slots(int count)
    {
        if (slots.Length < count)
        {
            Array.Resize(ref slots, count);
        }

        Count = count;
        return slots.AsSpan(0, count);
    }

    public void Add(Slot slot)
    {
        if (Count == slots.Length && layout.Length == 0)
        {
            Array.Resize(ref slots, Count * 2);
        }

        if (Count < slots.Length)
        {
            slots[Count] = slot;
        }

        Count++;
    }

    public ReadOnlySpan<byte> OfSlot(int slot) => slots[slot].Of(window, Scratch.Bytes);

    public void Set(int slot, Slot value) => slots[slot] = value;

    /// <summary>Whether the file does not have the column.</summary>
    public bool IsAbsent(int column) => layout[column] == Absent;

    public bool IsBad(int column) => layout[column] == Broken || (layout[column] >= 0 && slots[layout[column]].Length < 0);

    /// <summary>Checks that every value is well-formed UTF-8 without NUL; needless for ASCII without NUL.</summary>
    public void CheckTexts()
    {
        for (int column = 0; column < layout.Length; column++)
        {
            ReadOnlySpan<byte> text = this[column];
            if (!Utf8.IsValid(text))
            {
                Spoil(column, ProblemCode.TextNotUtf8, "is not well-formed UTF-8; save the file as UTF-8");
            }
            else if (text.Contains((byte)0))
            {
                Spoil(column, ProblemCode.TextNul, "holds a NUL character");
            }
        }
    }

    public void Error(int column, string code, string text) => file.Error(Line, Schema[column].Name, code, text);

    private void Spoil(int column, string code, string text)
    {
        Error(column, code, text);
        slots[layout[column]] = Slot.Bad;
    }
}
