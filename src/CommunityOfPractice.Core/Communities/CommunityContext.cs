using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Communities;

/// <summary>What a decision about a community rests on besides the community: values that flow up from the other parts.</summary>
/// <param name="At">When it is decided.</param>
/// <param name="By">Who acts.</param>
/// <param name="Policy">The policy in force.</param>
/// <param name="ActiveMembers">How many members are active.</param>
/// <param name="ActiveFacilitators">How many facilitators are active members.</param>
internal sealed record CommunityContext(DateTimeOffset At, Actor By, CommunityPolicy Policy, int ActiveMembers, int ActiveFacilitators);
