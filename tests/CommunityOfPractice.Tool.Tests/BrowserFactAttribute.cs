namespace CommunityOfPractice.Tool.Tests;

/// <summary>A test that needs Debian's Chromium; skipped, and said so, where it is absent.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public const string Chromium = "/usr/bin/chromium";

    public BrowserFactAttribute() => Skip = Absent!;

    internal static string? Absent => File.Exists(Chromium) ? null : $"{Chromium} is not installed (apt-get install chromium)";
}

/// <summary>The same with several sets of arguments.</summary>
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = BrowserFactAttribute.Absent!;
}
