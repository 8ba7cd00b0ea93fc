using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Tool.Rhythms;

/// <summary>What the library says of a community's silence.</summary>
internal enum DormancyState
{
    Unknown,
    Active,
    Noticed,
    Dormant,
}

/// <summary>Whether a community is dormant at an instant, as the library's own rule about silence (C5 b) has it.</summary>
/// <param name="State">What is the case.</param>
/// <param name="Since">Since when, for a notice or dormancy.</param>
/// <param name="LastInteraction">When somebody last contributed; null when nobody is known to have.</param>
/// <param name="Why">Why it is unknown; null when it is known.</param>
internal sealed record DormancyCall(DormancyState State, DateTimeOffset? Since, DateTimeOffset? LastInteraction, string? Why)
{
    private static readonly IPolicyRule[] AboutSilence = [.. PolicyRules.Standard.Where(rule => rule.Id == "no-interaction/1")];

    /// <summary>
    /// Tries the rule over the time since the last interaction, as <see cref="PolicyDryRun"/> does: a notice, and the rest after it. Every
    /// interaction counts as a sign of life, so what was quiet once and is lively again is active.
    /// </summary>
    /// <param name="community">The community.</param>
    /// <param name="launched">Since when it is active.</param>
    /// <param name="activity">Its activities.</param>
    /// <param name="known">The time for which activities are known; null: from its first activity on.</param>
    /// <param name="policies">The policies.</param>
    /// <param name="asOf">The first instant that is left out.</param>
    /// <param name="isKnown">Whether activities are known at all.</param>
    public static DormancyCall Of(CommunityId community, DateTimeOffset launched, ActivityWindow activity, TimeWindow? known, PolicySet policies, DateTimeOffset asOf, bool isKnown)
    {
        DateTimeOffset to = asOf.AddTicks(-1);
        if (launched > to)
        {
            return new(DormancyState.Unknown, null, null, "it is not there yet");
        }

        Change[] history = [new(launched, Actor.Host("rhythm"), Cause.Unstated, new CommunityLaunched(launched))];
        PolicyEvidence evidence = PolicyEvidence.Of(history, isKnown ? activity.Before(asOf) : null, known, policies.Participation);
        DateTimeOffset? last = evidence.LastInteraction(to);
        DateTimeOffset from = last is { } at && at > launched ? at : launched.AddTicks(1);
        DryRunReport report = PolicyDryRun.Run(community, history, policies, evidence, from < to ? from : to, to, step: null, AboutSilence);
        Change? state = report.Changes is [.., var latest] ? latest : null;
        return report.Skipped is [var skipped, ..] ? new(DormancyState.Unknown, null, last, skipped.Reason.Text)
            : state?.Fact is CommunityBecameDormant ? new(DormancyState.Dormant, state.OccurredAt, last, null)
            : state?.Fact is DormancyNoticed ? new(DormancyState.Noticed, state.OccurredAt, last, null)
            : new(DormancyState.Active, null, last, null);
    }
}
