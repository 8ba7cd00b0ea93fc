using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>A look of somebody at what somebody else did.</summary>
/// <remarks>Immutable and compared by value. Without the numbers that were shown.</remarks>
/// <param name="At">When, in UTC.</param>
/// <param name="Viewer">Who looked.</param>
/// <param name="Community">The community.</param>
/// <param name="Person">At whom.</param>
/// <param name="Window">At which time.</param>
/// <param name="Purpose">Why, as the viewer said.</param>
/// <param name="Granted">Whether anything was shown.</param>
public sealed record AnalyticsLook(DateTimeOffset At, Actor Viewer, CommunityId Community, PersonId Person, TimeWindow Window, [property: PersonalData] string Purpose, bool Granted);
