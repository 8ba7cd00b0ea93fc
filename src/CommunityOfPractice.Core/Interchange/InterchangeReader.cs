using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>Reads files of the interchange format, JSON Lines or CSV, and reports everything that is wrong with them.</summary>
/// <remarks>
/// Read any number of files, then complete once. The activities of all files share one log. Memory is bounded by the data kept and a small
/// multiple of <see cref="InterchangeReaderOptions.MaxRowBytes"/>, whatever a file holds. Not safe for concurrent use.
/// </remarks>
public sealed class InterchangeReader
{
    private const int MostExpectedRows = 1 << 21;

    /// <summary>So many bytes of files fit into any table: no text grows on its way there by more than four.</summary>
    private const long SurelyRoom = 1 << 28;

    private readonly InterchangeReaderOptions options;
    private readonly Action<InterchangeProblem> report;
    private readonly Draft draft = new();
    private long lines;
    private long errors;
    private bool reading;
    private bool completed;

    /// <summary>Creates a reader.</summary>
    /// <param name="options">How strictly to read; copied.</param>
    /// <param name="report">Called for each problem as it is found, on the thread that reads.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public InterchangeReader(InterchangeReaderOptions options, Action<InterchangeProblem> report)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(report);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxRowBytes, 1 << 10, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.MaxRowBytes, 1 << 28, nameof(options));
        this.options = new() { Lenient = options.Lenient, KeepGoodRows = options.KeepGoodRows, MaxRowBytes = options.MaxRowBytes };
        this.report = report;
    }

    /// <summary>Gets how many bytes were read so far, from all files; may be looked at from any thread, for a progress bar.</summary>
    /// <value>Never decreases.</value>
    public long BytesRead { get => Volatile.Read(ref field); private set => Volatile.Write(ref field, value); }

    /// <summary>Gets how many errors were reported so far.</summary>
    /// <value>Warnings do not count.</value>
    public long ErrorCount => errors;

    /// <summary>Returns where a membership was read, for problems that show only when it is used.</summary>
    /// <param name="period">The membership.</param>
    /// <returns>File and line, such as <c>members.csv:12</c>; the first place when there are several, null when there is none.</returns>
    public string? PlaceOf(MembershipPeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return draft.PlaceOf(period)?.ToString();
    }

    /// <summary>Reads a file.</summary>
    /// <param name="stream">The bytes; read to the end, not closed.</param>
    /// <param name="file">The name of the file in problems.</param>
    /// <param name="kind">
    /// What the rows of a CSV file are; null to tell it from the header. The format is told by the first character: JSON Lines begin with a
    /// brace, and its lines say themselves what they are.
    /// </param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>A task that ends when the file is read; problems are reported and do not throw.</returns>
    /// <exception cref="InvalidOperationException">The reader was completed, or an earlier file was not read to its end.</exception>
    /// <exception cref="IOException">The stream cannot be read; the reader is of no further use.</exception>
    /// <exception cref="OperationCanceledException">The reading was cancelled; the reader is of no further use.</exception>
    public async ValueTask ReadAsync(Stream stream, string file, InterchangeKind? kind = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrEmpty(file);
        RequireUsable();
        reading = true;
        FileScope scope = new(file, lines, options, Report);
        draft.Begin(scope);
        using FileWindow window = new(stream);
        FileStart start = new(scope, kind, draft);
        RowReader? rows = null;
        int before = draft.Activities.Count;
        bool sized = !stream.CanSeek;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            BytesRead += await window.FillAsync(cancellationToken).ConfigureAwait(false);
            int used = rows is null ? start.TryBegin(window.Bytes.AsSpan(0, window.Count), window.IsFinal, out rows) : 0;
            if (used < 0)
            {
                break;
            }

            if (BytesRead > SurelyRoom && !draft.HasRoomFor(window.Count))
            {
                scope.Error(rows?.Line ?? 0, null, ProblemCode.FileTooLarge, "the files hold more text than one log can; nothing more is read of this one");
                break;
            }

            int taken = used + (rows?.Read(window.Bytes, used, window.Count, window.IsFinal) ?? 0);
            window.TakeOff(taken);
            if (!sized && taken > 0)
            {
                // The rest of the file is taken to be like its beginning; beyond a bound, room is made as it is needed.
                sized = true;
                draft.Pipeline.Drain();
                draft.Activities.Reserve((int)Math.Min(MostExpectedRows, (long)(draft.Activities.Count - before) * (stream.Length - stream.Position) / taken));
            }

            if (!window.IsFinal && window.Count > options.MaxRowBytes)
            {
                window.TakeOff(rows!.GiveUp(window.Bytes, window.Count));
            }
        }
        while (!window.IsFinal && rows is not { IsHopeless: true });
        draft.Pipeline.Drain();
        lines += rows?.Line ?? 0;
        reading = false;
    }

    /// <summary>Checks what no row shows by itself, and makes the data.</summary>
    /// <returns>
    /// The data; refused with the code <c>interchange.errors</c> when there was any error, unless
    /// <see cref="InterchangeReaderOptions.KeepGoodRows"/> is set.
    /// </returns>
    /// <exception cref="InvalidOperationException">The reader was completed already, or a file was not read to its end.</exception>
    public Decision<InterchangeData> Complete()
    {
        RequireUsable();
        completed = true;
        InterchangeData data = draft.Complete();
        return errors == 0 || options.KeepGoodRows
            ? Decision<InterchangeData>.Accept(data)
            : Decision<InterchangeData>.Refuse(new Reason("interchange.errors", $"There are {errors} errors in the files; nothing was taken over."));
    }

    private void Report(InterchangeProblem problem)
    {
        draft.Pipeline.Drain();
        errors += problem.Severity == InterchangeSeverity.Error ? 1 : 0;
        report(problem);
    }

    private void RequireUsable()
    {
        if (completed || reading)
        {
            throw new InvalidOperationException(completed ? "The reader was completed." : "A file was not read to its end.");
        }
    }
}
