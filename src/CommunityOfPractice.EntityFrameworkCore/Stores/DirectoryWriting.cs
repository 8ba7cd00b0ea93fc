using CommunityOfPractice.Core.Records;

namespace CommunityOfPractice.EntityFrameworkCore;

/// <summary>Writes what changes in the directory: each listing in the place of the one before, without asking whether there is one.</summary>
internal static class DirectoryWriting
{
    public static void Add(SqlScript script, SqlTables tables, DirectoryUpdate update)
    {
        CommunityRow row = Rows.Of(update.Listing);
        script.Add(
            $"""
            INSERT INTO {tables.Community} (community, sort_key, status, kind, visibility, parent, review_due, listing)
            VALUES ({row.Community}, {OrdinalTexts.KeyOf(row.SortKey)}, {row.Status}, {row.Kind}, {row.Visibility}, {row.Parent}, {row.ReviewDue}, {row.Listing})
            ON CONFLICT (community) DO UPDATE SET status = excluded.status, kind = excluded.kind, visibility = excluded.visibility, parent = excluded.parent, review_due = excluded.review_due, listing = excluded.listing
            """,
            rows: 1);
        if (update.Rebuilt)
        {
            script.Add($"DELETE FROM {tables.Member} WHERE community = {row.Community}", rows: null);
        }

        foreach (MemberRow member in update.Members.Select(Rows.Of))
        {
            script.Add(
                $"""
                INSERT INTO {tables.Member} (community, person, sort_key, status, listing)
                VALUES ({member.Community}, {member.Person}, {OrdinalTexts.KeyOf(member.SortKey)}, {member.Status}, {member.Listing})
                ON CONFLICT (community, person) DO UPDATE SET status = excluded.status, listing = excluded.listing
                """,
                rows: 1);
        }
    }
}
