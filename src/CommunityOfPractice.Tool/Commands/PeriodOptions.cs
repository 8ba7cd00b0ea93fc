using System.CommandLine;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Vocabulary;
using CommunityOfPractice.Tool.Histories;
using CommunityOfPractice.Tool.Reporting;

namespace CommunityOfPractice.Tool.Commands;

/// <summary>Which time to look at and how small a group may be: what commands share whose output is made to be passed on.</summary>
internal sealed class PeriodOptions
{
    private readonly Option<DateTimeOffset?> asOf = HistoryOptions.Instant("--as-of", "Only what happened before this instant counts (ISO 8601 or unix seconds). Default: just after the last activity.");

    private readonly Option<TimeSpan?> window;

    private readonly Option<int> smallest = SmallestGroup();

    public PeriodOptions(Command command, string what)
    {
        window = new("--window")
        {
            Description = $"{what}, such as 91d, 13w or 36h. Default: 91d.",
            HelpName = "LENGTH",
            CustomParser = result =>
            {
                TimeSpan? length = Durations.TryParse(result.Tokens[0].Value);
                if (length is null)
                {
                    result.AddError($"'{result.Tokens[0].Value}' is not a length such as 91d, 13w or 36h, at most 3650d.");
                }

                return length;
            },
        };
        foreach (Option option in (Option[])[asOf, window, smallest])
        {
            command.Add(option);
        }
    }

    /// <summary>The last window.</summary>
    public TimeWindow WindowOf(ParseResult parsed, InterchangeData data, Terminal terminal)
    {
        int ahead = 0;
        DateTimeOffset until = parsed.GetValue(asOf) ?? HealthDocument.JustAfterTheLast(data, terminal.Now.GetUtcNow(), out ahead);
        if (ahead > 0)
        {
            terminal.Complain($"warning: {Words.Count(ahead, "activity lies", "activities lie")} in the future and {(ahead == 1 ? "was" : "were")} left out; --as-of chooses another moment");
        }

        return TimeWindow.Last(parsed.GetValue(window) ?? HealthRequest.DefaultWindow, until);
    }

    public SuppressionPolicy PolicyOf(ParseResult parsed) => PolicyOf(parsed.GetValue(smallest));

    public static SuppressionPolicy PolicyOf(int smallest) =>
        SuppressionPolicy.Default with { SmallestGroup = smallest, SmallestDistribution = Math.Max(smallest, SuppressionPolicy.Default.SmallestDistribution) };

    /// <summary>The option <c>--k</c>, which can only make groups larger.</summary>
    public static Option<int> SmallestGroup()
    {
        Option<int> option = new("--k")
        {
            Description = "The smallest group that anything is said about; 5 or more. Default: 5.",
            HelpName = "N",
            DefaultValueFactory = _ => SuppressionPolicy.Usual,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, System.Globalization.NumberStyles.Integer, System.Globalization.CultureInfo.InvariantCulture, out int k) && k < SuppressionPolicy.Usual)
            {
                result.AddError($"{k} is not the size of a group that is told about: 5 or more.");
            }
        });
        return option;
    }
}
