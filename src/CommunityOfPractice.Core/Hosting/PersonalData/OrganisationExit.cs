using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Somebody left the organisation, and with it the community.</summary>
/// <remarks>Immutable and compared by value. It explains the end of a membership at that instant and makes none.</remarks>
/// <param name="Person">Who left.</param>
/// <param name="At">When.</param>
public sealed record OrganisationExit(PersonId Person, DateTimeOffset At);
