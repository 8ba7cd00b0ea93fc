using System.Runtime.InteropServices;
using System.Text;
using CommunityOfPractice.Core.Practices;
using FsCheck;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Practices;

public sealed class Utf8PoolTests
{
    [Property]
    public void Intern_AnyByteStrings_NumbersThemAsADictionaryDoes(byte[][] values, int seed)
    {
        byte[][] all = [.. values, .. values, [], .. values.Select(v => v[..(v.Length / 2)])];
        new Random(seed).Shuffle(all);
        Check(all);
    }

    /// <summary>Enough keys to grow the table many times, of lengths around the hash's steps of 4, 8 and 16 bytes, and few different bits.</summary>
    [Fact]
    public void Intern_ManyAlikeKeys_NumbersThemAsADictionaryDoes() => Check(
    [
        .. Enumerable.Range(0, 40).Select(length => new byte[length]),
        .. Enumerable.Range(0, 20_000).Select(i => BitConverter.GetBytes(i)),
        .. Enumerable.Range(0, 20_000).Select(i => BitConverter.GetBytes((long)i << 40)),
        .. Enumerable.Range(0, 20_000).Select(i => Encoding.ASCII.GetBytes($"{i}")),
        .. Enumerable.Range(0, 2_000).Select(i => Encoding.ASCII.GetBytes(new string('x', i % 33) + i + new string('y', i % 17))),
        .. Enumerable.Range(0, 500).Select(i => Encoding.ASCII.GetBytes(new string('z', 5000) + i)),
    ]);

    [Property]
    public void Find_AfterTrim_FindsOnlyWithTheIndexKept(NonNull<string>[] texts, bool keep)
    {
        Utf8Pool pool = new();
        string[] all = [.. texts.Select(t => string.Concat(t.Get.Where(c => !char.IsSurrogate(c))))];
        int[] numbers = [.. all.Select(pool.Intern)];
        pool.Trim(keep);
        Assert.Equal(all, numbers.Select(pool.Text));
        Assert.Equal(keep ? numbers : all.Select(_ => -1), all.Select(text => pool.Find(Encoding.UTF8.GetBytes(text))));
        Assert.Equal(numbers, all.Select(pool.Intern));
        Assert.Equal(all.Distinct().Count(), pool.Count);
        Assert.Equal(-1, pool.Find("not there at all"u8));
        Assert.Equal(pool.Count, pool.Intern("not there at all"));
    }

    [Property]
    public void Numbers_AnySequences_ComeBack(int[][] sequences)
    {
        Utf8Pool pool = new();
        int[] entries = [.. sequences.Select(s => pool.Intern(MemoryMarshal.AsBytes(s.AsSpan())))];
        Assert.All(entries.Zip(sequences), pair => Assert.Equal(pair.Second, pool.Numbers(pair.First).ToArray()));
    }

    [Fact]
    public void Intern_LongText_IsKeptWhole()
    {
        Utf8Pool pool = new();
        string[] texts = [new('ß', 511), new('ß', 512), new('ß', 513), new('李', 100_000)];
        Assert.Equal([0, 1, 2, 3], texts.Select(pool.Intern));
        Assert.Equal(texts, Enumerable.Range(0, 4).Select(pool.Text));
    }

    [Fact]
    public void StateBytes_AfterTrim_AreBytesAndEnds()
    {
        Utf8Pool pool = new();
        pool.Intern("abc");
        pool.Intern("de");
        pool.Trim(keepIndex: false);
        Assert.Equal(5 + (2 * 4), pool.StateBytes);
    }

    private static void Check(byte[][] all)
    {
        Utf8Pool pool = new();
        Dictionary<string, int> model = [];
        foreach (byte[] value in all)
        {
            string key = Convert.ToHexString(value);
            Assert.Equal(model.GetValueOrDefault(key, -1), pool.Find(value));
            model.TryAdd(key, model.Count);
            Assert.Equal(model[key], pool.Intern(value));
        }

        Assert.Equal(model.Count, pool.Count);
        foreach ((string key, int number) in model)
        {
            Assert.Equal(key, Convert.ToHexString(pool[number]));
            Assert.Equal(number, pool.Find(Convert.FromHexString(key)));
        }
    }
}
