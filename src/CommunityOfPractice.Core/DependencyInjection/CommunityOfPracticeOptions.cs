using CommunityOfPractice.Core.Health;

namespace CommunityOfPractice.Core.DependencyInjection;

/// <summary>What a host can set; checked when the host starts.</summary>
public sealed class CommunityOfPracticeOptions
{
    /// <summary>Gets or sets how far back a health report looks when no window is given.</summary>
    /// <value>From 1 day to 3,650 days. The default value is 91 days: thirteen whole weeks.</value>
    public TimeSpan HealthWindow { get; set; } = TimeSpan.FromDays(91);

    /// <summary>Gets or sets how readings become a score.</summary>
    /// <value>The default value is <see cref="HealthModel.Default"/>. Every indicator it names must be registered.</value>
    public HealthModel HealthModel { get; set; } = HealthModel.Default;
}
