using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Testing;

/// <summary>Everything that stores hold about some communities, as lines of text: equal stores give equal texts.</summary>
internal static partial class StoreText
{
    public static async Task<List<string>> OfAsync(CommunityStores stores, IEnumerable<CommunityId> communities, CancellationToken cancellationToken)
    {
        List<string> lines = [.. (await Expect.ReadAsync(stores.Journal.CommunitiesAsync(null, cancellationToken)).ConfigureAwait(false)).Select(c => "journal of " + c)];
        lines.AddRange((await Expect.ReadAsync(stores.Directory.ListAsync(CommunityFilter.All, cancellationToken: cancellationToken)).ConfigureAwait(false)).Select(l => JsonSerializer.Serialize(l, Context.Default.CommunityListing)));
        foreach (CommunityId community in communities)
        {
            lines.AddRange((await Expect.ReadAsync(stores.Journal.ReadAsync(community, 0, cancellationToken)).ConfigureAwait(false)).Select(FactJson.Write));
            lines.AddRange((await Expect.ReadAsync(stores.Directory.MembersAsync(community, cancellationToken: cancellationToken)).ConfigureAwait(false)).Select(m => JsonSerializer.Serialize(m, Context.Default.MemberListing)));
            lines.AddRange((await Expect.ReadAsync(stores.Activities.ReadAsync(community, DateTimeOffset.MaxValue, cancellationToken)).ConfigureAwait(false)).Select(a => JsonSerializer.Serialize(a, Context.Default.Activity)));
        }

        return lines;
    }

    /// <summary>A value for people, with every instant to the tick.</summary>
    public static string? Told(object? value) => value switch
    {
        DateTimeOffset at => at.ToString("O", CultureInfo.InvariantCulture),
        ITuple tuple => $"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Told(tuple[i])))})",
        Activity activity => JsonSerializer.Serialize(activity, Context.Readable.Activity),
        CommunityListing listing => JsonSerializer.Serialize(listing, Context.Readable.CommunityListing),
        MemberListing listing => JsonSerializer.Serialize(listing, Context.Readable.MemberListing),
        Person person => JsonSerializer.Serialize(person, Context.Readable.Person),
        JournalEntry entry => FactJson.Write(entry),
        _ => value?.ToString(),
    };

    [JsonSerializable(typeof(CommunityListing))]
    [JsonSerializable(typeof(MemberListing))]
    [JsonSerializable(typeof(Activity))]
    [JsonSerializable(typeof(Person))]
    private sealed partial class Context : JsonSerializerContext
    {
        public static Context Readable { get; } = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull });
    }
}
