using CommunityOfPractice.Core.Networks;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Networks;

[Properties(Arbitrary = [typeof(EdgeLists)])]
public sealed class ComponentsTests
{
    [Property]
    public void Are_the_classes_of_mutual_reach(EdgeList list)
    {
        int[] island = [.. Enumerable.Range(0, list.Vertices)];
        foreach ((int u, int v) in list.From.Zip(list.To))
        {
            int gone = island[u];
            island = [.. island.Select(name => name == gone ? island[v] : name)];
        }

        int[] sizes = [.. island.CountBy(name => name).Select(pair => pair.Value)];
        Components expected = new(sizes.Length, sizes.DefaultIfEmpty().Max());
        Assert.Equal(expected, Components.Of(list.Undirected));
    }

    [Property]
    public void Do_not_depend_on_names(EdgeList list, int seed) =>
        Assert.Equal(Components.Of(list.Undirected), Components.Of(list.Shuffled(seed).Undirected));
}
