using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>A person's own agreement to become a member: which text they agreed to, and where.</summary>
/// <remarks>
/// Immutable and compared by value. Who and when is told by the change that carries it. It makes membership voluntary; it is not a legal
/// basis for processing personal data, and says nothing about matching or analytics: see <see cref="ProcessingConsent"/>.
/// </remarks>
/// <param name="TextVersion">The version of the text that was shown, such as <c>join/2</c>: 1 to 200 characters.</param>
/// <param name="Channel">Where it was given: <c>web</c>, <c>chat</c>, <c>import</c> of a recorded own act; 1 to 200 characters.</param>
/// <exception cref="ArgumentException">One of the two is no legal text.</exception>
public sealed record JoinConsent(string TextVersion, string Channel)
{
    /// <summary>Gets the version of the text that was shown.</summary>
    /// <value>1 to 200 characters.</value>
    public string TextVersion { get; init => field = IdText.Check(value, nameof(TextVersion)); } = IdText.Check(TextVersion, nameof(TextVersion));

    /// <summary>Gets where it was given.</summary>
    /// <value>1 to 200 characters.</value>
    public string Channel { get; init => field = IdText.Check(value, nameof(Channel)); } = IdText.Check(Channel, nameof(Channel));
}
