using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>What one period of a community shows about its stage.</summary>
internal static class Periods
{
    /// <summary>The signals of a period; of one that has not run for its whole length, people's acts are looked at over the whole length before the last moment of the grid.</summary>
    public static StageSignals SignalsOf(CommunityRecord record, LoadedEvidence loaded, TimeWindow period, StagePolicy policy, bool split, PublicationGrid grid)
    {
        Community community = record.Community;
        bool partial = period.Length < policy.Period;
        HealthEvidence evidence = loaded.ActivityIn(TimeWindow.Last(policy.Period, partial ? grid.At(period.Until) : period.Until));
        return new(period, community.Status, record.Members.Count(MembershipStatus.Active))
        {
            IsPartial = partial,
            MemberInitiatedShare = ValueOf(new MemberInitiated().Read(evidence)),
            AbsenceFactor = (int?)ValueOf(new ContributorAbsenceFactor().Read(evidence)),
            NewMembers = record.Members.All.Count(m => m.MemberSince >= evidence.Window.From && m.History.All(p => p.Role is not null || p.From >= evidence.Window.From)),
            StewardedArtifacts = record.Practice.Repertoire.Artifacts.Any() ? record.Practice.Repertoire.Artifacts.Count(a => IsTended(a, record.Members)) : null,
            Facilitators = record.Members.ActiveFacilitators(),
            Successors = record.Members.Nominees(Role.Facilitator).Count(p => IsSuccessor(record.Members[p])),
            ReviewOverdue = community.IsReviewOverdue(period.Until),
            Falling = Momentum.IsFalling(new Momentum().Read(evidence)),
            MergingOrSplitting = split,
        };
    }

    private static bool IsTended(Artifact artifact, Members members) =>
        artifact is { Status: ArtifactStatus.Published, Steward: { } steward } && members[steward].Status == MembershipStatus.Active;

    internal static bool IsSuccessor(Membership member) =>
        member.Status == MembershipStatus.Active && member.Nominations.Any(n => n is { Role: Role.Facilitator, Interim: false, AcceptedOn: not null });

    private static double? ValueOf(Reading reading) => reading.Measurement is Measurement.Value value ? value.Number : null;
}
