using System.Text;

namespace CommunityOfPractice.Testing;

/// <summary>Texts by their UTF-8 bytes: by code points, and so not by UTF-16 code units.</summary>
internal sealed class Utf8Order : IComparer<string?>
{
    public static readonly Utf8Order Instance = new();

    public int Compare(string? x, string? y) => Encoding.UTF8.GetBytes(x ?? string.Empty).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y ?? string.Empty));
}
