namespace CommunityOfPractice.Core.Indicators;

/// <summary>Reads one thing about one community from the evidence.</summary>
/// <remarks>
/// Implementations are stateless, deterministic and total: for any evidence, however little, they return a reading and do not throw.
/// A host adds its own by registering an implementation; to count in the score it must also stand in the health model.
/// </remarks>
public interface IHealthIndicator
{
    /// <summary>Gets what the indicator is called and how it is to be read.</summary>
    /// <value>The same at every call.</value>
    IndicatorInfo Info { get; }

    /// <summary>Reads the indicator.</summary>
    /// <param name="evidence">Everything that may be looked at.</param>
    /// <returns>The reading.</returns>
    Reading Read(HealthEvidence evidence);
}
