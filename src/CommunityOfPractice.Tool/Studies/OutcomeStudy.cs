using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Tool.Studies;

/// <summary>How well the score, each indicator and two plain counts foresee what became of communities.</summary>
/// <param name="Model">The model's version.</param>
/// <param name="Part">Which of the communities were looked at.</param>
/// <param name="Communities">How many communities are in that part.</param>
/// <param name="Tables">One for each window and moment.</param>
internal sealed record OutcomeStudy(string Model, StudyPart Part, int Communities, IReadOnlyList<OutcomeTable> Tables)
{
    /// <summary>Makes the study. Of each community only what happened before the moment is looked at, and whether it had not ended by then.</summary>
    public static OutcomeStudy Of(ActivityLog log, IReadOnlyList<KnownOutcome> outcomes, IReadOnlyList<int> months, IReadOnlyList<StudyWindow> windows, HealthAssessor assessor, StudyPart part)
    {
        List<OutcomeTable> tables = [];
        foreach (StudyWindow window in windows)
        {
            foreach (int month in months)
            {
                KnownOutcome[] open = [.. outcomes.Where(o => o.End > o.Start.AddMonths(month))];
                OutcomeCase[] cases = [.. open.Select(o => Case(log, o, o.Start.AddMonths(month), window, assessor))];
                tables.Add(OutcomeTable.Of(month, window.Name, outcomes.Count - open.Length, cases, assessor.Model));
            }
        }

        return new(assessor.Model.Version, part, outcomes.Count, tables);
    }

    private static OutcomeCase Case(ActivityLog log, KnownOutcome outcome, DateTimeOffset moment, StudyWindow window, HealthAssessor assessor)
    {
        HealthEvidence evidence = new(outcome.Community, log, window.Before(moment));
        int commits = 0;
        foreach (int count in evidence.Contributions)
        {
            commits += count;
        }

        return new(outcome, assessor.Assess(evidence), evidence.Contributions.Length, commits);
    }
}

/// <summary>One community at one moment.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Report">What the library said at the moment.</param>
/// <param name="Contributors">How many people contributed in the window.</param>
/// <param name="Contributions">How many contributions they made.</param>
internal sealed record OutcomeCase(KnownOutcome Outcome, HealthReport Report, int Contributors, int Contributions);
