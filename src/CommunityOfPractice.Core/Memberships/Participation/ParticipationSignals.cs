namespace CommunityOfPractice.Core.Memberships;

/// <summary>What a level of participation is derived from: counts of one person in one community over a window of whole ISO weeks.</summary>
/// <remarks>Immutable and compared by value. What bots do and replies to oneself do not count.</remarks>
/// <param name="WeeksContributed">In how many weeks the person gave something to the practice.</param>
/// <param name="StewardshipActs">How often they looked after the community: answered, hosted, curated, mentored, welcomed.</param>
/// <param name="DistinctCounterparts">How many other people they turned to, or were turned to by.</param>
public sealed record ParticipationSignals(int WeeksContributed, int StewardshipActs, int DistinctCounterparts)
{
    /// <summary>Gets the signals of somebody who only watches.</summary>
    /// <value>All counts are zero.</value>
    public static ParticipationSignals None { get; } = new(0, 0, 0);
}
