using System.Buffers;
using System.Text;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>Writes the interchange format: everything as JSON Lines, or the rows of one kind as CSV.</summary>
/// <remarks>
/// UTF-8 without byte order mark; lines end with a line feed in both formats; times are in UTC. The same data give the same bytes, and
/// what was written and read again is written the same. Data are written as the stream takes them and are never held as a whole.
/// </remarks>
public static class InterchangeWriter
{
    private const int FlushAt = 1 << 16;

    /// <summary>Writes everything as JSON Lines.</summary>
    /// <param name="stream">Where to; flushed, not closed.</param>
    /// <param name="data">What to write.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <returns>A task that ends when everything is written.</returns>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public static async ValueTask WriteJsonLinesAsync(Stream stream, InterchangeData data, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(data);
        ArrayBufferWriter<byte> output = new(2 * FlushAt);
        using JsonRowWriter rows = new(output);
        output.Write(Encoding.UTF8.GetBytes(JsonHeader.Text + "\n"));
        foreach (InterchangeKind kind in new[] { InterchangeKind.Person, InterchangeKind.Community, InterchangeKind.Membership, InterchangeKind.Meeting, InterchangeKind.Activity })
        {
            await WriteAsync(stream, output, data, kind, rows, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Writes the rows of one kind as CSV, with a header.</summary>
    /// <param name="stream">Where to; flushed, not closed.</param>
    /// <param name="data">What to write.</param>
    /// <param name="kind">Which rows.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <returns>A task that ends when everything is written.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not a defined kind.</exception>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public static ValueTask WriteCsvAsync(Stream stream, InterchangeData data, InterchangeKind kind, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)kind, (int)InterchangeKind.Meeting, nameof(kind));
        ArrayBufferWriter<byte> output = new(2 * FlushAt);
        CsvRowWriter rows = new(output);
        rows.Header(KindRows.SchemaOf(kind));
        return WriteAsync(stream, output, data, kind, rows, cancellationToken);
    }

    private static async ValueTask WriteAsync(
        Stream stream, ArrayBufferWriter<byte> output, InterchangeData data, InterchangeKind kind, RowWriter rows, CancellationToken cancellationToken)
    {
        int count = CountOf(data, kind);
        for (int i = 0; i < count; i++)
        {
            rows.Begin(KindRows.SchemaOf(kind));
            WriteRow(data, kind, i, rows);
            rows.End();
            if (output.WrittenCount >= FlushAt)
            {
                await FlushAsync(stream, output, cancellationToken).ConfigureAwait(false);
            }
        }

        await FlushAsync(stream, output, cancellationToken).ConfigureAwait(false);
        await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    private static int CountOf(InterchangeData data, InterchangeKind kind) => kind switch
    {
        InterchangeKind.Activity => data.Log.Count,
        InterchangeKind.Person => data.People.Count,
        InterchangeKind.Community => data.Communities.Count,
        InterchangeKind.Membership => data.Memberships.Count,
        _ => data.Meetings.Count,
    };

    private static void WriteRow(InterchangeData data, InterchangeKind kind, int row, RowWriter writer)
    {
        switch (kind)
        {
            case InterchangeKind.Activity:
                ActivityRows.Write(data.Log[row], writer);
                break;
            case InterchangeKind.Person:
                PersonRows.Write(data.People[row], writer);
                break;
            case InterchangeKind.Community:
                CommunityRows.Write(data.Communities[row], writer);
                break;
            case InterchangeKind.Membership:
                MembershipRows.Write(data.Memberships[row], writer);
                break;
            default:
                MeetingRows.Write(data.Meetings[row], writer);
                break;
        }
    }

    private static async ValueTask FlushAsync(Stream stream, ArrayBufferWriter<byte> output, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(output.WrittenMemory, cancellationToken).ConfigureAwait(false);
        output.ResetWrittenCount();
    }
}
