using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Records;

[Properties(MaxTest = 300)]
public sealed class LineageSearchTests
{
    [Property]
    [Trait("Law", "40")]
    public void Redirects_ResolveTransitively_AndEveryWayThereEndsAtTheSame(byte[] steps)
    {
        Dictionary<CommunityId, Community> all = Chain(steps, (c, to) => c with { Lineage = c.Lineage with { MergedInto = to } });

        Assert.Empty(LineageSearch.Circles(all.Values));
        foreach (Community community in all.Values)
        {
            Community end = LineageSearch.Resolve(community.Id, Find(all))!;
            Assert.Null(end.Lineage.MergedInto);
            Assert.Equal(end, community.Lineage.MergedInto is { } next ? LineageSearch.Resolve(next, Find(all)) : community);
        }
    }

    [Property]
    [Trait("Law", "40")]
    public void Ancestors_TellEveryParentThatWouldCloseACircle(byte[] steps, byte child, byte parent)
    {
        Dictionary<CommunityId, Community> all = Chain(steps, (c, to) => c with { Lineage = c.Lineage with { Parent = to } });
        CommunityId below = Id(child % (steps.Length + 1)), above = Id(parent % (steps.Length + 1));
        bool refused = below == above || LineageSearch.Above(above, Find(all)).Ancestors.Contains(below);
        all[below] = all[below] with { Lineage = all[below].Lineage with { Parent = above } };

        Assert.Equal(refused, LineageSearch.Circles(all.Values).Count > 0);
    }

    [Fact]
    public void Circles_AreFoundOnce_AndEverySearchEnds()
    {
        Dictionary<CommunityId, Community> all = new[] { Of("c", "a"), Of("a", "b"), Of("b", "c"), Of("d", "a"), Of("e", null), Of("f", "f") }.ToDictionary(c => c.Id);

        Assert.Equal(["[a, b, c]", "[f]"], LineageSearch.Circles(all.Values).Select(c => c.ToString()).Distinct());
        Assert.Null(LineageSearch.Resolve(new("d"), Find(all)));
        Assert.Equal("e", LineageSearch.Resolve(new("e"), Find(all))!.Id.Text);
        Assert.Equal("[a, b, c]", LineageSearch.Above(new("d"), Find(all)).Ancestors.ToString());
    }

    [Fact]
    public void RedirectsCount_WhenLookingUp()
    {
        Community parent = Of("p", "q"), child = new(new("c")) { Lineage = new() { Parent = new("p") } }, q = new(new("q")) { Lineage = new() { Parent = new("r") } };
        Dictionary<CommunityId, Community> all = new[] { parent, child, q }.ToDictionary(c => c.Id);

        Assert.Equal("[p, q, r]", LineageSearch.Above(child.Id, Find(all)).Ancestors.ToString());
    }

    [Fact]
    public void DeadLinks_AreListed()
    {
        Community[] all = [Of("a", "x"), new(new("b")) { Lineage = new() { Parent = new("a"), MergedFrom = [new("z"), new("y")], SplitInto = [new("a")], SplitFrom = new("y") } }];

        Assert.Equal(
            [(new("a"), new("x")), (new("b"), new("y")), (new("b"), new("z"))],
            LineageSearch.DeadLinks(all));
        Assert.Null(LineageSearch.Resolve(new("a"), Find(all.ToDictionary(c => c.Id))));
    }

    /// <summary>Community i links to a smaller number, or to none.</summary>
    private static Dictionary<CommunityId, Community> Chain(byte[] steps, Func<Community, CommunityId, Community> link) =>
        Enumerable.Range(0, steps.Length + 1).Select(i => i > 0 && steps[i - 1] % 5 > 0 ? link(new(Id(i)), Id(steps[i - 1] % i)) : new Community(Id(i))).ToDictionary(c => c.Id);

    private static CommunityId Id(int number) => new($"c{number}");

    private static Community Of(string id, string? mergedInto) => new(new(id)) { Lineage = new() { MergedInto = mergedInto is null ? null : new CommunityId(mergedInto) } };

    private static Func<CommunityId, Community?> Find(Dictionary<CommunityId, Community> all) => id => all.GetValueOrDefault(id);
}
