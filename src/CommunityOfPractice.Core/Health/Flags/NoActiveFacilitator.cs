using CommunityOfPractice.Core.Indicators;

namespace CommunityOfPractice.Core.Health;

/// <summary>Nobody who holds the role of facilitator at the as-of instant contributed in the window.</summary>
internal sealed class NoActiveFacilitator : IRedFlag
{
    public string Id => "no-active-facilitator/v1";

    public RedFlag Look(HealthEvidence evidence, FlagFacts facts)
    {
        if (!evidence.FacilitatorsKnown)
        {
            return Flag(RedFlagStatus.NotApplicable, "The data do not say who facilitates.");
        }

        Facilitation facilitation = evidence.Facilitation;
        return facilitation.ActiveAtEnd > 0 ? Flag(RedFlagStatus.Clear, "Somebody facilitates.")
            : facilitation.AtEnd > 0 ? Flag(RedFlagStatus.Raised, "Who facilitates contributed nothing in the window.")
            : Flag(RedFlagStatus.Raised, "Nobody facilitates.");
    }

    private RedFlag Flag(RedFlagStatus status, string text) => new(Id, "No active facilitator", status, text);
}
