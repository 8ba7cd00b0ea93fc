namespace CommunityOfPractice.Core.Interchange;

/// <summary>The items of a list such as <c>a|b</c>; inside an item <c>\|</c> is a bar and <c>\\</c> a backslash.</summary>
internal ref struct ListItems(ReadOnlySpan<byte> list, Scratch scratch)
{
    private ReadOnlySpan<byte> rest = list;
    private bool done = list.IsEmpty;

    /// <summary>The item, valid until the next one is asked for.</summary>
    public ReadOnlySpan<byte> Current { get; private set; }

    /// <summary>Whether a backslash stands before something that needs none.</summary>
    public bool BadEscape { get; private set; }

    public bool MoveNext()
    {
        if (done)
        {
            return false;
        }

        int end = rest.IndexOfAny((byte)'|', (byte)'\\');
        if (end >= 0 && rest[end] == '\\')
        {
            Unescape();
            return true;
        }

        done = end < 0;
        Current = done ? rest : rest[..end];
        rest = done ? default : rest[(end + 1)..];
        return true;
    }

    /// <summary>Adds an item to a list that is being written.</summary>
    public static void Append(Scratch list, int listStart, ReadOnlySpan<byte> item)
    {
        if (list.Count > listStart)
        {
            list.Add((byte)'|');
        }

        foreach (byte b in item)
        {
            if (b is (byte)'|' or (byte)'\\')
            {
                list.Add((byte)'\\');
            }

            list.Add(b);
        }
    }

    private void Unescape()
    {
        int start = scratch.Count, at = 0;
        done = true;
        for (; at < rest.Length; at++)
        {
            byte b = rest[at];
            if (b == '|')
            {
                done = false;
                break;
            }

            if (b == '\\')
            {
                at++;
                BadEscape |= at == rest.Length || rest[at] is not ((byte)'|' or (byte)'\\');
                if (BadEscape)
                {
                    done = true;
                    return;
                }
            }

            scratch.Add(rest[at]);
        }

        Current = scratch.Bytes.AsSpan(start..scratch.Count);
        rest = done ? default : rest[(at + 1)..];
    }
}
