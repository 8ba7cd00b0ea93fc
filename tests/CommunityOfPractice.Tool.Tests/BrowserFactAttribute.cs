namespace CommunityOfPractice.Tool.Tests;

/// <summary>A test that needs Debian's Chromium; skipped, and said so, where it is absent.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public const string Chromium = "/usr/bin/chromium";

    public BrowserFactAttribute()
    {
        if (!File.Exists(Chromium))
        {
            Skip = $"{Chromium} is not installed (apt-get install chromium)";
        }
    }
}
