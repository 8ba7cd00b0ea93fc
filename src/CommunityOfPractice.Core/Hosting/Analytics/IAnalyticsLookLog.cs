namespace CommunityOfPractice.Core.Hosting;

/// <summary>The port through which looks at single people are logged, where they can be audited.</summary>
public interface IAnalyticsLookLog
{
    /// <summary>Keeps a look. When it throws, nothing is shown.</summary>
    /// <param name="look">The look.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that ends when the look is kept.</returns>
    ValueTask AppendAsync(AnalyticsLook look, CancellationToken cancellationToken = default);
}
