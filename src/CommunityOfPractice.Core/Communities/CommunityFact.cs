namespace CommunityOfPractice.Core.Communities;

/// <summary>A fact about a community as a whole: its status, charter, purpose, ties to other communities.</summary>
public abstract record CommunityFact : Fact
{
    private protected CommunityFact()
    {
    }

    /// <summary>What the community is after the fact.</summary>
    internal abstract Community Apply(Community before, Change change);

    private protected sealed override void Closed()
    {
    }
}
