using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>A gathering of a community, or a series of them: one row of the kind gathering.</summary>
/// <remarks>
/// Immutable and compared by value. Empty texts become null. A row with a rule is a series, and its times are those of the first gathering;
/// a gathering of a series that was moved or changed is a row of its own, whose first time the series leaves out.
/// </remarks>
public sealed record GatheringEntry
{
    /// <summary>Creates an entry.</summary>
    /// <param name="community">Which community gathers.</param>
    /// <param name="gathering">The gathering's id, unique in the community: 1 to 200 characters.</param>
    /// <param name="title">What it is called; not empty.</param>
    /// <param name="start">When it begins.</param>
    /// <param name="end">When it ends.</param>
    /// <exception cref="ArgumentException">An id or the title is empty or too long, or the end does not lie after the start.</exception>
    public GatheringEntry(CommunityId community, string gathering, string title, DateTimeOffset start, DateTimeOffset end)
    {
        Community = EntryText.Named(community, nameof(community));
        Gathering = IdText.Check(gathering, nameof(gathering));
        Title = EntryText.Check(title, nameof(title)) ?? throw new ArgumentException("A gathering has a title.", nameof(title));
        Start = start.ToUniversalTime();
        End = end > start ? end.ToUniversalTime() : throw new ArgumentException("A gathering ends after it begins.", nameof(end));
    }

    /// <summary>Gets which community gathers.</summary>
    /// <value>The community's id.</value>
    public CommunityId Community { get; }

    /// <summary>Gets the gathering's id.</summary>
    /// <value>Unique in the community.</value>
    [JsonConverter(typeof(NeededJsonConverter<string>))]
    public string Gathering { get; }

    /// <summary>Gets what it is called.</summary>
    /// <value>Not empty.</value>
    [JsonConverter(typeof(NeededJsonConverter<string>))]
    public string Title { get; }

    /// <summary>Gets when it begins.</summary>
    /// <value>In UTC.</value>
    public DateTimeOffset Start { get; }

    /// <summary>Gets when it ends.</summary>
    /// <value>In UTC, after <see cref="Start"/>.</value>
    public DateTimeOffset End { get; }

    /// <summary>Gets the time zone whose clock it keeps.</summary>
    /// <value>An IANA id such as <c>Europe/Berlin</c> (not checked); null for UTC.</value>
    public string? TimeZone { get; init => field = EntryText.Check(value); }

    /// <summary>Gets what kind of gathering it is, in the host's own terms.</summary>
    /// <value>Such as <c>workshop</c>, <c>talk</c> or <c>coffee chat</c>; null when unknown.</value>
    public string? Type { get; init => field = EntryText.Check(value); }

    /// <summary>Gets whether it is formal.</summary>
    /// <value>The default value is <see cref="Formality.Unstated"/>.</value>
    public Formality Formality { get; init => field = EntryText.Known(value); }

    /// <summary>Gets the id of the series it belongs to.</summary>
    /// <value>Null when it stands alone or is the series itself.</value>
    public string? Series { get; init => field = string.IsNullOrEmpty(value) ? null : IdText.Check(value, nameof(value)); }

    /// <summary>Gets how it recurs.</summary>
    /// <value>A recurrence rule of RFC 5545 such as <c>FREQ=MONTHLY;BYDAY=2TU</c> (not checked); null for a single gathering.</value>
    public string? RRule { get; init => field = EntryText.Check(value); }

    /// <summary>Gets the starts that the rule would give and that do not take place then.</summary>
    /// <value>In UTC, by time, each once.</value>
    [JsonConverter(typeof(ValueListJsonConverter<DateTimeOffset>))]
    public ValueList<DateTimeOffset> Except { get; init => field = (value ?? []).Select(at => at.ToUniversalTime()).Distinct().Order().ToValueList(); } = [];

    /// <summary>Gets where it takes place.</summary>
    /// <value>Null when unknown or nowhere in particular.</value>
    public string? Place { get; init => field = EntryText.Check(value); }

    /// <summary>Gets where to join online.</summary>
    /// <value>A link (not checked); null when there is none.</value>
    public string? Link { get; init => field = EntryText.Check(value); }

    /// <summary>Gets who hosts it.</summary>
    /// <value>Empty when unknown.</value>
    [JsonConverter(typeof(ValueListJsonConverter<PersonId>))]
    public ValueList<PersonId> Hosts { get; init => field = EntryText.Named(value ?? []); } = [];

    /// <summary>Gets how many people can take part.</summary>
    /// <value>At least 1; null when there is no limit.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int? Capacity { get; init => field = value is null or >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "At least 1."); }

    /// <summary>Gets what it is about.</summary>
    /// <value>Empty when unknown.</value>
    [JsonConverter(typeof(ValueListJsonConverter<TopicId>))]
    public ValueList<TopicId> Topics { get; init => field = EntryText.Named(value ?? []); } = [];

    /// <summary>Gets what became of it.</summary>
    /// <value>The default value is <see cref="GatheringEntryStatus.Unstated"/>.</value>
    public GatheringEntryStatus Status { get; init => field = EntryText.Known(value); }

    /// <summary>Gets why it has that status, such as why it was cancelled.</summary>
    /// <value>Null when nobody said.</value>
    public string? Reason { get; init => field = EntryText.Check(value); }
}
