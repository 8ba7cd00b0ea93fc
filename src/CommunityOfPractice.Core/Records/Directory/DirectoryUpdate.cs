using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>What changes in the directory with some entries of a journal; saved in the transaction that appends them.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Listing">The community after the entries.</param>
/// <param name="Members">The memberships that the entries touched, after them.</param>
/// <param name="Rebuilt">Whether the members replace all that was listed (after an erasure) instead of being added to it.</param>
public sealed record DirectoryUpdate(CommunityListing Listing, [property: JsonConverter(typeof(ValueListJsonConverter<MemberListing>))] ValueList<MemberListing> Members, bool Rebuilt = false)
{
    /// <summary>Makes the update that lists a community anew, from its record: what a directory holds is what this gives for each journal.</summary>
    /// <param name="record">The record, folded from the whole journal.</param>
    /// <returns>Everybody the record knows of, by id; <see cref="Rebuilt"/>.</returns>
    /// <remarks>Costs O(n log n) in the people. For stores that repair, check or move a directory.</remarks>
    public static DirectoryUpdate Rebuild(CommunityRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return Listings.Everything(record);
    }
}
