using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>The acts that the library brings along.</summary>
public static class StandardActs
{
    /// <summary>Gets one for each indicator that a facilitator can do something for.</summary>
    /// <value>Stateless instances.</value>
    public static ValueList<IHealthAct> All { get; } =
    [
        new AnswerQuestions(),
        new WelcomeNewcomers(),
        new GiveFirstTasks(),
        new WriteToNewcomers(),
        new InviteToStart(),
        new InviteToStartWeekly(),
        new IntroducePeople(),
        new MixDepartments(),
        new ShareAllContributions(),
        new ShareCappedContributions(),
        new FindFacilitators(),
        new ShareOrganising(),
        new LookAtPurpose(),
        new CompleteCharter(),
        new FindSponsor(),
        new ConfirmArtifacts(),
        new ShowArtifacts(),
        new HoldGatherings(),
        new BalanceOccasions(),
        new HandOverArtifacts(),
        new StayWithNewcomers(),
        new ShareWeeks(),
        new InviteContributors(),
        new JoinInAgain(),
    ];
}
