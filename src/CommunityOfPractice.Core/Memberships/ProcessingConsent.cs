using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>A person's agreement that their data are used for one purpose; apart from membership, and never a condition of it.</summary>
/// <remarks>
/// Immutable and compared by value. At work, consent is often no valid legal basis, because of the imbalance of power: which basis a host
/// relies on is for the host to find out. What is kept here is what the person wants.
/// </remarks>
/// <param name="Purpose">What for.</param>
/// <param name="TextVersion">The version of the text that was shown: 1 to 200 characters.</param>
/// <param name="Channel">Where it was given: 1 to 200 characters.</param>
/// <exception cref="ArgumentException">One of the texts is no legal one.</exception>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="Purpose"/> is not a defined purpose.</exception>
public sealed record ProcessingConsent(ProcessingPurpose Purpose, string TextVersion, string Channel)
{
    /// <summary>Gets what for.</summary>
    /// <value>A defined purpose.</value>
    public ProcessingPurpose Purpose { get; init => field = Defined(value); } = Defined(Purpose);

    /// <summary>Gets the version of the text that was shown.</summary>
    /// <value>1 to 200 characters.</value>
    public string TextVersion { get; init => field = IdText.Check(value, nameof(TextVersion)); } = IdText.Check(TextVersion, nameof(TextVersion));

    /// <summary>Gets where it was given.</summary>
    /// <value>1 to 200 characters.</value>
    public string Channel { get; init => field = IdText.Check(value, nameof(Channel)); } = IdText.Check(Channel, nameof(Channel));

    private static ProcessingPurpose Defined(ProcessingPurpose purpose) =>
        Enum.IsDefined(purpose) ? purpose : throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "Not a defined purpose.");
}
