using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <content>The numbers behind the rules about knowledge.</content>
public sealed partial record PracticePolicy
{
    private static readonly ArtifactRule AnyArtifact = Rule(ArtifactKind.Other, 365);

    /// <summary>Gets how long knowledge holds, by kind; kinds that are not listed hold as long as <see cref="ArtifactKind.Other"/>.</summary>
    /// <value>
    /// The default value is a design choice: 182 days for innovations and tools, 365 for best practices, templates, guides and others, 730 for lessons learned,
    /// decisions and recordings; a half-life is as long as the time between two confirmations, so that what is due is half fresh.
    /// </value>
    [JsonConverter(typeof(ValueListJsonConverter<ArtifactRule>))]
    public ValueList<ArtifactRule> ArtifactRules { get; init => field = value ?? []; } =
    [
        Rule(ArtifactKind.Other, 365),
        Rule(ArtifactKind.BestPractice, 365),
        Rule(ArtifactKind.LessonLearned, 730),
        Rule(ArtifactKind.Innovation, 182),
        Rule(ArtifactKind.Tool, 182),
        Rule(ArtifactKind.Template, 365),
        Rule(ArtifactKind.Guide, 365),
        Rule(ArtifactKind.Decision, 730),
        Rule(ArtifactKind.Recording, 730),
    ];

    /// <summary>Returns the rule of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The rule listed, else that of <see cref="ArtifactKind.Other"/>, else 365 days for both.</returns>
    public ArtifactRule RuleOf(ArtifactKind kind) => Listed(kind) ?? Listed(ArtifactKind.Other) ?? AnyArtifact;

    private ArtifactRule? Listed(ArtifactKind kind)
    {
        foreach (ArtifactRule rule in ArtifactRules.AsSpan())
        {
            if (rule.Kind == kind)
            {
                return rule;
            }
        }

        return null;
    }

    private ValueList<Reason> KnowledgeProblems()
    {
        Guards guards = new();
        guards.Require(ArtifactRules.Select(r => r.Kind).Distinct().Count() == ArtifactRules.Count, "policy.practice.artifact-rule-twice", "A kind of artifact has one rule.");
        foreach (ArtifactRule rule in ArtifactRules)
        {
            guards.Require(Enum.IsDefined(rule.Kind), "policy.practice.artifact-kind", $"{(int)rule.Kind} is not a defined kind of artifact.");
            guards.Require(CommunityPolicy.IsSpan(rule.ReviewEvery), "policy.practice.review-every", $"The time between two confirmations ({rule.Kind}) is not from one day to ten years.");
            guards.Require(CommunityPolicy.IsSpan(rule.HalfLife), "policy.practice.half-life", $"The half-life ({rule.Kind}) is not from one day to ten years.");
        }

        return guards.Unmet;
    }

    private static ArtifactRule Rule(ArtifactKind kind, int days) => new(kind, TimeSpan.FromDays(days), TimeSpan.FromDays(days));
}
