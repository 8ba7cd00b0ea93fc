using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>Says how often the members meet.</summary>
/// <remarks>Guards: <c>community.not-living</c>, <c>rhythm.every</c> (above zero).</remarks>
/// <param name="Community">The community.</param>
/// <param name="Rhythm">The rhythm; null for none.</param>
public sealed record SetRhythm(CommunityId Community, Rhythm? Rhythm) : CommunityCommand(Community)
{
    internal override IEnumerable<Fact> Decide(Community community, CommunityContext context, Guards guards)
    {
        guards.RequireLiving(community);
        guards.Require(Rhythm is null || Rhythm.Every > TimeSpan.Zero, "rhythm.every", "Time passes between two gatherings.");
        return [new RhythmSet(Rhythm)];
    }
}

/// <summary>The rhythm was set.</summary>
/// <param name="Rhythm">The rhythm; null for none.</param>
public sealed record RhythmSet(Rhythm? Rhythm) : CommunityFact
{
    internal override Community Apply(Community before, Change change) => before with { Rhythm = Rhythm };
}
