using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>What the indicators that count might have read: on people drawn anew, or within the intervals of the readings.</summary>
internal sealed class ReadingDraws(HealthEvidence evidence, IHealthIndicator[] all, Measurement.Value[] found)
{
    // Its permutations stand in details, which no draw looks at.
    private readonly IHealthIndicator[] indicators = [.. all.Select(i => i is CrossDepartmentTies ? new CrossDepartmentTies(permutations: 0) : i)];

    // What people did is drawn; what is written down about artifacts and gatherings is not, and names people who have other names in a draw.
    private readonly bool[] written = [.. all.Select(i => evidence.Practice is not null && i.Sources is { } s && s.Records.Any(r => r is ReadingRecord.Artifacts or ReadingRecord.Gatherings or ReadingRecord.Stories))];

    private static readonly double Usual = Normal.Quantile(0.975); // intervals of readings are at 95 %

    /// <summary>Whether an indicator reads what people did, which draws change, and not what is written down.</summary>
    public bool IsDrawn(int indicator) => !written[indicator];

    /// <summary>An indicator as one over people, or null when it is none.</summary>
    public IOverPeople? OverPeople(int indicator) => (indicators[indicator] is SmallGroupGuard guarded ? guarded.Inner : indicators[indicator]) as IOverPeople;

    /// <summary>Values of all indicators, draw after draw; fewer than asked for when people are drawn anew and the budget is smaller.</summary>
    /// <remarks>What a draw says nothing about, because the indicator has no value in it or reads what is written down, is drawn within its own interval instead.</remarks>
    public (double[][] Values, UncertaintyMethod Method) Draw(UncertaintyOptions options, SplitMix64 random, CancellationToken cancellationToken)
    {
        long affordable = Math.Min(options.Draws, options.MostActivities / Math.Max(1, evidence.History.Count));
        if (affordable < Math.Min(options.Draws, UncertaintyOptions.FewestResamples))
        {
            return ([.. Enumerable.Range(0, options.Draws).Select(draw => WithinIntervals(random.Split(draw)))], UncertaintyMethod.OwnIntervals);
        }

        PeopleResampler resampler = new(evidence);
        double[][] values = new double[affordable][];
        for (int draw = 0; draw < values.Length; draw++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            SplitMix64 own = random.Split(draw);
            HealthEvidence other = resampler.Draw(own);
            values[draw] = [.. indicators.Select((indicator, i) => (written[i] ? null : ModelReader.Read(indicator, other).Measurement.Amount) ?? WithinInterval(i, own))];
        }

        return (values, UncertaintyMethod.Resampled);
    }

    private double[] WithinIntervals(SplitMix64 random) => [.. found.Select((_, i) => WithinInterval(i, random))];

    private double WithinInterval(int indicator, SplitMix64 random)
    {
        Measurement.Value value = found[indicator];
        if (value.Interval is not { } interval)
        {
            return value.Number;
        }

        double normal = Normal.Quantile(Math.Clamp(random.Unit(indicator), 1e-9, 1 - 1e-9)) / Usual;
        double drawn = value.Number + (normal * (normal < 0 ? value.Number - interval.Low : interval.High - value.Number));
        return double.IsFinite(drawn) ? drawn : value.Number;
    }
}
