using CommunityOfPractice.Core.Interchange;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Interchange;

/// <summary>How bytes arrive, how many there are, and what happens when they stop coming.</summary>
public class StreamTests
{
    private const long Gigabyte = 1L << 30;

    [Property(MaxTest = 60, Arbitrary = [typeof(SomeData)])]
    public void Chunks_OfAnySize_SameOutcome(InterchangeData data, byte size)
    {
        foreach ((string name, byte[] bytes) in Import.Csv(data).Append(("json", Import.JsonLines(data))))
        {
            byte[] broken = [.. bytes, .. Import.Utf8("\"x,{\n,,,\n"), .. bytes];
            Outcome whole = Import.Of(broken, options => options.KeepGoodRows = true);
            foreach (int chunk in new[] { 1, size + 1 })
            {
                Outcome chunked = Import.OfStreams([("f", SyntheticStream.Of(broken, chunk))], options => options.KeepGoodRows = true);
                Assert.Equal(whole.Problems, chunked.Problems);
                Import.AssertEqual(whole.Data, chunked.Data);
                Assert.Equal(broken.Length, chunked.Reader.BytesRead);
            }
        }
    }

    [Theory]
    [InlineData("person\n", (byte)'x', "2::row.too-long")]
    [InlineData("person,department\np,\"", (byte)'x', "2::row.too-long")]
    [InlineData(Import.Header, (byte)'{', "2::row.too-long")]
    [InlineData("", (byte)'x', "1::row.too-long")]
    [InlineData("", (byte)' ', "0::file.empty")]
    [InlineData("person,department\n", (byte)',', "2::row.too-long")]
    [InlineData("person,department\np,\"", (byte)'"', "2::row.too-long")]
    public void GigabyteLine_IsOneErrorInBoundedMemory(string start, byte rest, string expected)
    {
        byte[] head = Import.Utf8(start);
        SyntheticStream stream = new(Gigabyte, int.MaxValue, (at, into) =>
        {
            into.Span.Fill(rest);
            if (at < head.Length)
            {
                head.AsSpan((int)at..Math.Min(head.Length, (int)at + into.Length)).CopyTo(into.Span);
            }

            return into.Length;
        });
        long before = GC.GetAllocatedBytesForCurrentThread();
        Outcome outcome = Import.OfStreams([("f", stream)]);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        outcome.Reports(expected);
        Assert.Equal(start.Length > 0 || rest == ' ', outcome.Reader.BytesRead == Gigabyte);
        Assert.InRange(allocated, 0, 24L << 20);
    }

    [Fact]
    public void LongRow_ReadingGoesOnAtTheNextLine()
    {
        string row = new('x', 3 << 20);
        Import.Of($"person,department\np,{row}\n,d\n").Reports("2::row.too-long", "3:person:value.missing");
        Import.Of($"{Import.Header}{{\"kind\":\"person\",\"person\":\"{row}\"}}\n{{\"kind\":\"person\"}}").Reports("2::row.too-long", "3:person:value.missing");
    }

    [Fact]
    public void UnclosedQuote_BeforeMuchMore_CostsOneLineOnly()
    {
        string rows = string.Concat(Enumerable.Range(0, 300_000).Select(i => $"p{i},d\n"));
        Outcome outcome = Import.Of($"person,department\nx,\"open\n{rows},d\n", options => options.KeepGoodRows = true).Reports("2:department:quote.unclosed", "300003:person:value.missing");
        Assert.Equal(300_000, outcome.Data.People.Count);
    }

    /// <summary>
    /// The first window holds 256 KiB. When that is more than a row may have, an open quote is given up there; otherwise reading goes on, and finds the quote
    /// closed after 260 KiB, where text follows.
    /// </summary>
    [Theory]
    [InlineData(140 << 10, "quote.unclosed")]
    [InlineData((256 << 10) - 1, "quote.unclosed")]
    [InlineData(256 << 10, "quote.text-after")]
    [InlineData(400 << 10, "quote.text-after")]
    public void OpenQuote_IsGivenUp_WhenTheWindowExceedsARow(int maxRowBytes, string code)
    {
        string rows = string.Concat(Enumerable.Range(0, 300 << 7).Select(i => $"p{i:D5}\n"));
        Assert.InRange(rows.Length, 260 << 10, 300 << 10);

        Import.Of($"person\n\"open\n{rows}\"z\"\n", options => options.MaxRowBytes = maxRowBytes).Reports($"2:person:{code}");
    }

    [Fact]
    public void MaxRowBytes_IsExact()
    {
        string exact = $"p,{new string('x', 2045)}\n";
        Assert.Equal(2048, exact.Length);
        Import.Of($"person,department\n{exact}", options => options.MaxRowBytes = 2048).Reports();
        Import.Of($"person,department\n{exact}", options => options.MaxRowBytes = 2047).Reports("2::row.too-long");
    }

    [Fact]
    public async Task MaxRowBytes_OutsideItsRange_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new InterchangeReader(new() { MaxRowBytes = 1023 }, _ => { }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new InterchangeReader(new() { MaxRowBytes = (1 << 28) + 1 }, _ => { }));
        InterchangeReader reader = new(new(), _ => { });
        Assert.True(reader.Complete().IsAccepted);
        Assert.Throws<InvalidOperationException>(() => reader.Complete());
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await reader.ReadAsync(Stream.Null, "f"));
    }

    [Fact]
    public async Task Cancelled_Throws_AndNothingCanBeTakenOver()
    {
        using CancellationTokenSource source = new();
        InterchangeReader reader = new(new(), _ => { });
        SyntheticStream endless = new(long.MaxValue, 4096, (at, into) =>
        {
            into.Span.Fill((byte)'\n');
            if (at > 1 << 20)
            {
                source.Cancel();
            }

            return into.Length;
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await reader.ReadAsync(endless, "f", cancellationToken: source.Token));
        Assert.InRange(reader.BytesRead, 1 << 20, 4 << 20);
        Assert.Throws<InvalidOperationException>(() => reader.Complete());
    }

    [Fact]
    public async Task StreamFails_ExceptionPropagates()
    {
        InterchangeReader reader = new(new(), _ => { });
        SyntheticStream failing = new(long.MaxValue, 4096, (at, into) => at < 10_000 ? into.Length : throw new IOException("gone"));
        await Assert.ThrowsAsync<IOException>(async () => await reader.ReadAsync(failing, "f"));
        Assert.Throws<InvalidOperationException>(() => reader.Complete());
    }

    [Fact]
    public async Task Write_Cancelled_Throws()
    {
        InterchangeData data = Import.Of("person\np\n").Data;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await InterchangeWriter.WriteJsonLinesAsync(new MemoryStream(), data, new CancellationToken(true)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await InterchangeWriter.WriteCsvAsync(new MemoryStream(), data, InterchangeKind.Person, new CancellationToken(true)));
    }
}
