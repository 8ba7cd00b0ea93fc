using System.CommandLine.Parsing;
using System.CommandLine;
using System.Globalization;
using CommunityOfPractice.Core.Health;

namespace CommunityOfPractice.Tool.Commands;

/// <summary>How <c>cop health</c> is told what to explain scores against, and how sure to be of them.</summary>
internal sealed class AssessmentArguments
{
    private readonly Option<HealthBaseline> baseline = new("--baseline")
    {
        Description = "What the score is explained against: okay (the middle between goalposts), previous (the window before) or last-year. Default: okay.",
        HelpName = "WHAT",
        CustomParser = result => result.Tokens[0].Value switch
        {
            "okay" => HealthBaseline.Okay,
            "previous" => HealthBaseline.PreviousPeriod,
            "last-year" => HealthBaseline.LastYear,
            string other => Wrong(result, other, "okay, previous or last-year"),
        },
    };

    private readonly Option<int> draws = new("--draws")
    {
        Description = "How often the score is worked out anew for its interval, from 20 to 100000; 0 leaves the interval out. Default: 500.",
        HelpName = "N",
        DefaultValueFactory = _ => UncertaintyOptions.Default.Draws,
    };

    private readonly Option<ulong?> seed;

    /// <param name="seed">Shared with what else draws.</param>
    public AssessmentArguments(Option<ulong?> seed)
    {
        this.seed = seed;
        draws.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out int asked) && asked != 0 && (UncertaintyOptions.Default with { Draws = asked }).Problems().Count > 0)
            {
                result.AddError($"{asked} is not a number of draws: from 20 to 100000, or 0.");
            }
        });
    }

    public IReadOnlyList<Option> Options => [baseline, draws];

    public AssessmentOptions Of(ParseResult parsed) => new()
    {
        Baseline = parsed.GetValue(baseline),
        Uncertainty = parsed.GetValue(draws) is not 0 and int asked ? new() { Draws = asked, Seed = parsed.GetValue(seed) } : null,
    };

    private static HealthBaseline Wrong(ArgumentResult result, string found, string expected)
    {
        result.AddError($"'{found}' is not {expected}.");
        return default;
    }
}
