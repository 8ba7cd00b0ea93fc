using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>What a decision about the practice rests on besides the practice: values that flow up from the other parts.</summary>
/// <param name="At">When it is decided, in UTC.</param>
/// <param name="By">Who acts.</param>
/// <param name="Policy">The policy in force.</param>
/// <param name="Community">The community.</param>
internal sealed record PracticeContext(DateTimeOffset At, Actor By, PracticePolicy Policy, Community Community)
{
    /// <summary>Whether a person is an active member.</summary>
    public Func<PersonId, bool> IsActive { get; init; } = _ => false;

    /// <summary>Whether a person is a member: active, on leave or lapsed.</summary>
    public Func<PersonId, bool> IsMember { get; init; } = _ => false;

    /// <summary>Whether a person runs the community: an active member who facilitates.</summary>
    public Func<PersonId, bool> IsFacilitator { get; init; } = _ => false;

    /// <summary>Whether a person tends the knowledge of the community: an active member who is its knowledge steward.</summary>
    public Func<PersonId, bool> IsKnowledgeSteward { get; init; } = _ => false;

    /// <summary>Whether the host or an active facilitator acts.</summary>
    public bool IsInCharge => By.HostName is not null || (By.Person is { } person && IsFacilitator(person));

    /// <summary>Whether an active member acts.</summary>
    public bool IsByMember => By.Person is { } person && IsActive(person);

    /// <summary>The moment some time after the decision; the last one there is when it would lie beyond.</summary>
    public DateTimeOffset In(TimeSpan time) => At.After(time);
}
