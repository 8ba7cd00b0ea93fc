using CommunityOfPractice.Core.Matching;

namespace CommunityOfPractice.Core.DependencyInjection;

/// <summary>A criterion of the host's with its weight, as the container holds it.</summary>
internal interface IWeightedCriterion<TSeeker, TCandidate>
{
    IMatchCriterion<TSeeker, TCandidate> Criterion { get; }

    double Weight { get; }
}

/// <summary>One type for each criterion, so that adding the same twice adds it once.</summary>
internal sealed class WeightedCriterion<TSeeker, TCandidate, T>(T criterion, double weight) : IWeightedCriterion<TSeeker, TCandidate>
    where T : IMatchCriterion<TSeeker, TCandidate>
{
    public IMatchCriterion<TSeeker, TCandidate> Criterion => criterion;

    public double Weight => weight;
}
