using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <content>The numbers about recognition.</content>
public sealed partial record PracticePolicy
{
    /// <summary>Gets how many kudos one member can give on one day, in UTC; those that were withdrawn count.</summary>
    /// <value>Zero or more; the default value is 5 (a choice of this library: thanks that mean something).</value>
    public int MaxKudosPerDay { get; init; } = 5;

    /// <summary>Gets how many answered questions a community celebrates, and every multiple of it.</summary>
    /// <value>One or more; the default value is 100 (a choice of this library).</value>
    public int QuestionsPerMilestone { get; init; } = 100;

    private void RecognitionProblems(Guards guards)
    {
        guards.Require(MaxKudosPerDay >= 0, "policy.practice.kudos", "A member can give no fewer than zero kudos a day.");
        guards.Require(QuestionsPerMilestone >= 1, "policy.practice.questions-per-milestone", "A community celebrates one answered question or more.");
    }
}
