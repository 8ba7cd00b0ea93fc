using System.Runtime.InteropServices;
using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Tests.Practices;

public class Utf8PoolHostileTests
{
    /// <summary>Sixteen bytes whose second half undoes the first: with a hash that everybody can compute, all of them would collide.</summary>
    [Fact]
    public void Hash_TextsCraftedToCollide_DoNot()
    {
        HashSet<ulong> hashes = [];
        for (ulong i = 0; i < 10_000; i++)
        {
            ulong high = Math.BigMul(unchecked(16 * 0x9E3779B97F4A7C15) ^ i, 0xD6E8FEB86659FD93, out ulong low);
            ulong[] crafted = [i, (high ^ low) * 0xD6E8FEB86659FD93];
            hashes.Add(Utf8Pool.Hash(MemoryMarshal.AsBytes(crafted.AsSpan())));
        }

        Assert.Equal(10_000, hashes.Count);
    }

    [Fact]
    public void HasRoomFor_MoreThanAnArrayHolds_No()
    {
        Utf8Pool pool = new();
        pool.Intern("abc");
        Assert.True(pool.HasRoomFor(1 << 28));
        Assert.False(pool.HasRoomFor(Array.MaxLength - 2L));
    }
}
