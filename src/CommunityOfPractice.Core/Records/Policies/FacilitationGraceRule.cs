using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>
/// C5 (a): an active community that nobody facilitates has G1 to find somebody; then it goes to rest, N after a notice. A facilitator who
/// is there to stay ends it, on the day of their appointment or at the latest on its last; one who stands in puts dormancy off.
/// </summary>
internal sealed class FacilitationGraceRule : IPolicyRule
{
    private const string Reason = "no-facilitator";

    public string Id => "facilitation-grace/1";

    public string VersionIn(PolicySet policies) => policies.Community.Version;

    public ValueList<Field> ParametersIn(PolicySet policies) =>
        [PolicyView.Days("grace-days", Deadlines.Grace(policies)), PolicyView.Days("notice-days", Deadlines.DormancyNotice(policies))];

    public PolicyStep? NextForCommunity(PolicyView view)
    {
        if (view.Community.Status != CommunityStatus.Active)
        {
            return null;
        }

        int active = view.Members.ActiveFacilitators();
        bool stays = active > 0 && view.Members.Holders(Role.Facilitator).Select(p => view.Members[p])
            .Any(m => m.Status == MembershipStatus.Active && m.Roles.Any(r => r is { Role: Role.Facilitator, Interim: false }));
        Notice? notice = Deadlines.Dormancy(view.Community, Id);
        Field evidence = PolicyView.Count("active-facilitators", active);
        if (Deadlines.Grace(view.Community) is not { } deadline)
        {
            return notice is not null ? PolicyStep.Notice(view.At, [new DormancyNoticeLifted()], evidence)
                : active == 0 ? PolicyStep.Notice(view.At, [new FacilitationGraceStarted(view.At.After(Deadlines.Grace(view.Policies)), Interim: null)], evidence)
                : null;
        }

        if (stays)
        {
            return notice is not null ? PolicyStep.Notice(view.At, [new DormancyNoticeLifted()], evidence)
                : view.IsDue(deadline) ? PolicyStep.Consequence(deadline, [new FacilitationGraceEnded()], evidence)
                : PolicyStep.Later(deadline);
        }

        Field until = PolicyView.Date("grace-until", deadline);
        if (notice is { } given)
        {
            return !view.IsDue(given.EffectiveOn) ? PolicyStep.Later(given.EffectiveOn)
                : active > 0 ? null
                : PolicyStep.Consequence(given.EffectiveOn, [new CommunityBecameDormant(Reason)], evidence, until, PolicyView.Date("noticed-on", given.GivenOn));
        }

        if (view.Community.DormancyNotice is { } other)
        {
            // somebody else's notice serves as well: nobody is told twice, and the grace does not go on for ever
            DateTimeOffset rests = deadline.Latest(other.EffectiveOn);
            return !view.IsDue(rests) ? PolicyStep.Later(rests)
                : active > 0 ? null
                : PolicyStep.Consequence(rests, [new CommunityBecameDormant(Reason)], evidence, until, PolicyView.Date("noticed-on", other.GivenOn));
        }

        DateTimeOffset due = deadline.After(-Deadlines.DormancyNotice(view.Policies));
        return !view.IsDue(due) ? PolicyStep.Later(due)
            : PolicyStep.Notice(due, [new DormancyNoticed(deadline.Latest(view.At.After(Deadlines.DormancyNotice(view.Policies))), Reason)], evidence, until);
    }
}
