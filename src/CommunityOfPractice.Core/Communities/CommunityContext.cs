using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>What a decision about a community rests on besides the community: values that flow up from the other parts.</summary>
/// <param name="At">When it is decided, in UTC.</param>
/// <param name="By">Who acts.</param>
/// <param name="Policy">The policy in force.</param>
/// <param name="ActiveMembers">How many members are active.</param>
/// <param name="ActiveFacilitators">How many facilitators are active members.</param>
internal sealed record CommunityContext(DateTimeOffset At, Actor By, CommunityPolicy Policy, int ActiveMembers, int ActiveFacilitators)
{
    /// <summary>What is known from outside of the community.</summary>
    public Surroundings Around { get; init; } = Surroundings.Unstated;

    /// <summary>Whether a person is an active member.</summary>
    public Func<PersonId, bool> IsActive { get; init; } = _ => false;

    /// <summary>Whether a person is a member: active, on leave or lapsed.</summary>
    public Func<PersonId, bool> IsMember { get; init; } = _ => false;

    /// <summary>Whether a person is the sponsor, member or not.</summary>
    public Func<PersonId, bool> IsSponsor { get; init; } = _ => false;

    /// <summary>The other community of a rule that needs two; null when there is none.</summary>
    public Community? Other { get; init; }

    /// <summary>The moment some time after the decision; the last one there is when it would lie beyond.</summary>
    public DateTimeOffset In(TimeSpan time) => At.After(time);
}
