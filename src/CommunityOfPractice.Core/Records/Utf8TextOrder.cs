namespace CommunityOfPractice.Core.Records;

/// <summary>Texts by their UTF-8 bytes, which is by code points: as databases sort them in a binary collation.</summary>
internal sealed class Utf8TextOrder : IComparer<string?>
{
    public static readonly Utf8TextOrder Instance = new();

    public int Compare(string? x, string? y)
    {
        ReadOnlySpan<char> one = x, other = y;
        int at = one.CommonPrefixLength(other);
        return at < one.Length && at < other.Length ? Rank(one[at]).CompareTo(Rank(other[at])) : one.Length.CompareTo(other.Length);
    }

    /// <summary>Surrogates stand for what comes after every other code unit.</summary>
    private static int Rank(char unit) => char.IsSurrogate(unit) ? unit + char.MaxValue : unit;
}
