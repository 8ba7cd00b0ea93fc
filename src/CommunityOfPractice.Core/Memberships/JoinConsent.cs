namespace CommunityOfPractice.Core.Memberships;

/// <summary>A person's own agreement to become a member: which text they agreed to, and where.</summary>
/// <remarks>
/// Immutable and compared by value. Who and when is told by the change that carries it. It makes membership voluntary; it is not a legal
/// basis for processing personal data, and says nothing about matching or analytics.
/// </remarks>
/// <param name="TextVersion">The version of the text that was shown, such as <c>join/2</c>.</param>
/// <param name="Channel">Where it was given: <c>web</c>, <c>chat</c>, <c>import</c> of a recorded own act.</param>
public sealed record JoinConsent(string TextVersion, string Channel);
