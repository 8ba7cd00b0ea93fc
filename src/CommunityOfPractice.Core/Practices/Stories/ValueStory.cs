using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Somebody tells what came of being in the community: claims along the cycles of value, with evidence and contributors.</summary>
/// <remarks>
/// Immutable and compared by value; the fold of the facts about it. Published only while everybody whom it names agrees. Evidence beside a health report and
/// never an input of its score: stories that are counted for accounting become a duty.
/// </remarks>
/// <param name="Id">Which story it is.</param>
/// <param name="Teller">Who tells it.</param>
/// <param name="Title">Its title.</param>
/// <param name="ToldOn">When it was told first, in UTC.</param>
public sealed record ValueStory(StoryId Id, PersonId Teller, [property: PersonalData] string Title, DateTimeOffset ToldOn)
{
    /// <summary>Gets where it stands.</summary>
    /// <value>The default value is <see cref="StoryStatus.Draft"/>.</value>
    public StoryStatus Status { get; init; }

    /// <summary>Gets how often it was told, this time included.</summary>
    /// <value>1 or more; a consent is to one of them.</value>
    public int Revision { get; init; } = 1;

    /// <summary>Gets the claims.</summary>
    /// <value>By cycle; those of one cycle as they were told.</value>
    [JsonConverter(typeof(ValueListJsonConverter<ValueClaim>))]
    public ValueList<ValueClaim> Claims { get; init => field = value ?? []; } = [];

    /// <summary>Gets the artifacts that it tells about.</summary>
    /// <value>By id; empty by default.</value>
    [JsonConverter(typeof(ValueListJsonConverter<ArtifactId>))]
    public ValueList<ArtifactId> Artifacts { get; init => field = value ?? []; } = [];

    /// <summary>Gets the gatherings that it tells about.</summary>
    /// <value>Their ids; empty by default.</value>
    [JsonConverter(typeof(ValueListJsonConverter<string>))]
    public ValueList<string> Gatherings { get; init => field = value ?? []; } = [];

    /// <summary>Gets who agreed that it is published as it is.</summary>
    /// <value>By id; a revision begins anew.</value>
    [JsonConverter(typeof(ValueListJsonConverter<StoryConsent>))]
    public ValueList<StoryConsent> Consents { get; init => field = value ?? []; } = [];

    /// <summary>Gets those whom it names and who were erased: they cannot be asked, and what named them is gone.</summary>
    /// <value>By id; empty by default.</value>
    [JsonConverter(typeof(ValueListJsonConverter<PersonId>))]
    public ValueList<PersonId> Erased { get; init => field = value ?? []; } = [];

    /// <summary>Gets when it was published.</summary>
    /// <value>In UTC; null while it is not.</value>
    public DateTimeOffset? PublishedOn { get; init; }

    /// <summary>Gets why it was withdrawn.</summary>
    /// <value>Null unless it was.</value>
    [PersonalData]
    public string? Reason { get; init; }

    /// <summary>Gets where it was first told.</summary>
    /// <value>Null when that was here.</value>
    public CommunityId? Origin { get; init; }

    /// <summary>Gets which community it went to.</summary>
    /// <value>Null unless it was transferred.</value>
    public CommunityId? MovedTo { get; init; }

    /// <summary>Gets everybody whom it names: who tells it and who contributed.</summary>
    /// <value>Distinct, by id.</value>
    [JsonIgnore]
    public ValueList<PersonId> Named => Claims.SelectMany(c => c.Contributors).Append(Teller).Distinct().Order().ToValueList();

    /// <summary>Gets who has not agreed that it is published.</summary>
    /// <value>Distinct, by id, without those who were erased; empty when it can be published.</value>
    [JsonIgnore]
    public ValueList<PersonId> MissingConsents => Named.Where(p => !HasConsentOf(p) && !Erased.Contains(p)).ToValueList();

    /// <summary>Gets the length of the chain: the longest run of neighbouring cycles, each with a claim.</summary>
    /// <value>From 0 (no claim) to 5. A chain of 3 or more goes beyond what was nice.</value>
    [JsonIgnore]
    public int ChainLength
    {
        get
        {
            int longest = 0, run = 0;
            foreach (ValueCycle cycle in Enum.GetValues<ValueCycle>())
            {
                run = Claims.Any(c => c.Cycle == cycle) ? run + 1 : 0;
                longest = Math.Max(longest, run);
            }

            return longest;
        }
    }

    /// <summary>Returns whether it names a person.</summary>
    /// <param name="person">The person.</param>
    /// <returns><see langword="true"/> for who tells it and who contributed.</returns>
    public bool IsNamed(PersonId person) => Teller == person || Claims.Any(c => c.Contributors.Contains(person));

    /// <summary>Returns whether a person agreed that it is published.</summary>
    /// <param name="person">The person.</param>
    /// <returns><see langword="true"/> when they agreed and did not take it back.</returns>
    public bool HasConsentOf(PersonId person) => Consents.Any(c => c.Person == person);

    /// <summary>Whether somebody has agreed to be seen with it by those who see the community now.</summary>
    internal bool IsAgreedTo => Status is StoryStatus.Published || (Status == StoryStatus.Draft && Consents.Count > 0);

    /// <summary>With one more claim, in the order of the cycles.</summary>
    internal ValueStory With(ValueClaim claim) => this with { Claims = Claims.Append(claim).OrderBy(c => c.Cycle).ToValueList() };

    /// <summary>With somebody whom it names erased.</summary>
    internal ValueStory WithErased(PersonId person) => this with { Erased = Erased.Append(person).Distinct().Order().ToValueList() };

    internal ValueStory With(StoryConsent consent) => this with { Consents = Consents.Where(c => c.Person != consent.Person).Append(consent).OrderBy(c => c.Person).ToValueList() };
}
