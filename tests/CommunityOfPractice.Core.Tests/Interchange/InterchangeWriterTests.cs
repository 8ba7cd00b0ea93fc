using System.Text;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Tests.Interchange;

public class InterchangeWriterTests
{
    private static readonly DateTimeOffset Noon = new(2020, 2, 29, 13, 0, 0, TimeSpan.FromHours(1));

    private static readonly InterchangeData Data = new(
        ActivityLog.Of([new Activity(new("c"), new("=ada"), Noon.AddTicks(5), Act.Ask)
        {
            Id = new("q,1"), To = [new("a|b"), new(@"x\y")], Thread = new("\"t\""), Formality = Formality.Informal, Actor = ActorKind.Bot,
        }]).OrThrow(),
        [new PersonEntry(new("'=x"), null, Noon) { Department = "R&D\n2", Languages = ["en", "de"] }, new PersonEntry(new("'x")) { Location = " Ömsk 😀" }],
        [new CommunityEntry(new("-c")) { Name = "@home" }],
        [new MembershipPeriod(new("c"), new("p"), Noon, null, Role.CoreGroup)],
        [new MeetingEntry(Noon, [new("b"), new("a")]) { Met = false, Useful = 0 }]);

    [Theory]
    [InlineData(InterchangeKind.Activity, "community,person,at,act,id,in_reply_to,to,thread,topics,accepted,formality,actor\nc,'=ada,2020-02-29T12:00:00.0000005Z,ask,\"q,1\",,a\\|b|x\\\\y,\"\"\"t\"\"\",,,informal,bot\n")]
    [InlineData(InterchangeKind.Person, "person,department,location,timezone,languages,manager,seniority,topics,from,until\n''=x,\"R&D\n2\",,,en|de,,,,,2020-02-29T12:00:00Z\n'x,, Ömsk 😀,,,,,,,\n")]
    [InlineData(InterchangeKind.Community, "community,name,description,topics,chartered,status\n'-c,'@home,,,,\n")]
    [InlineData(InterchangeKind.Membership, "community,person,from,until,role\nc,p,2020-02-29T12:00:00Z,,core-group\n")]
    [InlineData(InterchangeKind.Meeting, "at,people,met,useful\n2020-02-29T12:00:00Z,a|b,no,0\n")]
    public void Csv_IsWrittenLikeThis(InterchangeKind kind, string expected) => Assert.Equal(expected, Encoding.UTF8.GetString(Import.Csv(Data, kind)));

    [Fact]
    public void JsonLines_AreWrittenLikeThis() => Assert.Equal(
        """
        {"schema":"communityofpractice","version":1}
        {"kind":"person","person":"'=x","department":"R&D\n2","languages":["en","de"],"until":"2020-02-29T12:00:00Z"}
        {"kind":"person","person":"'x","location":" Ömsk \uD83D\uDE00"}
        {"kind":"community","community":"-c","name":"@home"}
        {"kind":"membership","community":"c","person":"p","from":"2020-02-29T12:00:00Z","role":"core-group"}
        {"kind":"meeting","at":"2020-02-29T12:00:00Z","people":["a","b"],"met":false,"useful":0}
        {"kind":"activity","community":"c","person":"=ada","at":"2020-02-29T12:00:00.0000005Z","act":"ask","id":"q,1","to":["a|b","x\\y"],"thread":"\"t\"","formality":"informal","actor":"bot"}

        """,
        Encoding.UTF8.GetString(Import.JsonLines(Data)));

    [Fact]
    public async Task Csv_UndefinedKind_Throws() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await InterchangeWriter.WriteCsvAsync(Stream.Null, Data, (InterchangeKind)5));
}
