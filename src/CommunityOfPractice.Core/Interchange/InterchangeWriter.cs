using System.Buffers;
using System.Text;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>Writes the interchange format: everything as JSON Lines, or the rows of one kind as CSV.</summary>
/// <remarks>
/// UTF-8 without byte order mark; lines end with a line feed in both formats; times are in UTC. The same data give the same bytes, and
/// what was written and read again is written the same. Data are written as the stream takes them and are never held as a whole.
/// </remarks>
public static class InterchangeWriter
{
    private const int FlushAt = 1 << 16;

    /// <summary>The order of the kinds in JSON Lines: the many activities last.</summary>
    private static readonly InterchangeKind[] Order =
    [
        InterchangeKind.Person, InterchangeKind.Alias, InterchangeKind.Community, InterchangeKind.Membership, InterchangeKind.Headcount, InterchangeKind.Meeting,
        InterchangeKind.Gathering, InterchangeKind.Attendance, InterchangeKind.Artifact, InterchangeKind.Story, InterchangeKind.Activity,
    ];

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
        foreach (InterchangeKind kind in Order)
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
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)kind, (int)InterchangeKind.Alias, nameof(kind));
        ArrayBufferWriter<byte> output = new(2 * FlushAt);
        CsvRowWriter rows = new(output);
        rows.Header(KindRows.SchemaOf(kind));
        return WriteAsync(stream, output, data, kind, rows, cancellationToken);
    }

    private static async ValueTask WriteAsync(
        Stream stream, ArrayBufferWriter<byte> output, InterchangeData data, InterchangeKind kind, RowWriter rows, CancellationToken cancellationToken)
    {
        Schema schema = KindRows.SchemaOf(kind);
        (int count, Action<int> write) = RowsOf(data, kind, rows);
        for (int i = 0; i < count; i++)
        {
            rows.Begin(schema);
            write(i);
            rows.End();
            if (output.WrittenCount >= FlushAt)
            {
                await FlushAsync(stream, output, cancellationToken).ConfigureAwait(false);
            }
        }

        await FlushAsync(stream, output, cancellationToken).ConfigureAwait(false);
        await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>How many rows there are, and how to write the values of one.</summary>
    private static (int Count, Action<int> Write) RowsOf(InterchangeData data, InterchangeKind kind, RowWriter rows)
    {
        return kind switch
        {
            InterchangeKind.Activity => (data.Log.Count, row => ActivityRows.Write(data.Log[row], rows)),
            InterchangeKind.Person => Each(data.People, PersonRows.Write),
            InterchangeKind.Community => Each(data.Communities, CommunityRows.Write),
            InterchangeKind.Membership => Each(data.Memberships, MembershipRows.Write),
            InterchangeKind.Meeting => Each(data.Meetings, MeetingRows.Write),
            InterchangeKind.Gathering => Each(data.Gatherings, GatheringRows.Write),
            InterchangeKind.Attendance => Each(data.Attendances, AttendanceRows.Write),
            InterchangeKind.Artifact => Each(data.Artifacts, ArtifactRows.Write),
            InterchangeKind.Story => Each(data.StoryRows, StoryRows.Write),
            InterchangeKind.Headcount => Each(data.Headcounts, HeadcountRows.Write),
            _ => Each(data.Aliases.All, AliasRows.Write),
        };

        (int Count, Action<int> Write) Each<T>(ValueList<T> entries, Action<T, RowWriter> write) => (entries.Count, row => write(entries[row], rows));
    }

    private static async ValueTask FlushAsync(Stream stream, ArrayBufferWriter<byte> output, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(output.WrittenMemory, cancellationToken).ConfigureAwait(false);
        output.ResetWrittenCount();
    }
}
