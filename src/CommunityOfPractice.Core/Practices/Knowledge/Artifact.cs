using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>A piece of shared knowledge for which a community answers: who tends it, which version it has, whether it still holds.</summary>
/// <remarks>
/// Immutable and compared by value; the fold of the facts about it. The content itself lies where the host keeps it: <see cref="Links"/> lead there.
/// At most one person is accountable; with none, or one who is no active member, it is orphaned.
/// </remarks>
/// <param name="Id">Which artifact it is.</param>
/// <param name="Kind">What sort of knowledge it holds.</param>
/// <param name="Title">Its name for people; stays when a person is erased.</param>
public sealed record Artifact(ArtifactId Id, ArtifactKind Kind, string Title)
{
    /// <summary>Gets where it stands.</summary>
    /// <value>The default value is <see cref="ArtifactStatus.Published"/>.</value>
    public ArtifactStatus Status { get; init; }

    /// <summary>Gets what is in it, in a few sentences.</summary>
    /// <value>Empty by default.</value>
    [PersonalData]
    public string Summary { get; init => field = value ?? string.Empty; } = string.Empty;

    /// <summary>Gets where it can be read.</summary>
    /// <value>Absolute addresses (http or https), in the order given; empty by default.</value>
    [JsonConverter(typeof(ValueListJsonConverter<string>))]
    public ValueList<string> Links { get; init => field = value ?? []; } = [];

    /// <summary>Gets what it is about.</summary>
    /// <value>By id; empty by default.</value>
    [JsonConverter(typeof(ValueListJsonConverter<TopicId>))]
    public ValueList<TopicId> Topics { get; init => field = value ?? []; } = [];

    /// <summary>Gets who made it.</summary>
    /// <value>By id; empty when nobody has said.</value>
    [JsonConverter(typeof(ValueListJsonConverter<PersonId>))]
    public ValueList<PersonId> Authors { get; init => field = value ?? []; } = [];

    /// <summary>Gets who is accountable for it.</summary>
    /// <value>Null when nobody is. A steward has agreed by their own act.</value>
    public PersonId? Steward { get; init; }

    /// <summary>Gets whom the stewardship was offered to.</summary>
    /// <value>Null when no offer waits for an answer.</value>
    public PersonId? OfferedTo { get; init; }

    /// <summary>Gets its versions.</summary>
    /// <value>Numbered 1, 2, 3 …; the last one is the current one.</value>
    [JsonConverter(typeof(ValueListJsonConverter<ArtifactVersion>))]
    public ValueList<ArtifactVersion> Versions { get; init => field = value ?? []; } = [];

    /// <summary>Gets when somebody last said that it holds.</summary>
    /// <value>In UTC: when it was published, confirmed or restored. An edit does not count.</value>
    public DateTimeOffset ConfirmedOn { get; init; }

    /// <summary>Gets the time between two confirmations that was set for this artifact.</summary>
    /// <value>Null when the policy says it by kind (<see cref="PracticePolicy.ArtifactRules"/>).</value>
    public TimeSpan? ReviewEvery { get; init; }

    /// <summary>Gets how far it has come.</summary>
    /// <value>Null unless it is an <see cref="ArtifactKind.Innovation"/>.</value>
    public Maturity? Maturity { get; init; }

    /// <summary>Gets which artifact has taken its place.</summary>
    /// <value>Null unless it is superseded.</value>
    public ArtifactId? SupersededBy { get; init; }

    /// <summary>Gets why it was retired.</summary>
    /// <value>Null unless it is retired.</value>
    [PersonalData]
    public string? Reason { get; init; }

    /// <summary>Gets the artifacts that belong to it.</summary>
    /// <value>By id; those that have moved are found with <c>ArtifactSearch</c>.</value>
    [JsonConverter(typeof(ValueListJsonConverter<ArtifactId>))]
    public ValueList<ArtifactId> Related { get; init => field = value ?? []; } = [];

    /// <summary>Gets where it was first published.</summary>
    /// <value>Null when that was here.</value>
    public CommunityId? Origin { get; init; }

    /// <summary>Gets which community handed it over.</summary>
    /// <value>The latest one; null when it never moved.</value>
    public CommunityId? ReceivedFrom { get; init; }

    /// <summary>Gets which community answers for it now.</summary>
    /// <value>Null unless it was transferred.</value>
    public CommunityId? MovedTo { get; init; }

    /// <summary>Gets a value indicating whether the community answers for it: it is published or superseded.</summary>
    /// <value>Follows from the status.</value>
    [JsonIgnore]
    public bool IsLiving => Status is ArtifactStatus.Published or ArtifactStatus.Superseded;

    /// <summary>Gets the number of the current version.</summary>
    /// <value>1 or more.</value>
    [JsonIgnore]
    public int Version => Versions is [.., { } last] ? last.Number : 1;

    /// <summary>Returns when somebody should say again whether it holds.</summary>
    /// <param name="policy">The policy in force.</param>
    /// <returns>In UTC: the last confirmation and the time set for it, or for its kind.</returns>
    public DateTimeOffset ReviewDueOn(PracticePolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return ConfirmedOn.After(ReviewEvery ?? policy.RuleOf(Kind).ReviewEvery);
    }

    /// <summary>Returns whether it is published, and nobody has confirmed it in time.</summary>
    /// <param name="at">When.</param>
    /// <param name="policy">The policy in force.</param>
    /// <returns><see langword="true"/> from the due date on.</returns>
    public bool IsStale(DateTimeOffset at, PracticePolicy policy) => Status == ArtifactStatus.Published && at >= ReviewDueOn(policy);

    /// <summary>Returns how fresh it is (F3): 2^(−age / half-life), the age counted from the last confirmation.</summary>
    /// <param name="at">When; before the confirmation it is as fresh as can be.</param>
    /// <param name="policy">The policy that says the half-life by kind.</param>
    /// <returns>From 0 to 1; 0.5 after one half-life.</returns>
    public double Freshness(DateTimeOffset at, PracticePolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        double age = Math.Max(0, (at - ConfirmedOn) / policy.RuleOf(Kind).HalfLife);
        return Math.Pow(2, -age);
    }

    /// <summary>Returns whether nobody tends it although its community answers for it.</summary>
    /// <param name="isActive">Whether a person is an active member of the community.</param>
    /// <returns><see langword="true"/> for a published artifact without a steward who is an active member.</returns>
    public bool IsOrphaned(Func<PersonId, bool> isActive)
    {
        ArgumentNullException.ThrowIfNull(isActive);
        return Status == ArtifactStatus.Published && !(Steward is { } steward && isActive(steward));
    }
}
