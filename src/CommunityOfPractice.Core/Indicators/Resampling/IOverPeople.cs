namespace CommunityOfPractice.Core.Indicators;

/// <summary>A reading that follows from one number a person, such as how much each contributed, and from nothing that people have to do with each other: its interval needs no conversation to be drawn anew.</summary>
internal interface IOverPeople
{
    /// <summary>The number of each person.</summary>
    int[] CountsOf(HealthEvidence evidence);

    /// <summary>The reading of such numbers, in any order; null when there is none.</summary>
    double? Of(ReadOnlySpan<int> counts);
}
