using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Records;
using Microsoft.Extensions.Options;

namespace CommunityOfPractice.Core.DependencyInjection;

/// <summary>Checks the options when the host starts, and reports everything that is wrong with them.</summary>
/// <remarks>Written by hand: the generated validator for a range of time reads the current culture, which the core never does.</remarks>
internal sealed class CommunityOfPracticeOptionsValidator(IEnumerable<IHealthIndicator> indicators, IEnumerable<IPolicyRule> rules) : IValidateOptions<CommunityOfPracticeOptions>
{
    public ValidateOptionsResult Validate(string? name, CommunityOfPracticeOptions options)
    {
        ValidateOptionsResultBuilder result = new();
        if (options.HealthWindow < TimeSpan.FromDays(1) || options.HealthWindow > TimeSpan.FromDays(3650))
        {
            result.AddError($"The window lies between 1 and 3650 days, not {options.HealthWindow:c}.", nameof(options.HealthWindow));
        }

        if (options.HealthModel is null)
        {
            result.AddError("A model is needed.", nameof(options.HealthModel));
        }
        else
        {
            try
            {
                _ = new HealthAssessor(options.HealthModel, indicators);
            }
            catch (ArgumentException problem)
            {
                result.AddError(problem.Message, nameof(options.HealthModel));
            }
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

        foreach (string problem in options.Pairing is null ? ["Settings of pairing rounds are needed."] : options.Pairing.Problems().Select(p => p.ToString()))
        {
            result.AddError(problem, nameof(options.Pairing));
        }

        return result.Build();
    }
}
