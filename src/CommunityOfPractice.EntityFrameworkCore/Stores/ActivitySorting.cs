using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;
using Microsoft.EntityFrameworkCore;

namespace CommunityOfPractice.EntityFrameworkCore;

/// <summary>Sorts the activities of one call into new ones, known ones and conflicts.</summary>
internal sealed class ActivitySorting(IReadOnlyCollection<Activity> activities)
{
    private readonly Dictionary<string, Activity> known = new(StringComparer.Ordinal);

    /// <summary>The ids of the call, each once, in an order that all callers share, so that none waits for the other.</summary>
    public string[] Ids { get; } = [.. activities.Where(a => a.Id is not null).Select(a => a.Id!.Value.Text).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public void Know(IEnumerable<ActivityRow> rows)
    {
        foreach (ActivityRow row in rows)
        {
            known[row.Id!] = Rows.Activity(row);
        }
    }

    public Reason[] Conflicts()
    {
        Dictionary<string, Activity> seen = new(known, StringComparer.Ordinal);
        List<Reason> conflicts = [];
        foreach (Activity activity in activities)
        {
            if (activity.Id is { } id && !seen.TryAdd(id.Text, activity) && !seen[id.Text].Equals(activity))
            {
                conflicts.Add(new("activity.id-conflict", $"Another activity with the id '{id}' is already there, and it says something else.") { Arguments = [id.Text] });
            }
        }

        return [.. conflicts];
    }

    public ActivityRow[] Fresh() => [.. activities.Where(a => a.Id is null || !known.ContainsKey(a.Id.Value.Text))
        .DistinctBy(a => a.Id is { } id ? (object)id : new object()).OrderBy(a => a.Id?.Text, StringComparer.Ordinal).Select(Rows.Of)];

    /// <summary>Whether an id that was not known is there now.</summary>
    public async Task<bool> AnyAsync<TContext>(IDbContextFactory<TContext> contexts, CancellationToken cancellationToken)
        where TContext : DbContext
    {
        TContext context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            foreach (string[] ids in Ids.Where(id => !known.ContainsKey(id)).Chunk(500))
            {
                if (await context.Set<ActivityRow>().AsNoTracking().AnyAsync(r => ids.Contains(r.Id), cancellationToken).ConfigureAwait(false))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
