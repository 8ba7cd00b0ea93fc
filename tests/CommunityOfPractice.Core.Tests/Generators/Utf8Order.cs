using System.Text;

namespace CommunityOfPractice.Core.Tests.Generators;

/// <summary>Texts by their UTF-8 bytes; null first.</summary>
internal sealed class Utf8Order : IComparer<string?>
{
    public static Utf8Order Instance { get; } = new();

    public int Compare(string? x, string? y) => Encoding.UTF8.GetBytes(x ?? string.Empty).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y ?? string.Empty));
}
