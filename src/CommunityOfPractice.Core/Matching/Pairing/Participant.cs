using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>Somebody who may be matched, as known at the moment of matching: who they are, and what they chose themselves.</summary>
/// <remarks>Immutable and compared by value. What is unknown forbids nothing.</remarks>
/// <param name="Person">Who it is.</param>
public sealed record Participant([property: JsonRequired] PersonId Person)
{
    /// <summary>Gets what the host knows about them at the moment of matching.</summary>
    /// <value>Nothing known by default.</value>
    public PersonAttributes Attributes { get; init => field = value ?? new(); } = new();

    /// <summary>Gets the topics they care about.</summary>
    /// <value>Empty when unknown.</value>
    [JsonConverter(typeof(ValueListJsonConverter<TopicId>))]
    public ValueList<TopicId> Topics { get; init => field = value ?? []; } = [];

    /// <summary>Gets a value indicating whether they agreed to be matched.</summary>
    /// <value>The default value is <see langword="false"/>: nobody is matched without having agreed.</value>
    public bool OptedIn { get; init; }

    /// <summary>Gets the moment until which they take a break.</summary>
    /// <value>Null when they take none.</value>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>Gets whom they never want to be matched with; holds both ways round and is never told to anybody.</summary>
    /// <value>Empty by default.</value>
    [JsonConverter(typeof(ValueListJsonConverter<PersonId>))]
    public ValueList<PersonId> Blocks { get; init => field = value ?? []; } = [];

    /// <summary>Gets when they work, by the clock of their time zone.</summary>
    /// <value>Null, the default, stands for the working day of the <see cref="PairingRules"/>.</value>
    public WorkingDay? WorkingDay { get; init; }

    /// <summary>Gets how many meetings at most they want within <see cref="PairingRules.CapacityWindow"/>, the coming one included.</summary>
    /// <value>Zero or more; null when they set no limit.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int? MostMeetings
    {
        get;
        init => field = value is null or >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Zero or more.");
    }
}
