using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>Says how people come in.</summary>
/// <remarks>Guards: <c>community.not-living</c>, <c>join.sponsors</c> (not from 0 to 10, or wanted where nobody asks), <c>join.question-blank</c>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Policy">How people come in.</param>
public sealed record SetJoinPolicy(CommunityId Community, JoinPolicy Policy) : CommunityCommand(Community)
{
    /// <summary>Gets how many members must sponsor somebody who asks to join.</summary>
    /// <value>From 0 to 10; above 0 only with <see cref="JoinPolicy.ByRequest"/>. The default value is 0.</value>
    public int RequiredSponsors { get; init; }

    /// <summary>Gets what somebody who asks to join is asked.</summary>
    /// <value>Empty by default.</value>
    public ValueList<string> Questions { get; init => field = value ?? []; } = [];

    internal override IEnumerable<Fact> Decide(Community community, CommunityContext context, Guards guards)
    {
        Defined.Check(Policy);
        guards.RequireLiving(community);
        guards.Require(RequiredSponsors is 0 or (> 0 and <= 10) && (RequiredSponsors == 0 || Policy == JoinPolicy.ByRequest), "join.sponsors", "From 0 to 10 sponsors can be asked for, where people ask to join.");
        guards.Require(!Questions.Any(string.IsNullOrWhiteSpace), "join.question-blank", "A question has words.");
        return [new JoinPolicySet(Policy, RequiredSponsors, Questions)];
    }
}

/// <summary>It was set how people come in.</summary>
/// <param name="Policy">How people come in.</param>
/// <param name="RequiredSponsors">How many members must sponsor somebody who asks to join.</param>
/// <param name="Questions">What somebody who asks to join is asked.</param>
public sealed record JoinPolicySet(
    JoinPolicy Policy, int RequiredSponsors, [property: JsonConverter(typeof(ValueListJsonConverter<string>))] ValueList<string> Questions) : CommunityFact
{
    internal override Community Apply(Community before, Change change) => before with { JoinPolicy = Policy, RequiredSponsors = RequiredSponsors, JoinQuestions = Questions };
}
