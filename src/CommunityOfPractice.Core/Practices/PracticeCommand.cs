using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>A command about what a community does and makes: gatherings, knowledge, stories, questions, recognition.</summary>
/// <param name="Community">The community that it is put to.</param>
public abstract record PracticeCommand(CommunityId Community) : Command(Community)
{
    /// <summary>The facts that follow; guards that are not met are noted.</summary>
    /// <remarks>Facts returned count only when every guard is met.</remarks>
    internal abstract IEnumerable<Fact> Decide(Practice practice, PracticeContext context, Guards guards);

    private protected sealed override void Closed()
    {
    }
}
