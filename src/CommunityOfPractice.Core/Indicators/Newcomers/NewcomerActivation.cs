namespace CommunityOfPractice.Core.Indicators;

/// <summary>The share of people who joined in the window, and had 30 days since, whose first contribution came within 30 days.</summary>
/// <remarks>
/// Range: 0 to 1, Wilson interval. Little data: insufficient below 5 such newcomers; not applicable when the data do not say when
/// people joined, or when the window is no longer than 30 days. A leave or an exit from the organisation within the 30 days takes somebody out. O(events). Source: CHAOSS, New Contributors and Conversion Rate.
/// </remarks>
public sealed class NewcomerActivation : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "newcomer-activation-30d/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Newcomers who contribute",
        "share",
        "Which part of the people who joined made a first contribution within 30 days.")
    {
        Chaoss = "New Contributors; Conversion Rate",
        NextStep = "Give each newcomer one small, real task in the first week: a question to answer, a note to check.",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (!evidence.MembersKnown)
        {
            return Reading.NotApplicable("members.unknown", "The data do not say who joined when.");
        }

        TimeSpan days = TimeSpan.FromDays(30);
        if (Newcomers.WindowTooShort(evidence, days) is { } tooShort)
        {
            return tooShort;
        }

        List<Newcomer> cohort = [.. evidence.Newcomers.StartedWithExposure(evidence, days)];
        return Reading.OfShare(cohort.Count(n => n.FirstContribution - n.Start < days.Ticks), cohort.Count, 5, "newcomers with 30 days since they joined", evidence.Newcomers.EnoughOn(evidence, days, 5));
    }
}
