using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Practices;

/// <summary>A fact about what a community does and makes: gatherings, knowledge, stories, questions, recognition.</summary>
public abstract record PracticeFact : Fact
{
    private protected PracticeFact()
    {
    }

    /// <summary>What the practice is after the fact.</summary>
    internal abstract Practice Apply(Practice before, Change change);

    /// <summary>Whom the fact concerns, when rules about that person are to look again; null when it is nobody.</summary>
    internal virtual PersonId? Concerns => null;

    /// <summary>The contributions and the attention that the fact tells of, for <c>PracticeActivities</c>; none by default.</summary>
    /// <param name="before">The practice before the fact.</param>
    /// <param name="change">The change that carries the fact.</param>
    internal virtual IEnumerable<FactActivity> Activities(Practice before, Change change) => [];

    private protected sealed override void Closed()
    {
    }
}
