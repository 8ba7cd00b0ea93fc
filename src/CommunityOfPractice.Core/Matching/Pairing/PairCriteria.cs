using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>A criterion about two people, the same both ways round, given as functions.</summary>
internal sealed class PairCriterion(string id, string name, Func<Participant, Participant, double?> fit, Func<Participant, Participant, string> because) : IMatchCriterion<Participant, Participant>
{
    public string Id => id;

    public string Name => name;

    public double? Fit(Participant seeker, Participant candidate) => fit(seeker, candidate);

    public string Because(Participant seeker, Participant candidate) => because(seeker, candidate);
}

/// <summary>The standard criteria of a request, with their weights.</summary>
internal static class PairCriteria
{
    public const string OtherDepartment = "department.other", OtherLocation = "location.other", SharedTopics = "topics.shared", Useful = "outcome.useful";

    /// <summary>The ids of the standard criteria.</summary>
    public static IEnumerable<string> Ids => [OtherDepartment, OtherLocation, SharedTopics, Useful];

    public static IEnumerable<PairingCriterion> Of(PairingRequest request, MeetingMemory memory)
    {
        PairingRules rules = request.Rules;
        PairingCriterion[] standard =
        [
            new(new PairCriterion(OtherDepartment, "different departments", (a, b) => Differ(a.Attributes.Department, b.Attributes.Department), (a, b) => Know(a.Attributes.Department, b.Attributes.Department)), rules.DepartmentWeight),
            new(new PairCriterion(OtherLocation, "different places", (a, b) => Differ(a.Attributes.Location, b.Attributes.Location), (a, b) => Know(a.Attributes.Location, b.Attributes.Location)), rules.LocationWeight),
            new(new PairCriterion(SharedTopics, "shared topics", TopicsInCommon, (a, b) => $"Both care about {string.Join(", ", a.Topics.Intersect(b.Topics).Order().Take(3))}."), rules.TopicWeight),
            new(new PairCriterion(Useful, "found useful before", (a, b) => memory.UsefulnessOf(a.Person, b.Person), (_, _) => "They found an earlier meeting useful."), rules.OutcomeWeight),
        ];
        return standard.Concat(request.ExtraCriteria).Where(c => c.Weight > 0);
    }

    /// <summary>The same sentence both ways round.</summary>
    private static string Know(string? one, string? other) =>
        string.CompareOrdinal(one, other) <= 0 ? $"{one} and {other} get to know each other." : $"{other} and {one} get to know each other.";

    private static double? Differ(string? one, string? other) => one is null || other is null ? null : string.Equals(one, other, StringComparison.Ordinal) ? 0 : 1;

    /// <summary>The share of the shorter list that both have.</summary>
    private static double? TopicsInCommon(Participant one, Participant other)
    {
        ReadOnlySpan<TopicId> shorter = one.Topics.Count <= other.Topics.Count ? one.Topics.AsSpan() : other.Topics.AsSpan();
        ReadOnlySpan<TopicId> longer = one.Topics.Count <= other.Topics.Count ? other.Topics.AsSpan() : one.Topics.AsSpan();
        if (shorter.IsEmpty)
        {
            return null;
        }

        int shared = 0;
        foreach (TopicId topic in shorter)
        {
            shared += longer.Contains(topic) ? 1 : 0;
        }

        return (double)shared / shorter.Length;
    }
}
