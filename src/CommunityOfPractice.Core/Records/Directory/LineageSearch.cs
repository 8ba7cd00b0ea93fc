using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>Follows the links between communities.</summary>
/// <remarks>Every search ends, also where the links form a circle, which the rules prevent and a broken import might bring.</remarks>
public static class LineageSearch
{
    /// <summary>Follows redirects to the community that an id leads to today.</summary>
    /// <param name="community">The id, of a merged community or not.</param>
    /// <param name="find">Finds a community; null for an unknown one.</param>
    /// <returns>The community at the end of all redirects; null when they lead nowhere or in a circle.</returns>
    public static Community? Resolve(CommunityId community, Func<CommunityId, Community?> find)
    {
        ArgumentNullException.ThrowIfNull(find);
        HashSet<CommunityId> seen = [];
        Community? at = find(community);
        while (at is { Lineage.MergedInto: { } next })
        {
            at = seen.Add(at.Id) ? find(next) : null;
        }

        return at;
    }

    /// <summary>Finds what stands above a community, as <see cref="SetParent"/> and <see cref="MergeInto"/> need to know it.</summary>
    /// <param name="community">The community.</param>
    /// <param name="find">Finds a community; null for an unknown one.</param>
    /// <returns>
    /// Its parent, the parent's parent and so on, each followed by what it redirects to; before them what the community itself redirects to. Unknown
    /// communities end the list, with their id.
    /// </returns>
    public static Ancestry Above(CommunityId community, Func<CommunityId, Community?> find)
    {
        ArgumentNullException.ThrowIfNull(find);
        List<CommunityId> above = [];
        HashSet<CommunityId> seen = [community];
        CommunityId? next = Up(find(community));
        while (next is { } id && seen.Add(id))
        {
            above.Add(id);
            next = Up(find(id));
        }

        return new(community, above.ToValueList());
    }

    /// <summary>Finds circles: of parents (redirects followed), of redirects and of splits.</summary>
    /// <param name="communities">All communities, in any order.</param>
    /// <returns>Each circle once, beginning with its smallest id; by that id. Empty when the rules were kept.</returns>
    public static ValueList<ValueList<CommunityId>> Circles(IEnumerable<Community> communities)
    {
        ArgumentNullException.ThrowIfNull(communities);
        Dictionary<CommunityId, Community> all = communities.ToDictionary(c => c.Id);
        return ((Func<Community, CommunityId?>[])[Up, c => c.Lineage.MergedInto, c => c.Lineage.SplitFrom])
            .SelectMany(link => CirclesOf(link, all)).Distinct().OrderBy(c => c[0]).ThenBy(c => c.Count).ToValueList();
    }

    /// <summary>Finds links that lead to no known community.</summary>
    /// <param name="communities">All communities, in any order.</param>
    /// <returns>Each community with the ids that it names in vain, both by id; empty when there is none.</returns>
    public static ValueList<(CommunityId From, CommunityId To)> DeadLinks(IEnumerable<Community> communities)
    {
        ArgumentNullException.ThrowIfNull(communities);
        Dictionary<CommunityId, Community> all = communities.ToDictionary(c => c.Id);
        return (from community in all.Values
                let links = community.Lineage
                from to in links.MergedFrom.Concat(links.SplitInto).Concat(new[] { links.Parent, links.MergedInto, links.SplitFrom }.OfType<CommunityId>()).Distinct()
                where !all.ContainsKey(to)
                orderby community.Id, to
                select (community.Id, to)).ToValueList();
    }

    private static CommunityId? Up(Community? community) => community?.Lineage.MergedInto ?? community?.Lineage.Parent;

    private static IEnumerable<ValueList<CommunityId>> CirclesOf(Func<Community, CommunityId?> link, Dictionary<CommunityId, Community> all)
    {
        HashSet<CommunityId> done = [];
        foreach (CommunityId start in all.Keys)
        {
            List<CommunityId> path = [];
            CommunityId? at = start;
            while (at is { } id && done.Add(id))
            {
                path.Add(id);
                at = all.TryGetValue(id, out Community? community) ? link(community) : null;
            }

            int from = at is { } again ? path.IndexOf(again) : -1;
            if (from >= 0)
            {
                CommunityId[] circle = [.. path[from..]];
                int least = Array.IndexOf(circle, circle.Min());
                yield return [.. circle[least..], .. circle[..least]];
            }
        }
    }
}
