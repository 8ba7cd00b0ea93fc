using CommunityOfPractice.Core.Interchange;

namespace CommunityOfPractice.Core.Tests.Interchange;

/// <summary>Each way in which a line of JSON can be wrong, with line, property and code.</summary>
public class BadJsonTests
{
    private const string Good = """{"kind":"person","person":"good"}""";

    [Theory]
    [InlineData("""{"kind":"person","person":"p","mood":1}""", "mood:property.unknown")]
    [InlineData("""{"kind":"person","person":"p","mood":{"a":[1,{}]},"fun":2}""", "mood:property.unknown", "fun:property.unknown")]
    [InlineData("""{"kind":"person","person":"p","person":"q"}""", "person:property.duplicate")]
    [InlineData("""{"kind":"person","person":"p","kind":"person"}""", "kind:property.duplicate")]
    [InlineData("""{"kind":"person","person":"p","per\u0073on":"q"}""", "person:property.duplicate")]
    [InlineData("""{"kind":"person","person":1,"languages":"en","from":true}""", "person:json.type", "languages:json.type", "from:json.type")]
    [InlineData("""{"kind":"person","person":{"id":"p"}}""", "person:json.type")]
    [InlineData("""{"kind":"person","person":["p"]}""", "person:json.type")]
    [InlineData("""{"kind":"person","person":"p","languages":["en",["de"],1,null]}""", "languages:json.type", "languages:json.type", "languages:json.type")]
    [InlineData("""{"kind":"person","person":"p","languages":["en",""]}""", "languages:list.empty-item")]
    [InlineData("""{"kind":"person","person":"p","languages":[""]}""", "languages:list.empty-item")]
    [InlineData("""{"kind":"person","person":null}""", "person:value.missing")]
    [InlineData("""{"kind":"person","person":""}""", "person:value.missing")]
    [InlineData("""{"kind":"person"}""", "person:value.missing")]
    [InlineData("""{"person":"p"}""", "kind:kind.missing")]
    [InlineData("""{}""", "kind:kind.missing")]
    [InlineData("""{"kind":"wizard"}""", "kind:kind.unknown")]
    [InlineData("""{"kind":["person"]}""", "kind:kind.unknown")]
    [InlineData("""{"kind":7}""", "kind:kind.unknown")]
    [InlineData("""{"kind":"role"}""", "kind:kind.unsupported")]
    [InlineData("""["kind","person"]""", ":json.not-object")]
    [InlineData("42", ":json.not-object")]
    [InlineData("""{"kind":"person","person":"p"}}""", ":json.malformed")]
    [InlineData("""{"kind":"person","person":"p"} {}""", ":json.malformed")]
    [InlineData("""{"kind":"person","person":"p",}""", ":json.malformed")]
    [InlineData("""{"kind":"person","person":"p" """, ":json.malformed")]
    [InlineData("""{"kind":"person","person":"\x"}""", ":json.malformed")]
    [InlineData("""{"kind":"person","person":'p'}""", ":json.malformed")]
    [InlineData("""{"kind":"person","person":"p",/* */"from":1}""", ":json.malformed")]
    [InlineData("{\"kind\":\"person\",\"person\":\"a\0b\"}", ":json.malformed")]
    [InlineData("not json", ":json.malformed")]
    [InlineData("""{"kind":"person","person":"a\u0000b"}""", "person:text.nul")]
    [InlineData("""{"kind":"person","person":"\ud800"}""", "person:text.lone-surrogate")]
    [InlineData("""{"kind":"person","person":"\udc00x","department":"\ud800\ud800"}""", "person:text.lone-surrogate", "department:text.lone-surrogate")]
    [InlineData("""{"kind":"person","person":"p","topics":["\ud83dx"]}""", "topics:text.lone-surrogate")]
    [InlineData("""{"kind":"person","person":"p","from":1577836800000}""", "from:time.out-of-range")]
    [InlineData("""{"kind":"person","person":"p","from":-1}""", "from:time.out-of-range")]
    [InlineData("""{"kind":"person","person":"p","from":1e9}""", "from:time.malformed")]
    [InlineData("""{"kind":"meeting","at":1,"people":["a"],"met":"yes"}""", "met:json.type")]
    [InlineData("""{"kind":"meeting","at":1,"people":["a"],"useful":"5"}""", "useful:json.type")]
    [InlineData("""{"kind":"meeting","at":1,"people":["a"],"useful":4.5}""", "useful:useful.out-of-range")]
    [InlineData("""{"kind":"gathering"}""", "community:value.missing", "gathering:value.missing", "title:value.missing", "start:value.missing")]
    [InlineData("""{"kind":"gathering","community":"c","gathering":"g","title":"t","start":1}""", "end:value.missing")]
    [InlineData("""{"kind":"gathering","community":"c","gathering":"g","title":"t","start":1,"end":2,"capacity":"9","except":[1]}""", "capacity:json.type", "except:json.type")]
    [InlineData("""{"kind":"gathering","community":"c","gathering":"g","title":"t","start":1,"end":2,"capacity":1e1}""", "capacity:capacity.out-of-range")]
    [InlineData("""{"kind":"attendance","attended":"yes"}""", "attended:json.type", "community:value.missing", "gathering:value.missing", "person:value.missing")]
    [InlineData("""{"kind":"artifact"}""", "community:value.missing", "artifact:value.missing", "type:value.missing", "title:value.missing")]
    [InlineData("""{"kind":"story","claims":[{}]}""", "claims:property.unknown", "community:value.missing", "story:value.missing", "title:value.missing")]
    [InlineData("""{"kind":"headcount","community":"c","at":1,"members":-1}""", "members:members.out-of-range")]
    [InlineData("""{"kind":"meeting","at":1,"people":[]}""", "people:value.missing")]
    [InlineData("""{"kind":"activity","community":"c","at":"x","act":"y"}""", "person:value.missing", "at:time.malformed", "act:act.unknown")]
    public void Line_Wrong_SaysWhereAndWhatAndGoesOn(string line, params string[] expected)
    {
        string[] all = [.. expected.Select(each => $"3:{each}")];
        Import.Of($"{Import.Header}{Good}\n{line}\n{Good}\n\n{{\"kind\":\"person\"}}").Reports([.. all, "6:person:value.missing"]);
        Outcome kept = Import.Of($"{Import.Header}{Good}\n{line}\n", options => options.KeepGoodRows = true).Reports(all);
        Assert.Contains(kept.Data.People, entry => entry.Person.Text == "good");
    }

