namespace CommunityOfPractice.Core.Interchange;

/// <summary>Where the bytes of one value lie: in the window of the file, or, unescaped, in the row's scratch buffer.</summary>
internal readonly struct Slot
{
    private readonly int start;

    private Slot(int start, int length) => (this.start, Length) = (start, length);

    /// <summary>A value about which an error was reported already.</summary>
    public static Slot Bad => new(0, -1);

    /// <summary>Zero when the value is absent, -1 when it is bad.</summary>
    public int Length { get; }

    public static Slot InWindow(int start, int length) => new(start, length);

    public static Slot InScratch(int start, int length) => new(~start, length);

    public ReadOnlySpan<byte> Of(byte[] window, byte[] scratch) => Length <= 0
        ? default
        : start >= 0 ? window.AsSpan(start, Length) : scratch.AsSpan(~start, Length);
}
