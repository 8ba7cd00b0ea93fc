namespace CommunityOfPractice.Core.Interchange;

/// <summary>The file that is being read: where its problems are reported and where its lines stand among those of all files.</summary>
internal sealed class FileScope(string file, long firstOrigin, InterchangeReaderOptions options, Action<InterchangeProblem> report)
{
    public string File => file;

    public bool Lenient { get; } = options.Lenient;

    public int MaxRowBytes { get; } = options.MaxRowBytes;

    /// <summary>The number of the line that comes before the file's first, counted through all files.</summary>
    public long FirstOrigin => firstOrigin;

    /// <summary>The number of a line, counted through all files; what lies beyond 2^31 lines is not told apart.</summary>
    public int Origin(long line) => (int)Math.Min(int.MaxValue, firstOrigin + line);

    public void Error(long line, string? column, string code, string text) =>
        report(new InterchangeProblem(InterchangeSeverity.Error, file, line, column, code, text));

    public void Warn(long line, string? column, string code, string text) =>
        report(new InterchangeProblem(InterchangeSeverity.Warning, file, line, column, code, text));
}
