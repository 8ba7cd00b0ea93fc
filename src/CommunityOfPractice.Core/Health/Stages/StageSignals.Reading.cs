using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <content>Signals from evidence, for communities without a journal.</content>
public sealed partial record StageSignals
{
    /// <summary>Reads the signals of a period from what is known; what nothing tells of is null.</summary>
    /// <param name="evidence">What is known; its window ends with the period, and is longer where the period has not run for its whole length (<see cref="IsPartial"/>).</param>
    /// <param name="period">The period.</param>
    /// <param name="status">Where the community stood at its end; null for what the evidence tells, and where that tells nothing it is assumed to be active (<see cref="StatusAssumed"/>).</param>
    /// <returns>The signals. Without memberships, those who contributed stand for the active members (<see cref="MembersAssumed"/>).</returns>
    /// <remarks>O(n log n) for n activities before the end of the period. A host with a journal asks <c>ICommunityStages</c>, which folds it.</remarks>
    /// <exception cref="ArgumentException">The evidence does not end with the period, or begins after it.</exception>
    public static StageSignals Of(HealthEvidence evidence, TimeWindow period, CommunityStatus? status = null)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (evidence.AsOf != period.Until || evidence.Window.From > period.From)
        {
            throw new ArgumentException($"The evidence of {evidence.Window} is not that of {period}.", nameof(evidence));
        }

        CommunityStatus? told = status ?? (evidence.IsRecorded ? evidence.State!.Status : null);
        return new(period, told ?? CommunityStatus.Active, evidence.MembersKnown ? evidence.ActiveAt(evidence.LastMoment).Count : evidence.Contributions.Length)
        {
            StatusAssumed = told is null,
            MembersAssumed = !evidence.MembersKnown,
            IsPartial = period.Length < evidence.Window.Length,
            MemberInitiatedShare = new MemberInitiated().Read(evidence).Measurement.Amount,
            AbsenceFactor = (int?)new ContributorAbsenceFactor().Read(evidence).Measurement.Amount,
            NewMembers = evidence.MembersKnown ? evidence.FirstJoined.Count(evidence.Window.Contains) : null,
            StewardedArtifacts = new Indicators.OrphanedArtifacts().Read(evidence).Measurement is Measurement.Value value ? (int)Math.Round(value.Count * (1 - value.Number)) : null,
            Facilitators = evidence.FacilitatorsKnown ? evidence.Facilitation.AtEnd : null,
            Successors = evidence.SuccessorReady is { } ready ? ready ? 1 : 0 : null,
            ReviewOverdue = new PurposeFreshness().Read(evidence).Measurement.Amount is { } fresh ? fresh < 1 : null,
            Falling = Momentum.IsFalling(new Momentum().Read(evidence)),
        };
    }
}
