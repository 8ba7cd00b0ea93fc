namespace CommunityOfPractice.Tool;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Ok = 0;

    /// <summary>The data hold errors, or could not be read or written.</summary>
    public const int DataErrors = 1;

    /// <summary>The command line is off.</summary>
    public const int Usage = 2;

    /// <summary>Interrupted (Ctrl+C).</summary>
    public const int Interrupted = 130;
}
