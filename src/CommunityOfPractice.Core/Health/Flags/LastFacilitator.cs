using CommunityOfPractice.Core.Indicators;

namespace CommunityOfPractice.Core.Health;

/// <summary>One person facilitates, and nobody is known to be ready to follow.</summary>
internal sealed class LastFacilitator : IRedFlag
{
    public string Id => "last-facilitator/v1";

    public RedFlag Look(HealthEvidence evidence, FlagFacts facts)
    {
        if (!evidence.FacilitatorsKnown)
        {
            return Flag(RedFlagStatus.NotApplicable, "The data do not say who facilitates.");
        }

        return evidence.Facilitation.AtEnd != 1 ? Flag(RedFlagStatus.Clear, "It does not hang on one facilitator.")
            : evidence.SuccessorReady == true ? Flag(RedFlagStatus.Clear, "One person facilitates, and somebody is ready to follow.")
            : Flag(RedFlagStatus.Raised, evidence.SuccessorReady == false ? "One person facilitates, and nobody is ready to follow." : "One person facilitates; whether somebody is ready to follow is not known.");
    }

    private RedFlag Flag(RedFlagStatus status, string text) => new(Id, "Last facilitator", status, text);
}
