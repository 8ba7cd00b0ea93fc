using CommunityOfPractice.Core.Indicators;

namespace CommunityOfPractice.Core.Health;

/// <summary>Respond to first posts of newcomers within 48 hours: one act a newcomer.</summary>
internal sealed class WelcomeNewcomers : IHealthAct
{
    public string Indicator => NewcomerWelcome.Id;

    public ActOffer? Offer(HealthEvidence evidence, Reading reading, double target) =>
        AnswerQuestions.InTime(NewcomerWelcome.WaitsOf(evidence), target, "Respond to", "newcomer's first post that nobody responded to", "newcomers' first posts that nobody responded to");
}
