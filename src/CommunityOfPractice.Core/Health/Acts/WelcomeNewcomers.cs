using CommunityOfPractice.Core.Indicators;

namespace CommunityOfPractice.Core.Health;

/// <summary>Respond to first posts of newcomers within 48 hours: one act a newcomer.</summary>
internal sealed class WelcomeNewcomers : IHealthAct
{
    public string Indicator => NewcomerWelcome.Id;

    public double PerWeek => 3;

    public ActOffer? Offer(HealthEvidence evidence, Reading reading, double target, int most) =>
        AnswerQuestions.InTime(NewcomerWelcome.WaitsOf(evidence), target, most, "Respond to", "newcomers' first posts", "newcomer's first post without a response", "newcomers' first posts without a response");
}
