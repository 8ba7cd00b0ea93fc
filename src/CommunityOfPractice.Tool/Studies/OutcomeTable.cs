using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Tool.Studies;

/// <summary>The areas under the ROC curve at one moment, for one window.</summary>
/// <param name="Month">The moment, in months after the start.</param>
/// <param name="Window">The window that ends there.</param>
/// <param name="Ended">How many communities had ended by then and are left out.</param>
/// <param name="Cases">The others.</param>
/// <param name="Rows">The score, the counts and the indicators.</param>
internal sealed record OutcomeTable(int Month, string Window, int Ended, IReadOnlyList<OutcomeCase> Cases, IReadOnlyList<OutcomeRow> Rows)
{
    /// <summary>How many communities have no score.</summary>
    public int Unscored(bool good) => Cases.Count(c => c.Outcome.IsGood == good && c.Report.Score is null);

    public static OutcomeTable Of(int month, string window, int ended, IReadOnlyList<OutcomeCase> cases, HealthModel model)
    {
        (string Name, Func<OutcomeCase, double> Value)[] counts = [("distinct contributors", c => c.Contributors), ("activities", c => c.Contributions)];
        List<OutcomeRow> rows =
        [
            Row("score, no score lowest", OutcomeRowKind.Score, c => c.Report.Score ?? double.NegativeInfinity),
            Row("score, where there is one", OutcomeRowKind.Score, c => c.Report.Score),
            .. counts.Select(count => Row(count.Name, OutcomeRowKind.Count, c => count.Value(c))),
        ];
        foreach (IndicatorResult indicator in cases.Count == 0 ? [] : cases[0].Report.Indicators)
        {
            string id = indicator.Info.Id;
            ScoredIndicator? place = model.Dimensions.SelectMany(d => d.Indicators).FirstOrDefault(i => i.Indicator == id);
            double sign = place?.Goalposts is { Shape: not GoalpostShape.Band, Points: var points } && points[0] > points[1] ? -1 : 1;
            rows.Add(Row(id, place is null ? OutcomeRowKind.Context : OutcomeRowKind.Counting, c => sign * c.Report.Indicators.First(i => i.Info.Id == id).Reading.Measurement.Amount));
        }

        return new(month, window, ended, cases, rows);

        OutcomeRow Row(string name, OutcomeRowKind kind, Func<OutcomeCase, double?> value)
        {
            OutcomeCase[] known = [.. cases.Where(c => value(c) is not null)];
            RocArea? area = Area(known, c => value(c)!.Value);
            RocArea?[] others = kind == OutcomeRowKind.Count ? [] : [.. counts.Select(count => Area(known, count.Value))];
            return new(name, kind, known.Count(c => c.Outcome.IsGood), known.Count(c => !c.Outcome.IsGood), area, Over(others.MaxBy(a => a?.Value)), Over(others.FirstOrDefault()));

            RocDifference? Over(RocArea? other) => area is null || other is null ? null : RocArea.Difference(area, other);
        }
    }

    private static RocArea? Area(OutcomeCase[] cases, Func<OutcomeCase, double> value) =>
        RocArea.Of([.. cases.Where(c => c.Outcome.IsGood).Select(value)], [.. cases.Where(c => !c.Outcome.IsGood).Select(value)]);
}

/// <summary>One value's area under the ROC curve.</summary>
/// <param name="Name">The value.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Good">How many communities of the good outcome have it.</param>
/// <param name="Bad">How many of the other.</param>
/// <param name="Area">The area; null when one outcome has none.</param>
/// <param name="OverBestCount">The difference to the better one of the counts, on the same communities; null for the counts themselves.</param>
/// <param name="OverContributors">The difference to the number of distinct contributors, likewise: a count that was not chosen after the fact.</param>
internal sealed record OutcomeRow(string Name, OutcomeRowKind Kind, int Good, int Bad, RocArea? Area, RocDifference? OverBestCount, RocDifference? OverContributors);

/// <summary>What a value is.</summary>
internal enum OutcomeRowKind
{
    /// <summary>The score.</summary>
    Score = 0,

    /// <summary>A plain count to compare with.</summary>
    Count = 1,

    /// <summary>An indicator that counts in the score.</summary>
    Counting = 2,

    /// <summary>An indicator beside the score; larger is taken for better.</summary>
    Context = 3,
}
