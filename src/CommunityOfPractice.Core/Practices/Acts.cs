namespace CommunityOfPractice.Core.Practices;

/// <summary>What kinds of act there are, and their names in the interchange format.</summary>
public static class Acts
{
    private const int Contributions = 1 << (int)Act.Post | 1 << (int)Act.Ask | 1 << (int)Act.Answer | 1 << (int)Act.Reply
        | 1 << (int)Act.Comment | 1 << (int)Act.Host | 1 << (int)Act.Publish | 1 << (int)Act.Mentor | 1 << (int)Act.Welcome | 1 << (int)Act.Curate;

    private const int Responses = 1 << (int)Act.Answer | 1 << (int)Act.Reply | 1 << (int)Act.Comment | 1 << (int)Act.Welcome;

    private const int Stewardship = 1 << (int)Act.Answer | 1 << (int)Act.Host | 1 << (int)Act.Curate | 1 << (int)Act.Mentor | 1 << (int)Act.Welcome;

    private const int Organising = 1 << (int)Act.Host | 1 << (int)Act.Curate | 1 << (int)Act.Welcome;

    private static readonly string[] Lower =
        ["post", "ask", "answer", "reply", "comment", "react", "view", "attend", "host", "publish", "use", "mentor", "welcome", "curate", "withdraw"];

    private static readonly ActNames Index = new(Lower);

    /// <summary>Gets the names of all acts, in the order of their numbers.</summary>
    /// <value>Lower-case names, as the interchange format writes them.</value>
    public static IReadOnlyList<string> Names => Lower;

    /// <summary>Returns whether an act gives something to the practice.</summary>
    /// <param name="act">The act.</param>
    /// <returns><see langword="true"/> for post, ask, answer, reply, comment, host, publish, mentor, welcome and curate.</returns>
    public static bool IsContribution(this Act act) => (Contributions >> (int)act & 1) != 0;

    /// <summary>Returns whether an act, in reply to somebody's activity, is a human response to that person.</summary>
    /// <param name="act">The act.</param>
    /// <returns><see langword="true"/> for answer, reply, comment and welcome.</returns>
    public static bool IsResponse(this Act act) => (Responses >> (int)act & 1) != 0;

    /// <summary>Returns whether an act, in reply to a question, answers it.</summary>
    /// <param name="act">The act.</param>
    /// <returns><see langword="true"/> for answer and reply; a comment does not answer.</returns>
    public static bool IsAnswer(this Act act) => act is Act.Answer or Act.Reply;

    /// <summary>Returns whether an act looks after the community.</summary>
    /// <param name="act">The act.</param>
    /// <returns><see langword="true"/> for answer, host, curate, mentor and welcome.</returns>
    public static bool IsStewardship(this Act act) => (Stewardship >> (int)act & 1) != 0;

    /// <summary>Returns whether an act organises the life of the community.</summary>
    /// <param name="act">The act.</param>
    /// <returns><see langword="true"/> for host, curate and welcome.</returns>
    public static bool IsOrganising(this Act act) => (Organising >> (int)act & 1) != 0;

    /// <summary>Returns the name of an act in the interchange format.</summary>
    /// <param name="act">The act.</param>
    /// <returns>A lower-case word.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="act"/> is not a defined act.</exception>
    public static string Name(this Act act) =>
        (int)act < Lower.Length ? Lower[(int)act] : throw new ArgumentOutOfRangeException(nameof(act), act, "Not a defined act.");

    /// <summary>Finds an act by its name.</summary>
    /// <param name="name">The name in ASCII, in any case.</param>
    /// <param name="act">The act, when found.</param>
    /// <returns><see langword="true"/> when there is an act of that name.</returns>
    public static bool TryParse(ReadOnlySpan<byte> name, out Act act) => Index.TryFind(name, out act);
}
