using System.Runtime.CompilerServices;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>Takes rows off a window of bytes that moves over a file; bounded in memory whatever the file holds.</summary>
internal abstract class RowReader(FileScope file, long firstLine)
{
    private bool skipping;

    /// <summary>The physical line on which the next row begins.</summary>
    public long Line { get; private set; } = firstLine;

    /// <summary>Whether the rest of the file cannot be read.</summary>
    public bool IsHopeless { get; protected set; }

    protected FileScope File => file;

    protected byte[] Window { get; private set; } = [];

    /// <summary>Whether the window is ASCII without NUL, so that no value needs to be checked for that.</summary>
    protected bool IsPlain { get; private set; }

    /// <summary>Reads all complete rows; at the end of the file the last row is complete.</summary>
    /// <returns>How many bytes were taken off the window.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Read(byte[] window, int start, int end, bool final)
    {
        Window = window;
        ReadOnlySpan<byte> all = window.AsSpan(start, end - start);
        IsPlain = !all.ContainsAnyExceptInRange((byte)1, (byte)127);
        Begin(start, end);
        int at = start;
        while (at < end && !IsHopeless)
        {
            int used = skipping ? Skip(window.AsSpan(at, end - at)) : ReadRow(at, end, final);
            if (used == 0)
            {
                break;
            }

            at += used;
        }

        return at - start;
    }

    /// <summary>Gives up on a row that fills the whole window and does not end in it.</summary>
    /// <returns>How many bytes were taken off the window.</returns>
    public virtual int GiveUp(byte[] window, int end)
    {
        ReportTooLong();
        skipping = true;
        return end;
    }

    /// <summary>Called for each window before its rows are read.</summary>
    protected virtual void Begin(int start, int end)
    {
    }

    /// <summary>Reads one row, or several at once.</summary>
    /// <returns>How many bytes there are, line ends included; 0 when the row does not end in the window.</returns>
    protected abstract int ReadRow(int start, int end, bool final);

    protected void NextLine(long lines = 1) => Line += lines;

    protected void ReportTooLong() =>
        file.Error(Line, null, ProblemCode.RowTooLong, $"the row is longer than {file.MaxRowBytes} bytes; is a quote or a line end missing?");

    private int Skip(ReadOnlySpan<byte> window)
    {
        int end = window.IndexOf((byte)'\n');
        skipping = end < 0;
        Line += skipping ? 0 : 1;
        return skipping ? window.Length : end + 1;
    }
}
