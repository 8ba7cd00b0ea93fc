using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Records;
using Microsoft.Extensions.Options;

namespace CommunityOfPractice.Core.DependencyInjection;

/// <summary>Checks the options when the host starts, and reports everything that is wrong with them.</summary>
/// <remarks>Written by hand: the generated validator for a range of time reads the current culture, which the core never does.</remarks>
internal sealed class CommunityOfPracticeOptionsValidator(
    IEnumerable<IHealthIndicator> indicators, IEnumerable<IHealthAct> acts, IEnumerable<IRedFlag> flags, IEnumerable<IPolicyRule> rules) : IValidateOptions<CommunityOfPracticeOptions>
{
    public ValidateOptionsResult Validate(string? name, CommunityOfPracticeOptions options)
    {
        ValidateOptionsResultBuilder result = new();
        if (options.HealthWindow < TimeSpan.FromDays(1) || options.HealthWindow > TimeSpan.FromDays(3650))
        {
            result.AddError($"The window lies between 1 and 3650 days, not {options.HealthWindow:c}.", nameof(options.HealthWindow));
        }

        string[] twice = [.. HostParts.OfHealth(indicators, acts, flags, rules)];
        Array.ForEach(twice, fault => result.AddError(fault));
        if (twice.Length == 0)
        {
            CheckModel(options.HealthModel, nameof(options.HealthModel), result);
            CheckModel(options.ActivityHealthModel, nameof(options.ActivityHealthModel), result);
        }

        if (options.Assessment is null)
        {
            result.AddError("It must be said how to assess.", nameof(options.Assessment));
        }
        else
        {
            AddProblems(result, options.Assessment.Problems().Select(p => p.ToString()).Concat(UnknownIn(options.Assessment.Labels)), nameof(options.Assessment));
        }

        if (options.RecordsInMemory < 1)
        {
            result.AddError($"At least one community is kept in memory, not {options.RecordsInMemory}.", nameof(options.RecordsInMemory));
        }

        if (options.Policies is null)
        {
            result.AddError("Policies are needed.", nameof(options.Policies));
        }
        else
        {
            foreach (string problem in options.Policies.Problems(rules).Select(p => p.ToString()))
            {
                result.AddError(problem, nameof(options.Policies));
            }
        }

        if (!Enum.IsDefined(options.AnalyticsBasis))
        {
            result.AddError($"'{options.AnalyticsBasis}' is no basis on which people are counted.", nameof(options.AnalyticsBasis));
        }

        if (options.Stages is null)
        {
            result.AddError("A policy about stages is needed.", nameof(options.Stages));
        }
        else
        {
            foreach (string problem in options.Stages.Problems().Select(p => p.ToString()))
            {
                result.AddError(problem, nameof(options.Stages));
            }
        }

        AddProblems(result, options.Suppression?.Problems().Select(p => p.ToString()), nameof(options.Suppression));
        if (options.Publication.Step <= TimeSpan.Zero)
        {
            result.AddError("A publication grid has a step of more than zero.", nameof(options.Publication));
        }

        AddProblems(result, options.Alerts?.Problems().Select(p => p.ToString()), nameof(options.Alerts));
        AddProblems(result, options.Recommendations?.Problems().Select(p => p.ToString()), nameof(options.Recommendations));
        AddProblems(result, options.Pairing?.Problems().Select(p => p.ToString()), nameof(options.Pairing));
        if (!Enum.IsDefined(options.RecommendationBasis))
        {
            result.AddError($"'{options.RecommendationBasis}' is no basis on which people are counted.", nameof(options.RecommendationBasis));
        }

        if (options.AsksPerWeek is < 0 or > 100)
        {
            result.AddError($"Somebody is asked 0 to 100 questions a week, not {options.AsksPerWeek}.", nameof(options.AsksPerWeek));
        }

        return result.Build();
    }

    /// <summary>A rule that names what no report has would never fit.</summary>
    private IEnumerable<string> UnknownIn(IEnumerable<LabelRule> labels)
    {
        foreach (LabelRule rule in labels)
        {
            if (rule.RedFlag is { } flag && flags.All(f => f.Id != flag))
            {
                yield return $"The rule for '{rule.Label}' asks for the red flag '{flag}', which there is not.";
            }

            if (rule.Reading is { } reading && indicators.All(i => i.Info.Id != reading))
            {
                yield return $"The rule for '{rule.Label}' asks for the reading '{reading}', which there is not.";
            }
        }
    }

    private void CheckModel(HealthModel? model, string property, ValidateOptionsResultBuilder result)
    {
        if (model is null)
        {
            result.AddError("A model is needed.", property);
            return;
        }

        try
        {
            _ = new HealthAssessor(model, indicators, acts, flags);
        }
        catch (ArgumentException problem)
        {
            result.AddError(problem.Message.Replace($" (Parameter '{problem.ParamName}')", string.Empty, StringComparison.Ordinal), property);
        }
    }

    private static void AddProblems(ValidateOptionsResultBuilder result, IEnumerable<string>? problems, string option)
    {
        if (problems is null)
        {
            result.AddError("A policy is needed.", option);
        }

        foreach (string problem in problems ?? [])
        {
            result.AddError(problem, option);
        }
    }
}
