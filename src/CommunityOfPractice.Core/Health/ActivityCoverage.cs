using CommunityOfPractice.Core.Indicators;

namespace CommunityOfPractice.Core.Health;

/// <summary>Which activities a report rests on.</summary>
public sealed record ActivityCoverage
{
    /// <summary>Gets how many activities of people count in the window.</summary>
    /// <value>Zero or more.</value>
    public required int InWindow { get; init; }

    /// <summary>Gets how many activities in the window were left out because a bot did them.</summary>
    /// <value>Zero or more.</value>
    public required int Bots { get; init; }

    /// <summary>Gets how many activities in the window were left out because somebody replied to themselves.</summary>
    /// <value>Zero or more.</value>
    public required int RepliesToOneself { get; init; }

    /// <summary>Gets how many activities of people lie before the window.</summary>
    /// <value>Zero or more.</value>
    public required int Before { get; init; }

    /// <summary>Gets when a person first did something in the community.</summary>
    /// <value>Null when there is none before the as-of instant.</value>
    public DateTimeOffset? First { get; init; }

    /// <summary>Gets when a person last did something in the community.</summary>
    /// <value>Null when there is none before the as-of instant.</value>
    public DateTimeOffset? Last { get; init; }

    /// <summary>Counts the activities of an evidence.</summary>
    internal static ActivityCoverage Of(HealthEvidence evidence)
    {
        ReadOnlySpan<int> actors = evidence.Actors.OfHistory;
        ReadOnlySpan<int> inWindow = actors[evidence.WindowStart..];
        int counting = Actors.CountEvidence(inWindow), bots = inWindow.Count(Actors.Bot);
        return new()
        {
            InWindow = counting,
            Bots = bots,
            RepliesToOneself = inWindow.Length - counting - bots,
            Before = Actors.CountEvidence(actors[..evidence.WindowStart]),
            First = evidence.FirstMomentOfPeople is { } first ? new DateTimeOffset(first, TimeSpan.Zero) : null,
            Last = evidence.LastMomentOfPeople is { } last ? new DateTimeOffset(last, TimeSpan.Zero) : null,
        };
    }
}
