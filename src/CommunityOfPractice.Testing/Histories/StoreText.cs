using System.Text.Json;
using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
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

    [JsonSerializable(typeof(CommunityListing))]
    [JsonSerializable(typeof(MemberListing))]
    [JsonSerializable(typeof(Activity))]
    private sealed partial class Context : JsonSerializerContext;
}
