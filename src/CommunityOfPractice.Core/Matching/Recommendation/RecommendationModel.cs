using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>The numbers behind community recommendations; data that can be replaced and versioned.</summary>
/// <remarks>
/// Immutable and compared by value. The proportion of co-members, topics and prior, the parts of former members and the relevance were chosen on real teams (docs/recommendation-study.md); the other
/// weights are design choices without calibration.
/// </remarks>
public sealed record RecommendationModel
{
    /// <summary>Gets the model as it is unless a host changes it.</summary>
    /// <value>Version <c>recommendation/1</c>.</value>
    public static RecommendationModel Default { get; } = new();

    /// <summary>Gets the version, which every answer names.</summary>
    /// <value>The default value is <c>recommendation/1</c>.</value>
    public string Version { get; init => field = value ?? "recommendation/1"; } = "recommendation/1";

    /// <summary>Gets the weight of what members of one's own communities also belong to.</summary>
    /// <value>Zero or more; the default value is 0.40.</value>
    public double CoMembers { get; init; } = 0.40;

    /// <summary>Gets the weight of topics like one's interests and one's own communities.</summary>
    /// <value>Zero or more; the default value is 0.24.</value>
    public double Topics { get; init; } = 0.24;

    /// <summary>Gets the weight of people one knows from other departments.</summary>
    /// <value>Zero or more; the default value is 0.12.</value>
    public double SocialProof { get; init; } = 0.12;

    /// <summary>Gets the weight of what one's department, or everybody, belongs to; it fades as more is known about the person.</summary>
    /// <value>Zero or more; the default value is 0.08.</value>
    public double Prior { get; init; } = 0.08;

    /// <summary>Gets the weight of goals in common.</summary>
    /// <value>Zero or more; the default value is 0.08.</value>
    public double Goals { get; init; } = 0.08;

    /// <summary>Gets the weight of members who speak one's languages.</summary>
    /// <value>Zero or more; the default value is 0.04.</value>
    public double Language { get; init; } = 0.04;

    /// <summary>Gets the weight of members whose working day overlaps with one's own.</summary>
    /// <value>Zero or more; the default value is 0.04.</value>
    public double Time { get; init; } = 0.04;

    /// <summary>Gets how much somebody counts who has left a community, beside a member.</summary>
    /// <value>From 0 to 1; the default value is 0.3.</value>
    public double FormerMember { get; init; } = 0.3;

    /// <summary>Gets how many members a community is taken to have in addition, so that few of them prove little.</summary>
    /// <value>Above 0; the default value is 1.</value>
    public double Shrinkage { get; init; } = 1;

    /// <summary>Gets how many communities somebody belongs to when the prior counts for half.</summary>
    /// <value>Above 0; the default value is 2.</value>
    public double PriorFades { get; init; } = 2;

    /// <summary>Gets how many people of everywhere are added to a department before its share is taken.</summary>
    /// <value>Above 0; the default value is 10.</value>
    public double DepartmentShrinkage { get; init; } = 10;

    /// <summary>Gets how much the score counts against variety in the order of a list (λ of maximal marginal relevance).</summary>
    /// <value>From 0 to 1; 1 leaves the order to the score. The default value is 0.9.</value>
    public double Relevance { get; init; } = 0.9;

    /// <summary>Gets how many places go to communities drawn by lot when nothing is known about a person.</summary>
    /// <value>Zero or more; the default value is 1.</value>
    public int Exploration { get; init; } = 1;

    /// <summary>Gets for how long a community is not recommended after the first time it was declined; each further time doubles it.</summary>
    /// <value>The default value is 30 days.</value>
    public TimeSpan CoolOff { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Gets the longest such time.</summary>
    /// <value>The default value is 730 days.</value>
    public TimeSpan LongestCoolOff { get; init; } = TimeSpan.FromDays(730);

    /// <summary>Gets the share of the people to whom one community is recommended at most, when many are served together.</summary>
    /// <value>Above 0, at most 1; the default value is 1: no limit.</value>
    public double ExposureCap { get; init; } = 1;

    /// <summary>Returns what is wrong with the model.</summary>
    /// <returns>Every fault, empty when there is none: <c>recommendation.version</c>, <c>recommendation.weight</c>, <c>recommendation.range</c>, <c>recommendation.span</c>.</returns>
    public ValueList<Reason> Problems()
    {
        Guards guards = new();
        guards.Require(!string.IsNullOrWhiteSpace(Version), "recommendation.version", "A model has a version.");
        double sum = 0;
        foreach ((string name, double weight) in (ReadOnlySpan<(string, double)>)
        [
            (nameof(CoMembers), CoMembers), (nameof(Topics), Topics), (nameof(SocialProof), SocialProof), (nameof(Prior), Prior),
            (nameof(Goals), Goals), (nameof(Language), Language), (nameof(Time), Time),
        ])
        {
            guards.Require(weight is >= 0 and <= 1000, "recommendation.weight", $"{name} is not from 0 to 1000.");
            sum += weight;
        }

        guards.Require(sum > 0, "recommendation.weight", "At least one weight is above 0.");
        guards.Require(FormerMember is >= 0 and <= 1, "recommendation.range", "FormerMember is not from 0 to 1.");
        guards.Require(Relevance is >= 0 and <= 1, "recommendation.range", "Relevance is not from 0 to 1.");
        guards.Require(ExposureCap is > 0 and <= 1, "recommendation.range", "ExposureCap is not above 0 and at most 1.");
        guards.Require(Exploration >= 0, "recommendation.range", "Exploration is negative.");
        foreach ((string name, double count) in (ReadOnlySpan<(string, double)>)
        [
            (nameof(Shrinkage), Shrinkage), (nameof(PriorFades), PriorFades), (nameof(DepartmentShrinkage), DepartmentShrinkage),
        ])
        {
            guards.Require(count is > 0 and <= 1e6, "recommendation.range", $"{name} is not above 0 and at most 1,000,000.");
        }

        guards.Require(CoolOff > TimeSpan.Zero && CoolOff <= LongestCoolOff && LongestCoolOff.TotalDays <= 3653, "recommendation.span", "The times to cool off are not above zero, the first at most the longest, ten years at most.");
        return guards.Unmet;
    }
}
