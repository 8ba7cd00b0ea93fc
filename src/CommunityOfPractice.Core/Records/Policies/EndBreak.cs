using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>A community's break is over on the day that it named itself.</summary>
internal sealed class EndBreak : IPolicyRule
{
    public string Id => "end-break/1";

    public string VersionIn(PolicySet policies) => policies.Community.Version;

    public ValueList<Field> ParametersIn(PolicySet policies) => [];

    public PolicyStep? NextForCommunity(PolicyView view) => Deadlines.Break(view.Community) is not { } due ? null
        : view.IsDue(due) ? PolicyStep.Consequence(due, [new PauseEnded()], PolicyView.Date("paused-until", due)) : PolicyStep.Later(due);
}