    [Theory]
    [InlineData("""{"kind":"person","person":"p"}""", "1::header.missing", "2:person:value.missing")]
    [InlineData("""{"schema":"other","version":1}""", "1:schema:header.unsupported", "2:person:value.missing")]
    [InlineData("""{"schema":"communityofpractice","version":2}""", "1:version:header.unsupported", "2:person:value.missing")]
    [InlineData("""{"schema":"communityofpractice","version":"1"}""", "1:version:header.unsupported", "2:person:value.missing")]
    [InlineData("""{"schema":"communityofpractice"}""", "1:version:header.unsupported", "2:person:value.missing")]
    [InlineData("""{"schema":{"communityofpractice":[]},"version":1}""", "1:schema:header.unsupported", "2:person:value.missing")]
    [InlineData("""{"schema":"communityofpractice","version":1""", "1::json.malformed", "2:person:value.missing")]
    public void Header_Wrong_ReportedAndTheRestIsChecked(string header, params string[] expected) =>
        Import.Of($"{header}\n{{\"kind\":\"person\"}}\n").Reports(expected);

    [Fact]
    public void InvalidUtf8_ErrorAtItsProperty() =>
        Import.Of([.. Import.Utf8(Import.Header + "{\"kind\":\"person\",\"person\":\"p\",\"department\":\""), 0xFF, .. Import.Utf8("\",\"topics\":[\""), 0xC0, 0x80, .. Import.Utf8("\"]}\n")])
            .Reports("2:department:text.not-utf8", "2:topics:text.not-utf8");

    [Fact]
    public void UnknownPropertyAndLenient_PassedOver() =>
        Assert.Single(Import.Of(Import.Header + """{"mood":{"x":[1]},"kind":"person","person":"p"}""", options => options.Lenient = true).Reports().Data.People);

    [Fact]
    public void KindLast_EscapesAndNumbers_Read()
    {
        Outcome outcome = Import.Of(Import.Header + """ {"people":["a|b","\ud83d\ude00\\"],"met":true,"useful":5,"at":1577836800.25,"kind":"meeting"} """).Reports();
        MeetingEntry meeting = Assert.Single(outcome.Data.Meetings);
        Assert.Equal(["a|b", "😀\\"], meeting.People.Select(person => person.Text));
        Assert.Equal(new DateTimeOffset(2020, 1, 1, 0, 0, 0, 250, TimeSpan.Zero), meeting.At);
        Assert.Equal((true, 5), (meeting.Met, meeting.Useful));
    }

    [Fact]
    public void DeepNesting_IsAnErrorAndNoMore() =>
        Import.Of(Import.Header + "{\"kind\":\"person\",\"person\":" + new string('[', 100_000) + "}\n").Reports("2:person:json.type", "2::json.malformed");
}
