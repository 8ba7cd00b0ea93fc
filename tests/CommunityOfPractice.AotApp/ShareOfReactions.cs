using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.AotApp;

/// <summary>An indicator of the host's own, made by the container.</summary>
internal sealed class ShareOfReactions : IHealthIndicator
{
    public IndicatorInfo Info { get; } = new("contoso/reactions/v1", "Reactions", "share", "Which part of what people did was reacting to others.");

    public Reading Read(HealthEvidence evidence)
    {
        int reactions = Enumerable.Range(0, evidence.Activity.Count).Count(i => evidence.Activity.Acts[i] == Act.React);
        return new(new Measurement.Value((double)reactions / Math.Max(1, evidence.Activity.Count), evidence.Activity.Count));
    }
}
