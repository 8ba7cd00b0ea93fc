using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>
/// M7: a member of whom nothing was seen for T is warned N before, and the membership lapses unless they are seen. Leave, dormancy of
/// the community and the time before activities are known do not count as silence.
/// </summary>
internal sealed class LapseInactive : IPolicyRule
{
    public string Id => "lapse-inactive/1";

    public string VersionIn(PolicySet policies) => policies.Membership.Version;

    public ValueList<Field> ParametersIn(PolicySet policies) =>
        [PolicyView.Days("lapse-after-days", Deadlines.LapseAfter(policies)), PolicyView.Days("notice-days", Deadlines.LapseNotice(policies))];

    public Reason? Obstacle(PolicyView view) => Silence.Unknown(view);

    public PolicyStep? NextForMember(PolicyView view, Membership member)
    {
        if (member.Status != MembershipStatus.Active || view.Community.Status != CommunityStatus.Active || member.Since is not { } since)
        {
            return null;
        }

        TimeWindow known = view.Evidence.Known!.Value;
        DateTimeOffset? seen = view.Evidence.LastSeen(member.Person, view.At);
        DateTimeOffset quietSince = since.Latest(member.MemberSince).Latest(seen).Latest(view.Community.StatusSince).Latest(known.From);
        Field evidence = PolicyView.Date(seen == quietSince ? "last-seen" : "quiet-since", quietSince);
        if (Deadlines.Warning(member) is { } warning)
        {
            return quietSince > warning.GivenOn ? PolicyStep.Notice(quietSince, [new LapseWarningLifted(member.Person)], evidence)
                : view.IsDue(warning.EffectiveOn) && warning.EffectiveOn <= known.Until ? PolicyStep.Consequence(warning.EffectiveOn, Lapse(), evidence, PolicyView.Date("warned-on", warning.GivenOn))
                : Silence.Look(view, warning.EffectiveOn, view.Evidence.NextSeen(member.Person, view.At), known);
        }

        DateTimeOffset lapses = quietSince.After(Deadlines.LapseAfter(view.Policies));
        DateTimeOffset due = lapses.After(-Deadlines.LapseNotice(view.Policies));
        return due > known.Until ? null
            : !view.IsDue(due) ? PolicyStep.Later(due)
            : PolicyStep.Notice(due, [new LapseWarned(member.Person, lapses.Latest(view.At.After(Deadlines.LapseNotice(view.Policies))))], evidence);

        ValueList<Fact> Lapse() =>
            view.WithRoles(this, Deadlines.Warning(member)!.Value.EffectiveOn, (context, guards) => HandOver.RolesOf(member, context, guards), new MemberLapsed(member.Person));
    }
}
