using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Vocabulary;

public sealed class ValueListTests
{
    [Property]
    public void Equals_Lists_ComparesElementsInOrder(int[] one, int[] other)
    {
        ValueList<int> a = [.. one], b = other.ToValueList();
        Assert.Equal(one.SequenceEqual(other), a.Equals(b));
        Assert.Equal(a, one.ToValueList());
        Assert.Equal(a.GetHashCode(), one.ToValueList().GetHashCode());
        Assert.Equal(one, a.AsSpan().ToArray());
        Assert.Equal(one.Length, a.Count);
    }

    [Fact]
    public void Create_FromAnArray_DoesNotSeeLaterChanges()
    {
        int[] source = [1, 2];
        ValueList<int> list = ValueList.Create<int>(source), other = source.ToValueList();
        source[0] = 9;
        Assert.Equal("[1, 2]", list.ToString());
        Assert.Equal(list, other);
        Assert.NotEqual(list, [2, 1]);
        Assert.False(list.Equals("[1, 2]"));
    }

    [Fact]
    public void Empty_Lists_AreOne() => Assert.Same(ValueList<int>.Empty, Array.Empty<int>().ToValueList());
}
