using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Domains;

/// <summary>Pure functions of lists of topics with weights.</summary>
public static class TopicProfile
{
    /// <summary>Returns what is wrong with a list of topics.</summary>
    /// <param name="topics">The topics with their weights.</param>
    /// <returns>
    /// Every fault, empty when there is none: <c>domain.topic-unnamed</c> (the default id), <c>domain.topic-twice</c>,
    /// <c>domain.weight</c> (not above 0, or not finite).
    /// </returns>
    /// <exception cref="ArgumentException">A list holds null: that is misuse, no fault of the contents.</exception>
    public static ValueList<Reason> Problems(ValueList<TopicWeight> topics)
    {
        ArgumentNullException.ThrowIfNull(topics);
        Named.All(topics);
        List<Reason> problems = [];
        HashSet<TopicId> seen = [];
        foreach (TopicWeight part in topics)
        {
            if (part.Topic == default)
            {
                problems.Add(new("domain.topic-unnamed", "A topic has a name."));
            }
            else if (!seen.Add(part.Topic))
            {
                problems.Add(Reason.Of("domain.topic-twice", $"The topic '{part.Topic}' is listed twice."));
            }

            if (!(part.Weight > 0 && double.IsFinite(part.Weight)))
            {
                problems.Add(Reason.Of("domain.weight", $"The weight of '{part.Topic}' is not a finite number above 0."));
            }
        }

        return problems.ToValueList();
    }

    /// <summary>Returns the same profile with the topics in the order of their ids and weights that sum up to 1.</summary>
    /// <param name="topics">Topics without problems.</param>
    /// <returns>Weights in (0, 1]; the same list again when it is in that form already. A weight may vanish beside one that is 1e300 times larger; it is then left out.</returns>
    /// <exception cref="ArgumentException"><paramref name="topics"/> has problems.</exception>
    public static ValueList<TopicWeight> Normalised(ValueList<TopicWeight> topics)
    {
        if (Problems(topics) is [var first, ..])
        {
            throw new ArgumentException(first.Text, nameof(topics));
        }

        TopicWeight[] sorted = [.. topics!.OrderBy(t => t.Topic)];
        double most = sorted.Length == 0 ? 1 : sorted.Max(t => t.Weight);
        double sum = sorted.Sum(t => t.Weight / most);
        if (Math.Abs((sum * most) - 1) > 1e-12)
        {
            sorted = [.. sorted.Select(t => t with { Weight = t.Weight / most / sum }).Where(t => t.Weight > 0)];
        }

        return sorted.AsSpan().SequenceEqual(topics.AsSpan()) ? topics : ValueList.Create<TopicWeight>(sorted);
    }

    /// <summary>Returns how alike two profiles are: the cosine of the angle between them.</summary>
    /// <remarks>1 for the same topics in the same proportions, 0 without a common topic; the scale of either does not count. O(n) in the number of topics.</remarks>
    /// <param name="one">Topics without problems.</param>
    /// <param name="other">Topics without problems.</param>
    /// <returns>From 0 to 1, the same for both orders; null when either is empty, because nothing is known then.</returns>
    /// <exception cref="ArgumentException">A profile has problems.</exception>
    /// <example><code>TopicProfile.Cosine([new(a, 3), new(b, 4)], [new(a, 1)])  // 0.6</code></example>
    public static double? Cosine(ValueList<TopicWeight> one, ValueList<TopicWeight> other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        ValueList<TopicWeight> left = Normalised(one), right = Normalised(other);
        if (left.Count == 0 || right.Count == 0)
        {
            return null;
        }

        Dictionary<TopicId, double> weights = right.ToDictionary(t => t.Topic, t => t.Weight);
        double dot = left.Sum(t => t.Weight * weights.GetValueOrDefault(t.Topic));
        return Math.Clamp(dot / (Length(left) * Length(right)), 0, 1);
    }

    private static double Length(ValueList<TopicWeight> topics) => Math.Sqrt(topics.Sum(t => t.Weight * t.Weight));
}
