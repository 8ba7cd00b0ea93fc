using CommunityOfPractice.Core.Communities;

namespace CommunityOfPractice.Core.Practices;

/// <summary>A fact about what a community does and makes: gatherings, knowledge, stories, questions, recognition.</summary>
public abstract record PracticeFact : Fact
{
    private protected PracticeFact()
    {
    }

    /// <summary>What the practice is after the fact.</summary>
    internal abstract Practice Apply(Practice before, Change change);

    private protected sealed override void Closed()
    {
    }
}
