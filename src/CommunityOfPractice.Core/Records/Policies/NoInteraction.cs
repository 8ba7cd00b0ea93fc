using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>C5 (b): an active community in which nobody has contributed anything for G2 goes to rest, N after a notice. A break does not count as silence.</summary>
internal sealed class NoInteraction : IPolicyRule
{
    private const string Reason = "no-interaction";

    public string Id => "no-interaction/1";

    public string VersionIn(PolicySet policies) => policies.Community.Version;

    public ValueList<Field> ParametersIn(PolicySet policies) =>
        [PolicyView.Days("no-interaction-days", Deadlines.NoInteraction(policies)), PolicyView.Days("notice-days", Deadlines.DormancyNotice(policies))];

    public Vocabulary.Reason? Obstacle(PolicyView view) => Silence.Unknown(view);

    public PolicyStep? NextForCommunity(PolicyView view)
    {
        if (view.Community is not { Status: CommunityStatus.Active, StatusSince: { } since })
        {
            return null;
        }

        Notice? notice = Deadlines.Dormancy(view.Community, Id);
        if (Deadlines.Break(view.Community) is { } paused && paused > view.At)
        {
            return notice is null ? PolicyStep.Later(paused) : PolicyStep.Notice(view.At, [new DormancyNoticeLifted()], PolicyView.Date("paused-until", paused));
        }

        TimeWindow known = view.Evidence.Known!.Value;
        DateTimeOffset? last = view.Evidence.LastInteraction(view.At);
        DateTimeOffset quietSince = since.Latest(last).Latest(Deadlines.LastBreak(view.Community)).Latest(known.From);
        Field evidence = PolicyView.Date(last == quietSince ? "last-interaction" : "quiet-since", quietSince);
        if (notice is { } given)
        {
            return quietSince > given.GivenOn ? PolicyStep.Notice(quietSince, [new DormancyNoticeLifted()], evidence)
                : view.IsDue(given.EffectiveOn) && given.EffectiveOn <= known.Until
                    ? PolicyStep.Consequence(given.EffectiveOn, [new CommunityBecameDormant(Reason)], evidence, PolicyView.Date("noticed-on", given.GivenOn))
                : Silence.Look(view, given.EffectiveOn, view.Evidence.NextInteraction(view.At), known);
        }

        DateTimeOffset rests = quietSince.After(Deadlines.NoInteraction(view.Policies));
        DateTimeOffset due = rests.After(-Deadlines.DormancyNotice(view.Policies));
        return Deadlines.AnyDormancy(view.Community) || due > known.Until ? null
            : !view.IsDue(due) ? PolicyStep.Later(due)
            : PolicyStep.Notice(due, [new DormancyNoticed(rests.Latest(view.At.After(Deadlines.DormancyNotice(view.Policies))), Reason)], evidence);
    }
}
