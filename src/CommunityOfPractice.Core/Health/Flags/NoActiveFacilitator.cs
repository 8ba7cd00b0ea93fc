using CommunityOfPractice.Core.Indicators;

namespace CommunityOfPractice.Core.Health;

/// <summary>Nobody who holds the role of facilitator at the as-of instant contributed in the window; told once the community was observed as long as a score needs.</summary>
internal sealed class NoActiveFacilitator : IRedFlag
{
    private static readonly MinimumData Least = new();

    public string Id => "no-active-facilitator/v1";

    public RedFlag Look(HealthEvidence evidence, FlagFacts facts)
    {
        if (!evidence.FacilitatorsKnown)
        {
            return Flag(RedFlagStatus.NotApplicable, "The data do not say who facilitates.");
        }

        Facilitation facilitation = evidence.Facilitation;
        if (facilitation.ActiveAtEnd == 0 && !IsObservedLongEnough(evidence))
        {
            return Flag(RedFlagStatus.NotApplicable, FormattableString.Invariant($"Too early to tell: {Least.ObservedDays} days since the first activity are needed."));
        }

        return facilitation.ActiveAtEnd > 0 ? Flag(RedFlagStatus.Clear, "Somebody facilitates.")
            : facilitation.AtEnd > 0 ? Flag(RedFlagStatus.Raised, "Who facilitates contributed nothing in the window.")
            : Flag(RedFlagStatus.Raised, "Nobody facilitates.");
    }

    /// <summary>As long as a score needs: what nobody had time for is not missing.</summary>
    private static bool IsObservedLongEnough(HealthEvidence evidence) =>
        evidence.FirstMomentOfPeople is { } first && evidence.AsOf.UtcTicks - first >= TimeSpan.FromDays(Least.ObservedDays).Ticks;

    private RedFlag Flag(RedFlagStatus status, string text) => new(Id, "No active facilitator", status, text);
}
