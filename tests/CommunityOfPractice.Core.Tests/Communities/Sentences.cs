using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Communities;

/// <summary>What holds for every reason: its arguments are what its sentence fills in, in the order of the sentence.</summary>
internal static class Sentences
{
    /// <summary>Finds each argument in the sentence behind the one before it, as it is or in words.</summary>
    public static Reason Follow(Reason reason)
    {
        int from = 0;
        foreach (string argument in Arguments(reason))
        {
            (int at, int length) = new[] { argument, Words(argument) }.Select(s => (At: reason.Text.IndexOf(s, from, StringComparison.Ordinal), s.Length)).FirstOrDefault(s => s.At >= 0, (At: -1, Length: 0));
            Assert.True(at >= 0, $"'{argument}' does not follow in the sentence of {reason}");
            from = at + length;
        }

        return reason;
    }

    /// <summary>Standings are one argument, which the sentence says with articles and an "or".</summary>
    private static IEnumerable<string> Arguments(Reason reason) => (reason.Code, reason.Arguments) switch
    {
        ("permission.denied", { } all) => all.SkipLast(1).SelectMany(s => s.Split(", ")).Select(s => Enum.Parse<Standing>(s) switch
        {
            Standing.None => "Nobody",
            Standing.Anyone => "a person",
            Standing.Self => "the person concerned",
            Standing.Policy => "a rule",
            Standing standing => Words(standing.ToString()),
        }).Append(all[^1]),
        (_, var all) => all ?? [],
    };

    /// <summary>Apart from the library: LaunchCommunity is "launch community".</summary>
    private static string Words(string name) => string.Concat(name.Select((c, i) => char.IsAsciiLetterUpper(c) ? (i > 0 ? " " : "") + char.ToLowerInvariant(c) : c.ToString()));
}
