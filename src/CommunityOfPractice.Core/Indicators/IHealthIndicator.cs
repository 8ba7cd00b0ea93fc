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

    /// <summary>Gets what the indicator reads about people, for the processing record.</summary>
    /// <value>The row of <see cref="StandardSources"/>; null, for an indicator of the host that declares nothing, means: everything.</value>
    ReadingSources? Sources => StandardSources.Of(Info.Id);

    /// <summary>Reads the indicator.</summary>
    /// <param name="evidence">Everything that may be looked at.</param>
    /// <returns>The reading.</returns>
    Reading Read(HealthEvidence evidence);
}
