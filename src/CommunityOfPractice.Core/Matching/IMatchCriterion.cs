namespace CommunityOfPractice.Core.Matching;

/// <summary>A soft criterion: how well a candidate fits a seeker in one respect; a score is the weighted sum of such fits.</summary>
/// <typeparam name="TSeeker">Who or what is looked for: a person, a question, a mentee.</typeparam>
/// <typeparam name="TCandidate">Who or what may be found.</typeparam>
/// <remarks>Implementations are pure: the same seeker and candidate, the same answer. Where seekers and candidates are of one kind, a criterion answers the same both ways round.</remarks>
public interface IMatchCriterion<in TSeeker, in TCandidate>
{
    /// <summary>Gets the stable id of the criterion.</summary>
    /// <value>Dotted, lower case; unique among the criteria of one request.</value>
    string Id { get; }

    /// <summary>Gets the name for people.</summary>
    /// <value>A few words in plain English.</value>
    string Name { get; }

    /// <summary>Measures how well a candidate fits a seeker.</summary>
    /// <param name="seeker">Who or what is looked for.</param>
    /// <param name="candidate">Who or what may be found.</param>
    /// <returns>From 0 (not at all) to 1 (perfectly); null when it cannot be told. What lies outside, and what throws, ends the request with an <see cref="InvalidOperationException"/> that names the criterion.</returns>
    double? Fit(TSeeker seeker, TCandidate candidate);

    /// <summary>Says in words what the fit rests on.</summary>
    /// <param name="seeker">Who or what is looked for.</param>
    /// <param name="candidate">Who or what may be found.</param>
    /// <returns>One sentence for both sides; it never speaks of a block or of what others chose. A blank one, and what throws, ends the request with an <see cref="InvalidOperationException"/> that names the criterion.</returns>
    string Because(TSeeker seeker, TCandidate candidate);
}
