using System.Text;
using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Tests.Practices;

public sealed class ActNamesTests
{
    [Fact]
    public void TryParse_EveryName_InAnyCase()
    {
        foreach (Act act in Enum.GetValues<Act>())
        {
            foreach (string name in new[] { act.Name(), act.Name().ToUpperInvariant(), char.ToUpperInvariant(act.Name()[0]) + act.Name()[1..] })
            {
                Assert.True(Acts.TryParse(Encoding.ASCII.GetBytes(name), out Act found));
                Assert.Equal(act, found);
            }
        }
    }

    [Fact]
    public void TryParse_WhatIsNotQuiteAName_IsNone()
    {
        foreach (string name in Acts.Names)
        {
            foreach (string other in Enumerable.Range(0, name.Length).SelectMany(i => (string[])[name[..i], name.Remove(i, 1), name.Insert(i, name[i..(i + 1)]), name[..i] + (char)(name[i] ^ 1) + name[(i + 1)..]]).Append(name + name).Append(name + "\0"))
            {
                Assert.Equal(Acts.Names.Contains(other), Acts.TryParse(Encoding.ASCII.GetBytes(other), out _));
            }
        }
    }
}
