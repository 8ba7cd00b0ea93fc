using System.Diagnostics;
using System.Text;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Tests.Generators;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace CommunityOfPractice.Core.Tests.Interchange;

/// <summary>Random and mutated files: problems are reported, nothing else happens.</summary>
[Trait("Category", "Fuzz")]
public class FuzzTests(ITestOutputHelper output)
{
    private const int Cases = 100_000;
    private const int Seed = 20_260_531;

    private static readonly byte[][] Nasties =
    [
        [0], [0xFF], [0xC3, 0x28], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], .. new[]
        {
            "\"", "\"\"", "\r", "\n", "\r\n", ",", ";", "\t", "|", "\\", "'", "=", "{", "}", "[", "]", ":", "\\u0000", "\\ud800", "\\u00", "\u2028", "\uFEFF", "😀", "1e999", "-", "null", "true",
            "{\"kind\":", "\"person\"", "9999999999999999999", "2020-02-30", "T", "Z", "+14:00", "\"kind\":\"story\"",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    [Fact]
    public void Files_RandomAndMutated_AreReadOrReported()
    {
        Random random = new(Seed);
        byte[][] seeds = Seeds();
        Dictionary<string, int> codes = [];
        int accepted = 0;
        Stopwatch watch = Stopwatch.StartNew();
        for (int i = 0; i < Cases; i++)
        {
            byte[] file = i % 10 == 0 ? Noise(random) : Mutate(seeds[random.Next(seeds.Length)], seeds, random);
            accepted += TryOne(file, random, codes, i) ? 1 : 0;
        }

        output.WriteLine($"{Cases} files tried in {watch.Elapsed.TotalSeconds:F1} s, seed {Seed}: {accepted} accepted, {codes.Values.Sum()} problems with {codes.Count} codes.");
        output.WriteLine(string.Join(", ", codes.OrderByDescending(code => code.Value).Select(code => $"{code.Key} {code.Value}")));
        Assert.InRange(accepted, 1, Cases - 1);
        Assert.True(codes.Count > 35, "The fuzzer reaches too little: " + string.Join(", ", codes.Keys));
    }

    private static bool TryOne(byte[] file, Random random, Dictionary<string, int> codes, int number)
    {
        try
        {
            bool keep = random.Next(2) == 0;
            Outcome outcome = Import.Of(file, options =>
            {
                options.KeepGoodRows = keep;
                options.Lenient = random.Next(4) == 0;
                options.MaxRowBytes = random.Next(4) == 0 ? 1024 : 1 << 20;
            });
            long lines = file.Count(b => b == '\n') + 1;
            foreach (InterchangeProblem problem in outcome.Problems)
            {
                codes[problem.Code] = codes.GetValueOrDefault(problem.Code) + 1;
                Assert.Equal("f", problem.File);
                Assert.InRange(problem.Line, 0, lines);
                Assert.Matches("^[a-z]+[.][a-z0-9-]+$", problem.Code);
                Assert.DoesNotContain(problem.ToString(), char.IsControl);
                Assert.InRange(problem.Text.Length, 1, 1000);
            }

            Assert.Equal(keep || !outcome.Errors.Any(), outcome.Decision.IsAccepted);
            Assert.Equal(outcome.Errors.Count(), outcome.Reader.ErrorCount);
            if (outcome.Decision.IsAccepted && number % 16 == 0)
            {
                Import.AssertEqual(outcome.Data, Import.Of(Import.Csv(outcome.Data), options => options.KeepGoodRows = true).Data);
            }

            return outcome.Decision.IsAccepted;
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"Case {number}: {Convert.ToBase64String(file)}", failure);
        }
    }

    private static byte[][] Seeds()
    {
        IEnumerable<InterchangeData> data = SomeData.Data().Generator.Same(12, 20).Append(Import.Of(
            "community,person,at,act,id,in_reply_to,to,thread,topics,accepted,formality,actor\nc,ada,2020-01-01T10:00:00Z,ask,q1,,,t1,agile|web,a1,formal,human\nc,bob,1577880000,answer,a1,q1,ada|eve,t1,,,informal,bot\nc,eve,2020-01-02,comment,c1,a1,,t1,,,,\n").Data);
        return [.. data.SelectMany(each => Import.Csv(each).Select(file => file.Bytes).Append(Import.JsonLines(each)))];
    }

    private static byte[] Noise(Random random)
    {
        byte[] noise = new byte[random.Next(300)];
        random.NextBytes(noise);
        return random.Next(2) == 0 ? noise : [.. Enumerable.Range(0, random.Next(40)).SelectMany(_ => Nasties[random.Next(Nasties.Length)])];
    }

    private static byte[] Mutate(byte[] seed, byte[][] seeds, Random random)
    {
        List<byte> file = [.. seed];
        for (int count = random.Next(5); count >= 0; count--)
        {
            int at = random.Next(file.Count + 1), length = Math.Min(file.Count - at, 1 << random.Next(8));
            switch (random.Next(6))
            {
                case 0 when at < file.Count:
                    file[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    file.RemoveRange(at, length);
                    break;
                case 2:
                    file.InsertRange(at, file.GetRange(at, length));
                    break;
                case 3:
                    byte[] other = seeds[random.Next(seeds.Length)];
                    file.InsertRange(at, other[random.Next(other.Length)..]);
                    break;
                case 4 when random.Next(8) == 0:
                    file.RemoveRange(at, file.Count - at);
                    break;
                default:
                    file.InsertRange(at, Nasties[random.Next(Nasties.Length)]);
                    break;
            }
        }

        return [.. file];
    }
}
