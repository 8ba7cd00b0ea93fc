using System.Text;
using CommunityOfPractice.Core.Interchange;

namespace CommunityOfPractice.Core.Tests.Interchange;

/// <summary>Each way in which a CSV file can be wrong, with line, column and code.</summary>
public class BadCsvTests
{
    private const string Activity = "community,person,at,act,id,in_reply_to,to,thread,topics,accepted,formality,actor\n";
    private const string Good = "c,p,2020-01-01,post,,,,,,,,\n";

    [Theory]
    [InlineData("c,p,2020-01-01,shout,,,,,,,,", "act", "act.unknown")]
    [InlineData("c,p,2020-01-01,post,,,,,,,casual,", "formality", "formality.unknown")]
    [InlineData("c,p,2020-01-01,post,,,,,,,,robot", "actor", "actor.unknown")]
    [InlineData(",p,2020-01-01,post,,,,,,,,", "community", "value.missing")]
    [InlineData("c,,2020-01-01,post,,,,,,,,", "person", "value.missing")]
    [InlineData("c,p,,post,,,,,,,,", "at", "value.missing")]
    [InlineData("c,p,2020-01-01,,,,,,,,,", "act", "value.missing")]
    [InlineData("c,p,yesterday,post,,,,,,,,", "at", "time.malformed")]
    [InlineData("c,p,1969-12-31T23:59:59Z,post,,,,,,,,", "at", "time.out-of-range")]
    [InlineData("c,p,2100-01-01,post,,,,,,,,", "at", "time.out-of-range")]
    [InlineData("c,p,9999-12-31,post,,,,,,,,", "at", "time.out-of-range")]
    [InlineData("c,p,1577836800000,post,,,,,,,,", "at", "time.out-of-range")]
    [InlineData("c,p,2020-01-01,post,a\0b,,,,,,,", "id", "text.nul")]
    [InlineData("c,p,2020-01-01,post,,,a||b,,,,,", "to", "list.empty-item")]
    [InlineData("c,p,2020-01-01,post,,,|,,,,,", "to", "list.empty-item;to:list.empty-item")]
    [InlineData("c,p,2020-01-01,post,,,,,a\\b,,,", "topics", "list.escape")]
    [InlineData("c,p,2020-01-01,post,,,,,a\\,,,", "topics", "list.escape")]
    [InlineData("c,p,2020-01-01,post", null, "row.cells")]
    [InlineData("c,p,2020-01-01,post,,,,,,,,,", null, "row.cells")]
    [InlineData("c,p\"q,2020-01-01,post,,,,,,,,", "person", "quote.stray")]
    [InlineData("c,\"p\"q,2020-01-01,post,,,,,,,,", "person", "quote.text-after")]
    [InlineData("c,\"p\"\"\"q,2020-01-01,post,,,,,,,,", "person", "quote.text-after")]
    [InlineData("c,\"p,2020-01-01,post,,,,,,,,", "person", "quote.unclosed")]
    [InlineData("c,p\rq,2020-01-01,post,,,,,,,,", "person", "row.bare-return")]
    [InlineData("c,\"p\"\rq,2020-01-01,post,,,,,,,,", "person", "row.bare-return")]
    public void Activity_BadRow_SaysWhereAndWhatAndGoesOn(string row, string? column, string codes)
    {
        string[] expected = [.. codes.Split(';').Select((code, i) => i == 0 ? $"3:{column}:{code}" : $"3:{code}")];
        Outcome outcome = Import.Of($"{Activity}{Good}{row}\n{Good}c,p,2020-01-01,shout,,,,,,,,\n").Reports([.. expected, "5:act:act.unknown"]);
        Assert.Equal("interchange.errors", Assert.IsType<Core.Vocabulary.Decision<InterchangeData>.Refused>(outcome.Decision).Refusal.Code);

        Outcome kept = Import.Of($"{Activity}{Good}{row}\n{Good}", options => options.KeepGoodRows = true).Reports(expected);
        Assert.Equal(2, kept.Data.Log.Count);
    }

    [Fact]
    public void Activity_EverythingWrong_ReportsEveryError() =>
        Import.Of(Activity + $",{new string('p', 201)},never,shout,{new string('i', 201)},{new string('r', 201)},a||b,{new string('t', 201)},\\,{new string('x', 201)},casual,robot\n").Reports(
            "2:community:value.missing",
            "2:person:id.too-long",
            "2:at:time.malformed",
            "2:act:act.unknown",
            "2:id:id.too-long",
            "2:in_reply_to:id.too-long",
            "2:to:list.empty-item",
            "2:thread:id.too-long",
            "2:topics:list.escape",
            "2:accepted:id.too-long",
            "2:formality:formality.unknown",
            "2:actor:actor.unknown");

    [Fact]
    public void Person_EverythingWrong_ReportsEveryError() =>
        Import.Of($"person,department,location,languages,manager,topics,from,until\n{new string('p', 201)},{new string('d', 10_001)},a\0b,en||de,{new string('m', 201)},t\\u,never,1950-01-01\n").Reports(
            "2:location:text.nul",
            "2:person:id.too-long",
            "2:department:text.too-long",
            "2:languages:list.empty-item",
            "2:manager:id.too-long",
            "2:topics:list.escape",
            "2:from:time.malformed",
            "2:until:time.out-of-range");

