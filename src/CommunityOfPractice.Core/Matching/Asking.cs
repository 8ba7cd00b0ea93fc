using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>Asks rules and criteria, those of hosts among them: what goes wrong in one is told with its id.</summary>
internal static class Asking
{
    private const double Rounding = 1e-9;

    /// <summary>How well a candidate fits, null when it cannot be told.</summary>
    /// <exception cref="InvalidOperationException">The criterion failed, or its fit does not lie from 0 to 1.</exception>
    public static double? Ask<TSeeker, TCandidate>(this IMatchCriterion<TSeeker, TCandidate> criterion, TSeeker seeker, TCandidate candidate)
    {
        double? fit;
        try
        {
            fit = criterion.Fit(seeker, candidate);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            throw Failed(criterion, problem);
        }

        return fit switch
        {
            null => null,
            >= -Rounding and <= 1 + Rounding => Math.Clamp(fit.Value, 0, 1),
            _ => throw new InvalidOperationException(FormattableString.Invariant($"The criterion '{criterion.Id}' gave {fit}; a fit lies from 0 to 1.")),
        };
    }

    /// <summary>What the fit rests on, in a sentence.</summary>
    /// <exception cref="InvalidOperationException">The criterion failed, or said nothing.</exception>
    public static string AskWhy<TSeeker, TCandidate>(this IMatchCriterion<TSeeker, TCandidate> criterion, TSeeker seeker, TCandidate candidate)
    {
        string? why;
        try
        {
            why = criterion.Because(seeker, candidate);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            throw Failed(criterion, problem);
        }

        return string.IsNullOrWhiteSpace(why) ? throw new InvalidOperationException($"The criterion '{criterion.Id}' says nothing of a fit that it gave.") : why;
    }

    /// <summary>Why a candidate is out of the question; null when the rule has nothing against it.</summary>
    /// <exception cref="InvalidOperationException">The rule failed.</exception>
    public static Reason? Ask<TSeeker, TCandidate>(this IMatchRule<TSeeker, TCandidate> rule, TSeeker seeker, TCandidate candidate)
    {
        try
        {
            return rule.Forbids(seeker, candidate);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            throw new InvalidOperationException($"The rule '{rule.Id}' failed.", problem);
        }
    }

    private static InvalidOperationException Failed<TSeeker, TCandidate>(IMatchCriterion<TSeeker, TCandidate> criterion, Exception problem) =>
        new($"The criterion '{criterion.Id}' failed.", problem);
}
