using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Records;

namespace CommunityOfPractice.Core.DependencyInjection;

/// <summary>What a host can set; checked when the host starts.</summary>
public sealed class CommunityOfPracticeOptions
{
    /// <summary>Gets or sets how far back a health report looks when no window is given.</summary>
    /// <value>From 1 day to 3,650 days. The default value is 91 days: thirteen whole weeks.</value>
    public TimeSpan HealthWindow { get; set; } = TimeSpan.FromDays(91);

    /// <summary>Gets or sets how readings become a score.</summary>
    /// <value>The default value is <see cref="HealthModel.Standard"/>. Every indicator it names must be registered.</value>
    public HealthModel HealthModel { get; set; } = HealthModel.Standard;

    /// <summary>Gets or sets how readings become a score for a community of which only people and activities are known: one without a journal.</summary>
    /// <value>The default value is <see cref="HealthModel.Activity"/>. Every indicator it names must be registered.</value>
    public HealthModel ActivityHealthModel { get; set; } = HealthModel.Activity;

    /// <summary>Gets or sets what scores are explained against, and how their uncertainty is worked out.</summary>
    /// <value>
    /// Against "okay", with the uncertainty of 500 draws; <c>with { Uncertainty = null }</c> leaves it out. Nothing may be wrong with it (<see cref="AssessmentOptions.Problems"/>).
    /// </value>
    public AssessmentOptions Assessment { get; set; } = AssessmentOptions.Default with { Uncertainty = UncertaintyOptions.Default };

    /// <summary>Gets or sets the policies in force: the numbers behind the rules about communities, memberships, roles and participation.</summary>
    /// <value>The default value is <see cref="PolicySet.Default"/>. Nothing may be wrong with them (<see cref="PolicySet.Problems"/>).</value>
    public PolicySet Policies { get; set; } = PolicySet.Default;

    /// <summary>Gets or sets how many communities that nobody uses at the moment are kept folded in memory.</summary>
    /// <value>From 1 on. The default value is 1,000. More of them make commands faster and take more memory.</value>
    public int RecordsInMemory { get; set; } = 1000;

    /// <summary>Gets or sets who is counted in health reports and stages.</summary>
    /// <value>The default value is <see cref="AnalyticsBasis.Objection"/>: everybody who did not object (<see cref="Memberships.ObjectToProcessing"/>).</value>
    public AnalyticsBasis AnalyticsBasis { get; set; } = AnalyticsBasis.Objection;

    /// <summary>Gets or sets the numbers behind the stages of communities.</summary>
    /// <value>The default value is <see cref="StagePolicy.Default"/>. Nothing may be wrong with it (<see cref="StagePolicy.Problems"/>).</value>
    public StagePolicy Stages { get; set; } = StagePolicy.Default;

    /// <summary>Gets or sets how small a group may be that something is told about.</summary>
    /// <value>The default value is <see cref="SuppressionPolicy.Default"/>: five people. Nothing may be wrong with it (<see cref="SuppressionPolicy.Problems"/>).</value>
    public SuppressionPolicy Suppression { get; set; } = SuppressionPolicy.Default;

    /// <summary>Gets or sets the moments at which reports, trends and alerts end, and up to which stages and overlaps look at people.</summary>
    /// <value>
    /// The default value is <see cref="PublicationGrid.Weekly"/>: what happened since Monday 00:00 UTC is not told yet. Its step is more than zero. Silo maps have a coarser grid of their own (<see cref="PublicationGrid.Quarterly"/>).
    /// </value>
    public PublicationGrid Publication { get; set; } = PublicationGrid.Weekly;

    /// <summary>Gets or sets the numbers behind alerts.</summary>
    /// <value>The default value is <see cref="AlertPolicy.Default"/>. Nothing may be wrong with it (<see cref="AlertPolicy.Problems"/>).</value>
    public AlertPolicy Alerts { get; set; } = AlertPolicy.Default;

    /// <summary>Gets or sets the numbers behind recommendations of communities.</summary>
    /// <value>The default value is <see cref="RecommendationModel.Default"/>. Nothing may be wrong with it (<see cref="RecommendationModel.Problems"/>).</value>
    public RecommendationModel Recommendations { get; set; } = RecommendationModel.Default;

    /// <summary>Gets or sets who gets recommendations, and on whom they rest.</summary>
    /// <value>The default value is <see cref="AnalyticsBasis.Objection"/>: everybody who did not object to matching.</value>
    public AnalyticsBasis RecommendationBasis { get; set; } = AnalyticsBasis.Objection;

    /// <summary>Gets or sets the settings of pairing rounds.</summary>
    /// <value>The default value is <see cref="PairingRules.Default"/>. Nothing may be wrong with them (<see cref="PairingRules.Problems"/>).</value>
    public PairingRules Pairing { get; set; } = PairingRules.Default;

    /// <summary>Gets or sets how many questions a week somebody is asked at most who agreed to matching and did not say how many.</summary>
    /// <value>From 0 to 100. The default value is 2.</value>
    public int AsksPerWeek { get; set; } = 2;
}
