using System.Text.Json.Serialization;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>A small win: a milestone or kudos, as a viewer may see it.</summary>
/// <remarks>Immutable and compared by value. Nothing in it compares people with each other.</remarks>
/// <param name="On">When it happened, in UTC.</param>
/// <param name="Person">Whose it is; null for a milestone of the community as a whole.</param>
/// <param name="Milestone">What was reached; null for kudos.</param>
/// <param name="Number">Which year, or how many questions the community answered; 1 otherwise.</param>
/// <param name="Kudos">Which kudos; null for a milestone.</param>
/// <param name="From">Who gave the kudos; null for a milestone, and where who gave them is no longer shown.</param>
/// <param name="Reason">What the kudos are for; null for a milestone.</param>
/// <param name="About">What the kudos are about; null for nothing in particular.</param>
public sealed record Celebration(
    DateTimeOffset On,
    PersonId? Person,
    MilestoneKind? Milestone,
    int Number,
    KudosId? Kudos,
    PersonId? From,
    [property: PersonalData] string? Reason,
    [property: PersonalData] string? About);
