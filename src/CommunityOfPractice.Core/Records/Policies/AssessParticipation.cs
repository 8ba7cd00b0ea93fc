using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>Derives every active member's level of participation each Monday (UTC), from whole weeks for which activities are known.</summary>
/// <remarks>Nobody who objects to <see cref="ProcessingPurpose.Analytics"/> is assessed; the level that was there stays as it is.</remarks>
internal sealed class AssessParticipation : IPolicyRule
{
    public string Id => "assess-participation/1";

    public string VersionIn(PolicySet policies) => policies.Participation.Version;

    public ValueList<Field> ParametersIn(PolicySet policies) =>
    [
        PolicyView.Count("window-weeks", policies.Participation.WindowWeeks),
        PolicyView.Count("core-weeks", policies.Participation.CoreWeeks),
        PolicyView.Count("core-stewardship", policies.Participation.CoreStewardship),
        PolicyView.Count("core-counterparts", policies.Participation.CoreCounterparts),
        PolicyView.Count("active-weeks", policies.Participation.ActiveWeeks),
    ];

    public Reason? Obstacle(PolicyView view) => Silence.Unknown(view);

    public PolicyStep? NextForMember(PolicyView view, Membership member)
    {
        if (member.Status != MembershipStatus.Active || view.Community.Status != CommunityStatus.Active || member.Participation?.Locked == true
            || member.ObjectsTo(ProcessingPurpose.Analytics))
        {
            return null;
        }

        ParticipationPolicy policy = view.Policies.Participation;
        TimeWindow known = view.Evidence.Known!.Value;
        int week = view.At.Week();
        DateTimeOffset monday = Instants.Monday(week);
        if (member.Since > monday)
        {
            return PolicyStep.Later(Instants.Monday(week + 1));
        }

        if (known.Until < monday)
        {
            return null;
        }

        if (Instants.Monday(Math.Max(0, week - policy.WindowWeeks)).Latest(view.Evidence.JournalBegins) < known.From)
        {
            return PolicyStep.Later(Instants.Monday(Math.Max(week, known.From.Week() + policy.WindowWeeks) + 1));
        }

        ParticipationSignals signals = view.Evidence.Signals(member.Person, monday, policy.WindowWeeks);
        ParticipationLevel level = policy.Assess(member.Participation, signals, monday);
        if (level != member.Participation?.Level)
        {
            return PolicyStep.Consequence(
                monday,
                [new ParticipationAssessed(member.Person, level, policy.Version, signals)],
                PolicyView.Count("weeks-contributed", signals.WeeksContributed),
                PolicyView.Count("stewardship-acts", signals.StewardshipActs),
                PolicyView.Count("distinct-counterparts", signals.DistinctCounterparts));
        }

        bool still = level == ParticipationLevel.Peripheral && signals == ParticipationSignals.None;
        return !still ? PolicyStep.Later(Instants.Monday(week + 1))
            : view.Evidence.NextSignalWeek(member.Person, week) is { } next ? PolicyStep.Later(Instants.Monday(next)) : null;
    }
}
