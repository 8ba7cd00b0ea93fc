using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>What one period of a community shows that alerts look at; counts without names.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Period">The period.</param>
/// <param name="Contributions">How many contributions there were; zero or more.</param>
/// <param name="Contributors">How many people made them; zero or more.</param>
/// <param name="FirstContributors">How many of them contributed for the first time; zero or more.</param>
public sealed record AlertSignals(TimeWindow Period, int Contributions, int Contributors, int FirstContributors)
{
    /// <summary>Gets the share of organising that fell on one facilitator.</summary>
    /// <value>From 0 to 1; null when there was too little organising to tell.</value>
    public double? BusiestShare { get; init; }

    /// <summary>Gets on how many people half of all contributions rested.</summary>
    /// <value>1 or more; null when nobody contributed.</value>
    public int? AbsenceFactor { get; init; }

    /// <summary>Gets the share of contributions made out of hours.</summary>
    /// <value>From 0 to 1; null where too few people and contributions have a known time zone.</value>
    public double? OutOfHoursShare { get; init; }

    /// <summary>Gets how many facilitators there were at the end.</summary>
    /// <value>Zero or more; null when that is unknown.</value>
    public int? Facilitators { get; init; }

    /// <summary>Gets how many people had agreed to succeed.</summary>
    /// <value>Zero or more; null when that is unknown.</value>
    public int? Successors { get; init; }

    /// <summary>Gets which part of the period lay in declared breaks.</summary>
    /// <value>From 0, the default, to 1.</value>
    public double OnBreak { get; init; }

    /// <summary>Reads the signals of a period.</summary>
    /// <param name="evidence">What is known; its window is the period.</param>
    /// <param name="successors">How many people had agreed to succeed; null when that is unknown.</param>
    /// <returns>The signals.</returns>
    /// <remarks>O(n) for n activities before the end of the period.</remarks>
    public static AlertSignals Of(HealthEvidence evidence, int? successors = null)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return new(evidence.Window, evidence.ContributionCounts.Sum(), evidence.Contributions.Length, FirstIn(evidence))
        {
            BusiestShare = new FacilitatorLoad().Read(evidence).Measurement.Amount,
            AbsenceFactor = (int?)new ContributorAbsenceFactor().Read(evidence).Measurement.Amount,
            OutOfHoursShare = new OutOfHours().Read(evidence).Measurement.Amount,
            Facilitators = evidence.FacilitatorsKnown ? evidence.Facilitation.AtEnd : null,
            Successors = successors,
            OnBreak = OnBreakIn(evidence),
        };
    }

    /// <summary>Breaks may overlap; what two of them cover counts once.</summary>
    private static double OnBreakIn(HealthEvidence evidence)
    {
        TimeSpan covered = TimeSpan.Zero;
        DateTimeOffset reached = evidence.Window.From;
        foreach (TimeWindow rest in evidence.Breaks.OrderBy(b => b.From))
        {
            DateTimeOffset from = rest.From > reached ? rest.From : reached, until = rest.Until < evidence.Window.Until ? rest.Until : evidence.Window.Until;
            if (until > from)
            {
                (covered, reached) = (covered + (until - from), until);
            }
        }

        return covered == TimeSpan.Zero ? 0 : covered / evidence.Window.Length;
    }

    private static int FirstIn(HealthEvidence evidence)
    {
        bool[] contributed = new bool[evidence.Actors.Count];
        ReadOnlySpan<int> actors = evidence.Actors.OfHistory;
        ReadOnlySpan<Practices.Act> acts = evidence.History.Acts;
        int first = 0;
        for (int i = 0; i < acts.Length; i++)
        {
            if (actors[i] >= 0 && Practices.Acts.IsContribution(acts[i]) && !contributed[actors[i]])
            {
                contributed[actors[i]] = true;
                first += i >= evidence.WindowStart ? 1 : 0;
            }
        }

        return first;
    }
}
