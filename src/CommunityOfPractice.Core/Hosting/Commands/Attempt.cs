using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>What one attempt at a decision came to: something to commit, or an answer that needs no commit.</summary>
internal readonly record struct Attempt(Plan? Plan, Decision<Committed>? Answer)
{
    public static implicit operator Attempt(Plan plan) => new(plan, null);

    public static implicit operator Attempt(Decision<Committed> answer) => new(null, answer);

    public static Attempt Refuse(Reason reason) => Decision<Committed>.Refuse(reason);
}
