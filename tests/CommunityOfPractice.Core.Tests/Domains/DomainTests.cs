using System.Text.Json;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Domains;

[Properties(MaxTest = 200)]
public sealed class DomainTests
{
    private static readonly TopicId A = new("agile"), B = new("testing");

    [Property]
    public void Normalised_SumsToOne_Once(PositiveInt[] weights)
    {
        ValueList<TopicWeight> topics = Profile(weights);
        ValueList<TopicWeight> normal = TopicProfile.Normalised(topics);

        Assert.Equal(weights.Length == 0 ? 0 : 1, normal.Sum(t => t.Weight), 1e-12);
        Assert.Equal(topics.Select(t => t.Topic).Order(), normal.Select(t => t.Topic));
        Assert.Equal(normal, TopicProfile.Normalised(normal));
    }

    [Property]
    public void Cosine_IsSymmetric_BlindToScale_AndOneForTheSame(PositiveInt[] one, PositiveInt[] other, PositiveInt scale)
    {
        ValueList<TopicWeight> left = Profile(one), right = Profile(other);
        double? cosine = TopicProfile.Cosine(left, right);

        Assert.Equal(cosine, TopicProfile.Cosine(right, left));
        Assert.Equal(one.Length == 0 || other.Length == 0, cosine is null);
        if (cosine is { } c)
        {
            Assert.InRange(c, 0, 1);
            Assert.Equal(c, TopicProfile.Cosine([.. left.Select(t => t with { Weight = t.Weight * scale.Get })], right)!.Value, 1e-12);
            Assert.Equal(1, TopicProfile.Cosine(left, left)!.Value, 1e-12);
        }
    }

    [Theory]
    [InlineData(1e300, 1e-300)]
    [InlineData(1e308, 1.5e308)]
    [InlineData(5e-324, 5e-324)]
    public void Normalised_EndsWithFiniteWeights_HoweverTheyStart(double one, double other)
    {
        ValueList<TopicWeight> normal = TopicProfile.Normalised([new(A, one), new(B, other)]);

        Assert.Equal(1, normal.Sum(t => t.Weight), 1e-12);
        Assert.Empty(TopicProfile.Problems(normal));
        Assert.Equal(normal, TopicProfile.Normalised(normal));
    }

    [Fact]
    public void Cosine_Golden()
    {
        Assert.Equal(0.6, TopicProfile.Cosine([new(A, 3), new(B, 4)], [new(A, 1)])!.Value, 1e-15);
        Assert.Equal(0.0, TopicProfile.Cosine([new(A, 3)], [new(B, 1)]));
    }

    [Fact]
    public void Problems_AreAllNamed()
    {
        Domain domain = new([new(A, 0), new(A, double.NaN), new(default, 1)], new(FocusKind.Passion, " "))
        {
            ScopeIn = ["Retros", " "],
            ScopeOut = ["retros"],
            Goals = [new("g", "Faster"), new("g", "Better")],
        };

        Assert.Equal(
            ["domain.blank", "domain.goal-twice", "domain.no-focus", "domain.scope-contradiction", "domain.topic-twice", "domain.topic-unnamed", "domain.weight", "domain.weight"],
            domain.Problems().Select(p => p.Code).Order());
        Assert.Equal(["domain.no-topic"], new Domain([], new(FocusKind.Passion, "Joy")).Problems().Select(p => p.Code));
        Assert.Throws<ArgumentException>(domain.Normalised);
    }

    [Fact]
    public void Vocabulary_FindsByEveryName_InAnyCase()
    {
        TopicVocabulary vocabulary = TopicVocabulary.Create([new(A, "Agile ways", ["Scrum", "kanban "]), new(B, "Testing", ["QA"])]).OrThrow();

        foreach (string name in (string[])["agile", "AGILE WAYS", "scrum", " Kanban"])
        {
            Assert.True(vocabulary.TryFind(name, out Topic? topic));
            Assert.Equal(A, topic.Id);
        }

        Assert.False(vocabulary.TryFind("waterfall", out _));
        Assert.Equal(new TopicId("Waterfall"), vocabulary.Canonical(new TopicId("Waterfall")));
    }

    [Fact]
    public void Vocabulary_AddsUpSynonyms_Once()
    {
        TopicVocabulary vocabulary = TopicVocabulary.Create([new(A, "Agile", ["scrum"])]).OrThrow();
        Domain domain = new([new(new("Scrum"), 1), new(new("zen"), 2), new(A, 3)], new(FocusKind.Opportunity, "Now"));
        Domain canonical = vocabulary.Canonical(domain);

        Assert.Equal([new(A, 4), new(new("zen"), 2)], canonical.Topics);
        Assert.Equal(canonical, vocabulary.Canonical(canonical));
        Assert.Equal([new TopicId("zen")], vocabulary.Unknown(domain));
        Assert.Equal(domain.Topics.OrderBy(t => t.Topic), TopicVocabulary.Empty.Canonical(domain).Topics);
    }

    [Fact]
    public void Vocabulary_RefusesEveryConflict()
    {
        Decision<TopicVocabulary> decision = TopicVocabulary.Create(
            [new(A, "Agile", ["lean"]), new(B, "Testing", ["LEAN", "agile"]), new(B, "Twice", []), new(default, "No id", []), new(new("c"), " ", [])]);

        Assert.Equal(
            ["vocabulary.name-blank", "vocabulary.name-blank", "vocabulary.name-conflict", "vocabulary.name-conflict", "vocabulary.topic-twice", "vocabulary.topic-unnamed"],
            decision.Match(_ => [], r => r.Reasons.Select(x => x.Code).Order().ToArray()));
    }

    [Fact]
    public void Domain_RoundTripsAsJson()
    {
        Domain domain = new Domain([new(A, 1), new(B, 3)], new(FocusKind.Challenge, "Slow feedback"))
        {
            ScopeIn = ["unit tests"], ScopeOut = ["tools"], Goals = [new("okr-1", "Ship weekly")], ValueForMembers = "Help", ValueForOrganisation = "Speed",
        }.Normalised();

        Assert.Equal(domain, JsonSerializer.Deserialize<Domain>(JsonSerializer.Serialize(domain)));
    }

    private static ValueList<TopicWeight> Profile(PositiveInt[] weights) => [.. weights.Select((w, i) => new TopicWeight(new($"t{(i * 7) % 100}-{i}"), w.Get))];
}
