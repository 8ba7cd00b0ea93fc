using System.Globalization;
using System.Text;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Practices;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Interchange;

/// <summary>Usual rows take a short cut, in batches and over two threads: nothing shows it. A quote in a row makes it go the long way.</summary>
public sealed class PlainActivitiesTests
{
    private const int Rows = 4200, InvalidByte = 0xE000;

    private static readonly string[] Odd =
    [
        "{0},p,2024-02-30T00:00:00Z,post,n{1},,", "{0},p,2024-01-01T24:00:00Z,post,n{1},,", "{0},p,2024-01-01T00:0a:00Z,post,n{1},,",
        "{0},p,1969-12-31T23:59:59Z,post,n{1},,", "{0},p,2100-01-01T00:00:00Z,post,n{1},,", "{0},p,1700000000,POST,n{1},,",
        "{0},p,2024-01-01T05:00:00+0500,Reply,n{1},m1,", "{0},p,2024-01-01 00:00:00z,use,n{1},,", "{0},p,2024-01-01,view,n{1},,",
        "{0},p,2024-01-01T00:00:00Z,praise,n{1},,", "{0},p,2024-01-01T00:00:00Z,,n{1},,", "{0},,2024-01-01T00:00:00Z,post,n{1},,",
        "{0},{2},2024-01-01T00:00:00Z,post,n{1},,", "{0},p,2024-01-01T00:00:00Z,post,{2},{2},{2}", "{0},p,2024-01-01T00:00:00Z,post,n{1},,,x",
        "{0},p,2024-01-01T00:00:00Z,post,n{1}", "{0},p,2024-01-01T00:00:00Z,post,n\"{1},,", "", ",,,,,,", "{0},p,2024-01-01T00:00:00Z,post,m1,,",
        "{0},Ζωή{1},2024-01-01T00:00:00Z,post,n{1},,", "{0},'=p,2024-01-01T00:00:00Z,post,'-n{1},,'x", "{0},'p,2024-01-01T00:00:00Z,post,'n{1},,",
        "{0},p\0,2024-01-01T00:00:00Z,post,n{1},,", "{0},p\uE000,2024-01-01T00:00:00Z,post,n{1},,", "{0},p,2024-01-01T00:00:00Z,post,n{1}\r,,",
    ];

    [Theory]
    [InlineData("\n", "")]
    [InlineData("\r\n", "")]
    [InlineData("\n", "\uFEFF")]
    public void ShortCut_GivesWhatTheLongWayGives_WhereverBlocksAndWindowsEnd(string lineEnd, string mark)
    {
        Outcome expected = Import.Of(File(lineEnd, mark, "\"c\"", padding: 0), options => options.KeepGoodRows = true);
        Assert.True(expected.Problems.DistinctBy(problem => (problem.Code, problem.Column)).Count() >= 12);
        for (int padding = 0; padding < 64; padding++)
        {
            Outcome outcome = Import.Of(File(lineEnd, mark, "c", padding), options => options.KeepGoodRows = true);

            Assert.Equal(expected.Problems, outcome.Problems);
            Assert.Equal(expected.Data.Log.Count, outcome.Data.Log.Count);
            if (padding % 16 == 0)
            {
                Import.AssertEqual(expected.Data, outcome.Data);
            }
        }
    }

    [Fact]
    public void Problems_ComeInTheOrderOfLines_ConflictsOfIdsToo()
    {
        InterchangeProblem[] problems = [.. Import.Of(File("\n", string.Empty, "c", padding: 0)).Problems.Where(problem => problem.Column != "in_reply_to")];
        IEnumerable<long> lines = problems.Select(problem => problem.Line);

        Assert.Contains(problems, problem => problem.Code == ProblemCode.ActivityIdConflict);
        Assert.Equal(lines.Order(), lines);
    }

    [Property(MaxTest = 2000)]
    public void Instants_AreReadAsOnTheLongWay(DateTime near, byte place, byte character, bool spoil)
    {
        InstantMemory memory = new();
        Span<byte> text = Import.Utf8(near.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        text[0] = (byte)(near.Second % 2 == 0 ? '2' : '1');
        text[1] = (byte)(text[0] == '2' ? '0' : '9');
        for (int i = 0; i < 2; i++, text[place % text.Length] = spoil ? character : text[place % text.Length])
        {
            InstantFault fault = InstantText.Parse(text, out long expected);
            bool read = memory.TryParse(text, out long ticks);

            Assert.Equal(fault == InstantFault.None, read);
            Assert.True(!read || ticks == expected);
        }
    }

    private static byte[] File(string lineEnd, string mark, string community, int padding)
    {
        StringBuilder text = new(mark);
        text.Append("community,person,at,act,id,in_reply_to,thread").Append(' ', padding).Append(lineEnd);
        for (int i = 0; i < Rows; i++)
        {
            string parent = i % 3 == 0 ? string.Empty : $"m{i - 1}";
            string line = i % 41 != 40
                ? $"{community},person-{i % 503:D5},{DateTimeOffset.UnixEpoch.AddSeconds(1_700_000_000 + (i * 977L)):yyyy-MM-dd'T'HH:mm:ss'Z'},reply,m{i},{parent},{(i % 5) switch { 0 => $"m{i}", 1 => parent, _ => $"thread-{i % 97}" }}"
                : string.Format(CultureInfo.InvariantCulture, Odd[i / 41 % Odd.Length], community, i, new string('x', 199 + (i / 41 % 4)));
            text.Append(line).Append(lineEnd);
        }

        return [.. Import.Utf8(text.ToString().Replace(char.ToString((char)InvalidByte), "\u0001", StringComparison.Ordinal)).Select(b => b == 1 ? (byte)0xFF : b)];
    }
}
