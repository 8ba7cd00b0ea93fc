using System.Globalization;
using System.Text;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>Takes the escapes off the text of a JSON string whose syntax was checked already.</summary>
internal static class JsonText
{
    /// <summary>Adds the text without its escapes; false when it holds half of a surrogate pair.</summary>
    public static bool TryUnescape(ReadOnlySpan<byte> text, Scratch into)
    {
        while (!text.IsEmpty)
        {
            int escape = text.IndexOf((byte)'\\');
            if (escape < 0)
            {
                into.Add(text);
                return true;
            }

            into.Add(text[..escape]);
            text = text[escape..];
            if (text[1] != 'u')
            {
                into.Add(Short(text[1]));
                text = text[2..];
            }
            else if (!TryUnicode(ref text, into))
            {
                return false;
            }
        }

        return true;
    }

    private static byte Short(byte escape) => escape switch
    {
        (byte)'b' => (byte)'\b',
        (byte)'f' => (byte)'\f',
        (byte)'n' => (byte)'\n',
        (byte)'r' => (byte)'\r',
        (byte)'t' => (byte)'\t',
        _ => escape,
    };

    private static bool TryUnicode(ref ReadOnlySpan<byte> text, Scratch into)
    {
        char unit = Unit(text);
        text = text[6..];
        if (!Rune.TryCreate(unit, out Rune rune))
        {
            if (!text.StartsWith("\\u"u8) || !Rune.TryCreate(unit, Unit(text), out rune))
            {
                return false;
            }

            text = text[6..];
        }

        Span<byte> utf8 = stackalloc byte[4];
        into.Add(utf8[..rune.EncodeToUtf8(utf8)]);
        return true;
    }

    /// <summary>The code unit of <c>\uXXXX</c>.</summary>
    private static char Unit(ReadOnlySpan<byte> escape) => (char)ushort.Parse(escape.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
