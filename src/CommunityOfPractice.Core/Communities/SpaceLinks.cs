namespace CommunityOfPractice.Core.Communities;

/// <summary>Which links a place may have: those that lead somewhere, and run nothing.</summary>
internal static class SpaceLinks
{
    private static readonly string[] Unsafe = ["javascript", "vbscript", "data", "blob", "file"];

    /// <summary>Whether it is an absolute address: http or https with a host, mailto with an address, or a scheme of the host's own.</summary>
    public static bool IsSound(string link)
    {
        // On Unix, a path such as /x is an absolute URI of a file; its scheme does not stand in the text.
        if (!Uri.TryCreate(link, UriKind.Absolute, out Uri? address) || !link.StartsWith(address.Scheme + ":", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        return address.Scheme switch
        {
            "http" or "https" => address.Host.Length > 0,
            "mailto" => address.UserInfo.Length > 0 && address.Host.Length > 0,
            _ => !Unsafe.Contains(address.Scheme),
        };
    }
}
