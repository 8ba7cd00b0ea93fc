using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>Go through artifacts whose review is due: one act an artifact, those first that count most. What is not due is left alone, for confirming it again would help nobody.</summary>
internal sealed class ConfirmArtifacts : IHealthAct
{
    public string Indicator => ArtifactFreshness.Id;

    public double PerWeek => 2;

    public ActOffer? Offer(HealthEvidence evidence, Reading reading, double target, int most)
    {
        if (evidence.Practice is not { } practice)
        {
            return null;
        }

        Artifact[] due = [.. Shelf.Published(evidence).Where(a => a.IsStale(evidence.AsOf, evidence.PracticePolicy))
            .OrderByDescending(a => (1 + practice.Repertoire.ReuseOf(a.Id, evidence.Window).Uses) * (1 - a.Freshness(evidence.AsOf, evidence.PracticePolicy)))
            .ThenBy(a => a.Id)];
        if (due.Length == 0 || ValueAfter(due.Length) is not { } all)
        {
            return null;
        }

        int wanted = WholeActs.Fewest(due.Length, target, count => ValueAfter(count) ?? all), acts = Math.Min(wanted, most);
        return new(acts, ValueAfter(acts) ?? all, $"Go through {WholeActs.Of(acts, due.Length)} {(due.Length == 1 ? "artifact" : "artifacts")} whose review is due, the most used first: confirm or revise.")
        {
            Available = due.Length,
            Wanted = acts < wanted && all >= target - WholeActs.Rounding ? wanted : null,
        };

        double? ValueAfter(int count) => new ArtifactFreshness().Read(evidence.Knowing(evidence.State, Confirmed(practice, due.Take(count), evidence.LastMoment), evidence.Roster)).Measurement.Amount;
    }

    /// <summary>The practice after somebody confirmed artifacts.</summary>
    public static Practice Confirmed(Practice practice, IEnumerable<Artifact> artifacts, DateTimeOffset on) => Shelved(practice, artifacts.Select(a => a with { ConfirmedOn = on }));

    /// <summary>The practice with artifacts as they are after a change.</summary>
    public static Practice Shelved(Practice practice, IEnumerable<Artifact> changed)
    {
        Dictionary<ArtifactId, Artifact> now = changed.ToDictionary(a => a.Id);
        PracticeState state = practice.ToState();
        return Practice.Of(state with { Artifacts = state.Artifacts.Select(a => now.GetValueOrDefault(a.Id, a)).ToValueList() });
    }
}
