using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The share of formal occasions among those in the window of which it is known.</summary>
/// <remarks>
/// Occasions are gatherings that took place, as somebody says, by their kind (workshop, training, talk and meeting are formal; coffee, peer discussion, open hour, visit and one-to-one are not), and other contributions whose setting is stated. Range: 0 to 1, Wilson interval; healthy is a mix,
/// so its goalposts are a band. Little data: insufficient below 5 occasions; not applicable when the setting of nothing is known, or only of gatherings of which none is ever said to have taken place. Details: formal, informal, balance is 1 - |2p - 1|. O(activities + gatherings).
/// </remarks>
public sealed class FormalShare : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "formal-share/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Formal occasions",
        "share",
        "Which part of what people did together was formal, such as a talk, and not informal, such as a coffee: a community needs both.")
    {
        NextStep = "If nearly everything is formal, start a coffee round or an open hour; if nearly nothing is, plan one workshop or talk.",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        (int formal, int informal) = Count(evidence);
        if (formal + informal == 0 && !Known(evidence))
        {
            return GatheringsHeld.Untold(evidence) ?? Reading.NotApplicable("formality.unknown", "The data do not say what was formal and what was not.");
        }

        double share = formal + informal == 0 ? 0 : (double)formal / (formal + informal);
        return Reading.OfShare(formal, formal + informal, 5, "occasions of a known setting") with
        {
            Details = [new("formal", formal), new("informal", informal), new("balance", 1 - Math.Abs((2 * share) - 1))],
        };
    }

    /// <summary>Gatherings are counted once, and not again for everybody who hosted or came.</summary>
    private static (int Formal, int Informal) Count(HealthEvidence evidence)
    {
        int formal = evidence.Gatherings.InWindow.Count(g => g.Formality == Formality.Formal);
        int informal = evidence.Gatherings.InWindow.Count(g => g.Formality == Formality.Informal);
        ActivityWindow activity = evidence.Activity;
        ReadOnlySpan<int> actors = evidence.Actors.OfHistory[evidence.WindowStart..];
        for (int i = 0; i < actors.Length; i++)
        {
            if (actors[i] >= 0 && activity.Acts[i].IsContribution() && activity.Acts[i] != Act.Host)
            {
                Formality setting = activity.FormalityOf(i);
                formal += setting == Formality.Formal ? 1 : 0;
                informal += setting == Formality.Informal ? 1 : 0;
            }
        }

        return (formal, informal);
    }

    /// <summary>Whether the setting of anything before the as-of instant is known.</summary>
    private static bool Known(HealthEvidence evidence)
    {
        ReadOnlySpan<int> actors = evidence.Actors.OfHistory;
        for (int i = 0; i < actors.Length; i++)
        {
            if (actors[i] >= 0 && evidence.History.Acts[i].IsContribution() && evidence.History.FormalityOf(i) != Formality.Unstated)
            {
                return true;
            }
        }

        return evidence.Gatherings.Ever.Any(g => g.Formality != Formality.Unstated);
    }
}