    [Theory]
    [InlineData("community,person,from,until,role\nc,p,2020-01-02,2020-01-01,\n", "2:until:period.reversed")]
    [InlineData("community,person,from,until,role\nc,p,2020-01-02,,king\n", "2:role:role.unknown")]
    [InlineData("community,person,from,until,status\nc,p,2020-01-02,,asleep\n", "2:status:status.unknown")]
    [InlineData("community,person,from,until,reason\nc,p,2020-01-02,2020-02-02,bored\n", "2:reason:reason.unknown")]
    [InlineData("community,person,from,until,reason\nc,p,2020-01-02,,removed\n", "2:reason:reason.without-end")]
    [InlineData("community,person,from\nc,p,\n", "2:from:value.missing")]
    [InlineData("person,from,until\np,2020-01-01,2020-01-01\n", "2:until:period.reversed")]
    [InlineData("community,chartered\nc,soon\n", "2:chartered:time.malformed")]
    [InlineData("at,people,met,useful\n2020-01-01,a|b,maybe,\n", "2:met:met.unknown")]
    [InlineData("at,people,met,useful\n2020-01-01,a|b,,6\n", "2:useful:useful.out-of-range")]
    [InlineData("at,people,met,useful\n2020-01-01,a|b|a,,\n", "2:people:list.repeated")]
    [InlineData("at,people,met,useful\n2020-01-01,,yes,5\n", "2:people:value.missing")]
    [InlineData("at,people,host\n2020-01-01,a|b,c\n", "2:host:host.not-there")]
    public void OtherKinds_BadRow_SaysWhereAndWhat(string csv, string expected) => Import.Of(csv).Reports(expected);

    [Theory]
    [InlineData("community,person,at,act,mood\n", "1:mood:column.unknown")]
    [InlineData("community,person,at,act,ID,id\n", "1:id:column.duplicate")]
    [InlineData("community,person,act\nc,p,post\n", "1:at:column.missing")]
    [InlineData("name,age\nx,1\n", "1::file.kind-unknown")]
    [InlineData("community,person\nc,p\n", "1::file.kind-unknown")]
    [InlineData("person,\"department\np,d\n", "1::quote.unclosed")]
    [InlineData("", "0::file.empty")]
    [InlineData("\uFEFF\n \r\n\n", "0::file.empty")]
    [InlineData("PK\u0003\u0004rest", "0::file.binary")]
    public void Header_Wrong_SaysWhereAndWhat(string csv, string expected) => Import.Of(csv).Reports(expected);

    [Fact]
    public void Header_SeveralErrors_AllReportedAndRowsStillChecked() =>
        Import.Of("person,mood,department,Department,x\u0007y\np,,d,,\n,,d,,\n,,,,\n").Reports(
            "1:mood:column.unknown", "1:department:column.duplicate", "1:x\uFFFDy:column.unknown", "3:person:value.missing");

    [Fact]
    public void Header_UnknownColumnAndLenient_PassedOver()
    {
        Outcome outcome = Import.Of("mood,person\nfine,p\n", options => options.Lenient = true).Reports();
        Assert.Equal("p", Assert.Single(outcome.Data.People).Person.Text);
    }

    [Fact]
    public void Utf16_WithAndWithoutMark_Refused()
    {
        Import.Of([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Activity)]).Reports("0::file.utf16");
        Import.Of([.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Activity)]).Reports("0::file.utf16");
        Import.Of(Encoding.Unicode.GetBytes(Activity)).Reports("0::file.utf16");
        Import.Of(Encoding.BigEndianUnicode.GetBytes(Activity)).Reports("0::file.utf16");
    }

    [Fact]
    public void InvalidUtf8_ErrorAtItsCell() =>
        Import.Of([.. Import.Utf8("person,department\np,d\nq,"), 0xC3, 0x28, .. Import.Utf8("\n"), 0xED, 0xA0, 0x80, .. Import.Utf8(",d\n")])
            .Reports("3:department:text.not-utf8", "4:person:text.not-utf8");

    [Fact]
    public void Lines_CountedPhysically()
    {
        Outcome outcome = Import.Of("\n\r\nperson,department\r\n\r\n\"p\",\"one\ntwo\r\nthree\"\n\nq,\n,x\n").Reports("10:person:value.missing");
        Assert.Contains("f:10: person: ", outcome.Problems[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void UnclosedQuote_HidesNothingAfterIt() =>
        Import.Of("person,department\np,\"open\nq,d\n,d\nr,\"also\"\n,e\n").Reports("2:department:quote.text-after", "4:person:value.missing", "6:person:value.missing");

    [Fact]
    public void BadReturnAtTheEnd_EndsTheRow() => Assert.Equal("d", Import.Of("person,department\r\np,d\r").Reports().Data.People[0].Department);

    [Fact]
    public void Problem_ShowsDataShortAndWithoutControlCharacters()
    {
        Outcome outcome = Import.Of(Activity + $"c,p,2020-01-01,\u001b[31m{new string('x', 500)},,,,,,,,\n").Reports("2:act:act.unknown");
        Assert.DoesNotContain(outcome.Problems[0].Text, char.IsControl);
        Assert.DoesNotContain(new string('x', 41), outcome.Problems[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kind_Given_HeaderIsCheckedAgainstIt()
    {
        List<InterchangeProblem> problems = [];
        InterchangeReader reader = new(new(), problems.Add);
        await reader.ReadAsync(new MemoryStream(Import.Utf8("person\np\n")), "f", InterchangeKind.Meeting);
        Assert.Equal(["column.unknown", "column.missing", "column.missing"], problems.Select(problem => problem.Code));
        Assert.Equal(["person", "at", "people"], problems.Select(problem => problem.Column));
    }
}
