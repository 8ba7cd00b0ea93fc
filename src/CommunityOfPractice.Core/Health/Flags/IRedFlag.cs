using CommunityOfPractice.Core.Indicators;

namespace CommunityOfPractice.Core.Health;

/// <summary>Looks for one thing that somebody should know of whatever the score is.</summary>
/// <remarks>Implementations are stateless, deterministic and total. A host adds its own by registering an implementation.</remarks>
public interface IRedFlag
{
    /// <summary>Gets the stable id.</summary>
    /// <value>With the version of the definition, such as <c>last-facilitator/v1</c>; the same at every call.</value>
    string Id { get; }

    /// <summary>Looks.</summary>
    /// <param name="evidence">Everything that may be looked at.</param>
    /// <param name="facts">What is known beside the evidence.</param>
    /// <returns>What was found; not applicable where the data do not tell.</returns>
    RedFlag Look(HealthEvidence evidence, FlagFacts facts);
}
