using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CommunityOfPractice.EntityFrameworkCore;

/// <summary>How texts are stored so that they are compared exactly.</summary>
internal static class OrdinalTexts
{
    /// <summary>The collation of SQLite; it tells that database from the others.</summary>
    public const string Sqlite = "BINARY";

    /// <summary>UTF-16 with the high byte first: compared byte by byte it sorts by code units, which no collation does beyond the basic plane.</summary>
    public static ValueConverter<string, byte[]> SortKey { get; } = new(text => KeyOf(text), bytes => Encoding.BigEndianUnicode.GetString(bytes));

    public static byte[] KeyOf(string text) => Encoding.BigEndianUnicode.GetBytes(text);

    public static PropertyBuilder<TText> Ordinal<TText>(this PropertyBuilder<TText> property, string? collation) =>
        collation is null ? property : property.UseCollation(collation);

    /// <summary>The collation that compares texts by their bytes; null where the provider does so by default.</summary>
    /// <exception cref="NotSupportedException">The provider is none that the stores were tried with.</exception>
    public static string? CollationOf(string? provider) => provider switch
    {
        "Microsoft.EntityFrameworkCore.Sqlite" => Sqlite,
        "Npgsql.EntityFrameworkCore.PostgreSQL" => "C",
        _ => throw new NotSupportedException($"The stores run on SQLite and PostgreSQL, not on '{provider}'."),
    };
}
