using System.Text.Json;
using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.EntityFrameworkCore;

/// <summary>What is stored, and back.</summary>
internal static partial class Rows
{
    public static JournalRow Of(JournalEntry entry) => new() { Community = entry.Community.Text, Version = entry.Version, Line = FactJson.Write(entry) };

    public static CommunityRow Of(CommunityListing listing) => new()
    {
        Community = listing.Community.Text,
        SortKey = listing.Community.Text,
        Status = (int)listing.Status,
        Kind = (int)listing.Kind,
        Visibility = (int)listing.Visibility,
        Parent = listing.Parent?.Text,
        ReviewDue = listing.ReviewDue?.UtcTicks,
        Listing = JsonSerializer.Serialize(listing, Context.Default.CommunityListing),
    };

    public static MemberRow Of(MemberListing listing) => new()
    {
        Community = listing.Community.Text,
        Person = listing.Person.Text,
        SortKey = listing.Person.Text,
        Status = (int)listing.Status,
        Listing = JsonSerializer.Serialize(listing, Context.Default.MemberListing),
    };

    public static RosterRow Of(Roster roster) => new() { Community = roster.Community.Text, Roster = JsonSerializer.Serialize(roster, Context.Default.Roster) };

    public static PersonRow Of(Person person) => new() { Id = person.Id.Text, Person = JsonSerializer.Serialize(person, Context.Default.Person) };

    public static ActivityRow Of(Activity activity) => new()
    {
        Community = activity.Community.Text,
        Person = activity.Person.Text,
        At = activity.At.UtcTicks,
        Act = (int)activity.Act,
        Id = activity.Id?.Text,
        InReplyTo = activity.InReplyTo?.Text,
        Addressed = List(activity.To.Select(p => p.Text)),
        Thread = activity.Thread?.Text,
        Topics = List(activity.Topics.Select(t => t.Text)),
        Accepted = activity.Accepted?.Text,
        Formality = (int)activity.Formality,
        ActorKind = (int)activity.Actor,
    };

    public static CommunityListing Community(string listing) => JsonSerializer.Deserialize(listing, Context.Default.CommunityListing)!;

    public static MemberListing Member(string listing) => JsonSerializer.Deserialize(listing, Context.Default.MemberListing)!;

    public static Roster Roster(string roster) => JsonSerializer.Deserialize(roster, Context.Default.Roster)!;

    public static Person Person(string person) => JsonSerializer.Deserialize(person, Context.Default.Person)!;

    public static Activity Activity(ActivityRow row) => new(new(row.Community), new(row.Person), new DateTimeOffset(row.At, TimeSpan.Zero), (Act)row.Act)
    {
        Id = row.Id is null ? null : new ActivityId(row.Id),
        InReplyTo = row.InReplyTo is null ? null : new ActivityId(row.InReplyTo),
        To = Items(row.Addressed, text => new PersonId(text)),
        Thread = row.Thread is null ? null : new ThreadId(row.Thread),
        Topics = Items(row.Topics, text => new TopicId(text)),
        Accepted = row.Accepted is null ? null : new ActivityId(row.Accepted),
        Formality = (Formality)row.Formality,
        Actor = (ActorKind)row.ActorKind,
    };

    /// <summary>A text that stands as JSON.</summary>
    public static string? Text(string? json) => json is null ? null : JsonSerializer.Deserialize(json, Context.Default.String);

    /// <summary>How an id stands in a list of ids: with its quotes, so that it is found whole.</summary>
    public static string Item(string id) => JsonSerializer.Serialize(id, Context.Default.String);

    private static string? List(IEnumerable<string> ids) => ids.ToArray() is { Length: > 0 } some ? JsonSerializer.Serialize(some, Context.Default.StringArray) : null;

    private static ValueList<T> Items<T>(string? list, Func<string, T> item) => list is null ? [] : JsonSerializer.Deserialize(list, Context.Default.StringArray)!.Select(item).ToValueList();

    [JsonSerializable(typeof(CommunityListing))]
    [JsonSerializable(typeof(MemberListing))]
    [JsonSerializable(typeof(Roster))]
    [JsonSerializable(typeof(Person))]
    [JsonSerializable(typeof(string[]))]
    private sealed partial class Context : JsonSerializerContext;
}
