using CommunityOfPractice.Core.Records;
using Microsoft.EntityFrameworkCore;

namespace CommunityOfPractice.EntityFrameworkCore;

/// <summary>Puts what changes in the directory into a context.</summary>
internal static class DirectoryWriting
{
    public static async Task PrepareAsync(DbContext context, DirectoryUpdate update, CancellationToken cancellationToken)
    {
        string community = update.Listing.Community.Text;
        bool listed = await context.Set<CommunityRow>().AsNoTracking().AnyAsync(r => r.Community == community, cancellationToken).ConfigureAwait(false);
        Put(context, Rows.Of(update.Listing), listed);
        string[] people = [.. update.Members.Select(m => m.Person.Text)];
        if (people.Length == 0 && !update.Rebuilt)
        {
            return;
        }

        IQueryable<MemberRow> members = context.Set<MemberRow>().AsNoTracking().Where(r => r.Community == community);
        HashSet<string> known = [.. await (update.Rebuilt ? members : members.Where(r => people.Contains(r.Person))).Select(r => r.Person).ToListAsync(cancellationToken).ConfigureAwait(false)];
        foreach (MemberListing member in update.Members)
        {
            Put(context, Rows.Of(member), known.Remove(member.Person.Text));
        }

        foreach (string gone in update.Rebuilt ? known : [])
        {
            context.Remove(new MemberRow { Community = community, Person = gone, SortKey = gone, Status = 0, Listing = string.Empty });
        }
    }

    private static void Put(DbContext context, object row, bool exists) => context.Entry(row).State = exists ? EntityState.Modified : EntityState.Added;
}
