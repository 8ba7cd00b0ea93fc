using Microsoft.Extensions.Options;

namespace CommunityOfPractice.Core.DependencyInjection;

/// <summary>Rules and criteria of matching, as something that a host validates when it starts. No service asks for it, so that a rule may take any service in its constructor.</summary>
internal sealed class MatchingParts
{
    /// <summary>Looks at the ids.</summary>
    public sealed class Validator(IServiceProvider provider) : IValidateOptions<MatchingParts>
    {
        public ValidateOptionsResult Validate(string? name, MatchingParts options)
        {
            string[] faults = [.. HostParts.OfMatching(provider)];
            return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
        }
    }
}
