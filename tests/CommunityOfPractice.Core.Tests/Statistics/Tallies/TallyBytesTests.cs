using CommunityOfPractice.Core.Networks;
using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Core.Tests.Statistics.Tallies;

public class TallyBytesTests
{
    private static readonly (string Name, byte[] Bytes, Func<byte[], byte[]> Again)[] Kinds = Samples();

    [Fact]
    public void CutOff_Lengthened_OrOfAnotherKind_IsRefused()
    {
        foreach ((string name, byte[] bytes, Func<byte[], byte[]> again) in Kinds)
        {
            Assert.Equal(bytes, again(bytes));
            for (int length = 0; length < bytes.Length; length++)
            {
                Assert.ThrowsAny<FormatException>(() => again(bytes[..length]));
            }

            Assert.Throws<FormatException>(() => again([.. bytes, 0]));
            foreach ((string other, byte[] foreign, _) in Kinds.Where(k => k.Name != name))
            {
                Assert.Throws<FormatException>(() => again(foreign));
            }
        }
    }

    [Fact]
    public void AnyChangedByte_IsRefusedOrReadSoundly()
    {
        foreach ((_, byte[] bytes, Func<byte[], byte[]> again) in Kinds)
        {
            for (int at = 0; at < bytes.Length; at++)
            {
                for (int value = 0; value < 256; value++)
                {
                    byte[] changed = [.. bytes];
                    changed[at] = (byte)value;
                    try
                    {
                        byte[] back = again(changed);
                        Assert.Equal(back, again(back));
                    }
                    catch (FormatException)
                    {
                        // the only exception that damaged bytes may cause
                    }
                }
            }
        }
    }

    private static (string, byte[], Func<byte[], byte[]>)[] Samples()
    {
        CountTally counts = new();
        PresenceTally presence = new(9);
        WaitTally waits = new();
        TieTally ties = new([0, 1, 0, -1, 1]);
        for (int i = 0; i < 9; i++)
        {
            counts.Add(i % 3);
            presence.Add(i % 4, i);
            waits.Ask(i % 5, 1000L * i * i);
            waits.Answer(i % 2, 2000L * i);
            ties.Add(i % 5, i * 2 % 5);
        }

        return
        [
            ("counts", counts.ToBytes(), b => CountTally.FromBytes(b).ToBytes()),
            ("presence", presence.ToBytes(), b => PresenceTally.FromBytes(b).ToBytes()),
            ("waits", waits.ToBytes(), b => WaitTally.FromBytes(b).ToBytes()),
            ("ties", ties.ToBytes(), b => TieTally.FromBytes(b).ToBytes()),
        ];
    }
}
