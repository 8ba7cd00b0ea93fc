using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <content>The numbers behind the rules about gatherings.</content>
public sealed partial record PracticePolicy
{
    /// <summary>Gets a value indicating whether any active member can call people together; otherwise only facilitators and the host can.</summary>
    /// <value>The default value is <see langword="true"/>: a choice of this library, since gatherings are to be easy.</value>
    public bool MembersSchedule { get; init; } = true;

    /// <summary>Gets how long after the end of a gathering people can still check themselves in.</summary>
    /// <value>Zero to 31 days; the default value is one day: a choice of this library.</value>
    public TimeSpan SelfCheckIn { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Gets how long one gathering can be at most.</summary>
    /// <value>More than zero, up to 366 days; the default value is 14 days: a choice of this library, so that a wrong year is noticed.</value>
    public TimeSpan LongestGathering { get; init; } = TimeSpan.FromDays(14);

    private void CheckGatherings(Guards guards)
    {
        guards.Require(SelfCheckIn >= TimeSpan.Zero && SelfCheckIn <= TimeSpan.FromDays(31), "policy.practice.gatherings", "SelfCheckIn is not from zero to 31 days.");
        guards.Require(LongestGathering > TimeSpan.Zero && LongestGathering <= TimeSpan.FromDays(366), "policy.practice.gatherings", "LongestGathering is not above zero and up to 366 days.");
    }
}
