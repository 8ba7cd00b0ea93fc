using System.Globalization;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>What is missing for a score, and for a fuller one.</summary>
internal static class MissingData
{
    /// <summary>Everything that stands in the way of a score. Where small groups are withheld no number of people is told: two reports could differ by a few.</summary>
    public static IEnumerable<Reason> ForAScore(MinimumData minimum, HealthEvidence evidence, ActivityCoverage activity, List<DimensionResult> dimensions, SuppressionPolicy? suppression)
    {
        int contributors = evidence.Contributions.Length, contributions = evidence.ContributionCounts.Sum();
        double observed = activity.First is { } first ? (evidence.AsOf - first).TotalDays : 0;
        if (observed < minimum.ObservedDays)
        {
            yield return activity.First is null
                ? new("observed.none", "No person did anything here before the as-of instant.")
                : new("observed.short", $"{minimum.ObservedDays} days since the first activity are needed, {HealthWords.There((int)observed)}{HealthWords.EnoughOn(activity.First, minimum.ObservedDays)}.");
        }

        int peopleNeeded = Guarded(minimum.People), contributorsNeeded = Guarded(minimum.Contributors);
        if (contributors < peopleNeeded && evidence.CountKnownPeople() is var people && people < peopleNeeded)
        {
            yield return new("people.few", $"{peopleNeeded} people known in the community are needed, {There(people)}.");
        }

        if (contributors < contributorsNeeded)
        {
            yield return new("contributors.few", $"{contributorsNeeded} contributors in the window are needed, {There(contributors)}.");
        }

        if (contributions < minimum.Contributions)
        {
            yield return new("contributions.few", $"{minimum.Contributions} contributions in the window are needed, {HealthWords.There(contributions)}.");
        }

        if (minimum.RequiredDimension is { } required && dimensions.First(d => d.Id == required) is { Score: null } needed)
        {
            yield return new("dimension.required", $"The dimension '{needed.Name}' has values for {HealthWords.Percent(needed.Coverage)} of its weight, {HealthWords.Percent(minimum.DimensionCoverage)} is needed.");
        }

        int scored = dimensions.Count(d => d.Score is not null);
        if (scored < minimum.Dimensions)
        {
            yield return new("dimensions.few", $"{minimum.Dimensions} dimensions with a score are needed, {HealthWords.There(scored)}.");
        }

        int Guarded(int needed) => needed > 0 ? Math.Max(needed, suppression?.SmallestGroup ?? 0) : 0; // or a reason that is not there would tell that the group is small

        string There(int people) => suppression is not null && people > 0 ? "fewer are there" : HealthWords.There(people);
    }

    /// <summary>What a counting indicator would need for a value.</summary>
    public static IEnumerable<Reason> ForAReading(IndicatorResult result)
    {
        if (result.Reading.Measurement is Measurement.InsufficientData little)
        {
            yield return new("indicator.short", HealthWords.Shortage(result.Info.Name, little));
        }
        else if (result.Reading.Measurement is Measurement.NotApplicable not)
        {
            yield return new("indicator.not-applicable", $"{result.Info.Name}: {not.Reason.Text}");
        }
        else if (result.Reading.Measurement is Measurement.Suppressed withheld)
        {
            yield return new("indicator.withheld", $"{result.Info.Name}: {withheld.Rule.Text}");
        }
    }
}
