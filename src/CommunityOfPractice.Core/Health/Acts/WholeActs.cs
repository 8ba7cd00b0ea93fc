namespace CommunityOfPractice.Core.Health;

/// <summary>Acts come whole.</summary>
internal static class WholeActs
{
    // What is meant to be a whole number may have lost its last digits on the way through goalposts and back.
    public const double Rounding = 1e-9;

    /// <summary>The whole number of acts, at least one, that so much asks for; null when there is no such number.</summary>
    public static int? For(double exact) => exact <= 1e9 ? Math.Max(1, (int)Math.Ceiling(exact - Rounding)) : null;

    /// <summary>How many acts a target takes, where that is more than are offered and there are so many; null otherwise.</summary>
    public static int? Beyond(int acts, int wanted, int available = int.MaxValue) => acts < wanted && wanted <= available ? wanted : null;

    /// <summary>The fewest acts, up to those available, after which a value that never falls reaches the target; all of them when none do.</summary>
    public static int Fewest(int available, double target, Func<int, double> valueAfter)
    {
        int low = 1, high = available;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = valueAfter(middle) >= target - Rounding ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    /// <summary>"1 question", "2 questions".</summary>
    public static string Count(int count, string one, string more) => FormattableString.Invariant($"{count} {(count == 1 ? one : more)}");

    /// <summary>What cannot be made up for any more: it tells what the next ones would bring. "for the 9 … it is too late, but this is what 4 of them would have brought".</summary>
    public static string TooLate(int count, int all, string who) => all == 1
        ? $"for the one {who} it is too late, but this is what they would have brought"
        : FormattableString.Invariant($"for the {all} {who} it is too late, but this is what {(count == all ? "all" : count)} of them would have brought");

    /// <summary>"4 of the 9 …".</summary>
    public static string Of(int count, int all) => count == all ? (all == 1 ? "the one" : FormattableString.Invariant($"all {all}")) : FormattableString.Invariant($"{count} of the {all}");
}
