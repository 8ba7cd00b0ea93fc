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
        [new MeetingEntry(Noon, [new("b"), new("a")]) { Met = false, Useful = 0, Host = new("b") }])
    {
        Gatherings =
        [
            new GatheringEntry(new("c"), "g", "Talk, with tea", Noon, Noon.AddHours(1))
            {
                TimeZone = "Europe/Berlin", Type = "talk", Formality = Formality.Formal, Series = "s", RRule = "FREQ=WEEKLY;COUNT=3", Except = [Noon.AddDays(14), Noon.AddDays(7)],
                Place = "Room 5", Link = "https://x", Hosts = [new("ada"), new("bob")], Capacity = 12, Topics = [new("t")], Status = GatheringEntryStatus.Cancelled, Reason = "ill",
            },
        ],
        Attendances = [new AttendanceEntry(new("c"), "g", new("p")) { Rsvp = RsvpAnswer.Maybe, RsvpAt = Noon, Attended = true, Host = true }],
        Artifacts =
        [
            new ArtifactEntry(new("c"), "a", "guide", "How") { Steward = new("p"), Version = "2", Published = Noon, Confirmed = Noon, ReviewDue = Noon, Status = "published", SupersededBy = "b", Topics = [new("t")], Links = ["l"], Authors = [new("p")] },
        ],
        Stories =
        [
            new StoryEntry(new("c"), "s", "Saved") { ToldBy = new("p"), At = Noon, Published = Noon, Consents = [new("q"), new("p")], Claims = [new(ValueCycle.Applied, "used"), new(ValueCycle.Immediate, "fun") { Evidence = ["e"], Contributors = [new("p")] }] },
            new StoryEntry(new("c"), "r", "Empty"),
        ],
        Headcounts = [new HeadcountEntry(new("c"), Noon, 7) { Source = "list" }],
        Aliases = new([new(new("U2"), new("ada"))]),
    };

    [Theory]
    [InlineData(InterchangeKind.Activity, "community,person,at,act,id,in_reply_to,to,thread,topics,accepted,formality,actor\nc,'=ada,2020-02-29T12:00:00.0000005Z,ask,\"q,1\",,a\\|b|x\\\\y,\"\"\"t\"\"\",,,informal,bot\n")]
    [InlineData(InterchangeKind.Person, "person,department,location,timezone,languages,manager,seniority,topics,from,until\n''=x,\"R&D\n2\",,,en|de,,,,,2020-02-29T12:00:00Z\n'x,, Ömsk 😀,,,,,,,\n")]
    [InlineData(InterchangeKind.Community, "community,name,description,topics,chartered,status\n'-c,'@home,,,,\n")]
    [InlineData(InterchangeKind.Membership, "community,person,from,until,role,status,reason\nc,p,2020-02-29T12:00:00Z,,core-group,,\n")]
    [InlineData(InterchangeKind.Meeting, "at,people,met,useful,host\n2020-02-29T12:00:00Z,a|b,no,0,b\n")]
    [InlineData(InterchangeKind.Gathering, "community,gathering,title,start,end,duration,timezone,type,formality,series,rrule,except,place,link,hosts,capacity,topics,status,reason\nc,g,\"Talk, with tea\",2020-02-29T12:00:00Z,2020-02-29T13:00:00Z,,Europe/Berlin,talk,formal,s,FREQ=WEEKLY;COUNT=3,2020-03-07T12:00:00Z|2020-03-14T12:00:00Z,Room 5,https://x,ada|bob,12,t,cancelled,ill\n")]
    [InlineData(InterchangeKind.Attendance, "community,gathering,person,rsvp,rsvp_at,attended,role\nc,g,p,maybe,2020-02-29T12:00:00Z,yes,host\n")]
    [InlineData(InterchangeKind.Artifact, "community,artifact,type,title,steward,version,published,confirmed,review_due,status,superseded_by,topics,links,authors\nc,a,guide,How,p,2,2020-02-29T12:00:00Z,2020-02-29T12:00:00Z,2020-02-29T12:00:00Z,published,b,t,l,p\n")]
    [InlineData(InterchangeKind.Story, "community,story,title,told_by,at,published,consents,cycle,text,evidence,contributors\nc,r,Empty,,,,,,,,\nc,s,Saved,p,2020-02-29T12:00:00Z,2020-02-29T12:00:00Z,p|q,immediate,fun,e,p\nc,s,Saved,p,2020-02-29T12:00:00Z,2020-02-29T12:00:00Z,p|q,applied,used,,\n")]
    [InlineData(InterchangeKind.Headcount, "community,at,members,source\nc,2020-02-29T12:00:00Z,7,list\n")]
    [InlineData(InterchangeKind.Alias, "alias,person\nU2,ada\n")]
    public void Csv_IsWrittenLikeThis(InterchangeKind kind, string expected) => Assert.Equal(expected, Encoding.UTF8.GetString(Import.Csv(Data, kind)));

    [Fact]
    public void JsonLines_AreWrittenLikeThis() => Assert.Equal(
        """
        {"schema":"communityofpractice","version":1}
        {"kind":"person","person":"'=x","department":"R&D\n2","languages":["en","de"],"until":"2020-02-29T12:00:00Z"}
        {"kind":"person","person":"'x","location":" Ömsk \uD83D\uDE00"}
        {"kind":"alias","alias":"U2","person":"ada"}
        {"kind":"community","community":"-c","name":"@home"}
        {"kind":"membership","community":"c","person":"p","from":"2020-02-29T12:00:00Z","role":"core-group"}
        {"kind":"headcount","community":"c","at":"2020-02-29T12:00:00Z","members":7,"source":"list"}
        {"kind":"meeting","at":"2020-02-29T12:00:00Z","people":["a","b"],"met":false,"useful":0,"host":"b"}
        {"kind":"gathering","community":"c","gathering":"g","title":"Talk, with tea","start":"2020-02-29T12:00:00Z","end":"2020-02-29T13:00:00Z","timezone":"Europe/Berlin","type":"talk","formality":"formal","series":"s","rrule":"FREQ=WEEKLY;COUNT=3","except":["2020-03-07T12:00:00Z","2020-03-14T12:00:00Z"],"place":"Room 5","link":"https://x","hosts":["ada","bob"],"capacity":12,"topics":["t"],"status":"cancelled","reason":"ill"}
        {"kind":"attendance","community":"c","gathering":"g","person":"p","rsvp":"maybe","rsvp_at":"2020-02-29T12:00:00Z","attended":true,"role":"host"}
        {"kind":"artifact","community":"c","artifact":"a","type":"guide","title":"How","steward":"p","version":"2","published":"2020-02-29T12:00:00Z","confirmed":"2020-02-29T12:00:00Z","review_due":"2020-02-29T12:00:00Z","status":"published","superseded_by":"b","topics":["t"],"links":["l"],"authors":["p"]}
        {"kind":"story","community":"c","story":"r","title":"Empty"}
        {"kind":"story","community":"c","story":"s","title":"Saved","told_by":"p","at":"2020-02-29T12:00:00Z","published":"2020-02-29T12:00:00Z","consents":["p","q"],"cycle":"immediate","text":"fun","evidence":["e"],"contributors":["p"]}
        {"kind":"story","community":"c","story":"s","title":"Saved","told_by":"p","at":"2020-02-29T12:00:00Z","published":"2020-02-29T12:00:00Z","consents":["p","q"],"cycle":"applied","text":"used"}
        {"kind":"activity","community":"c","person":"=ada","at":"2020-02-29T12:00:00.0000005Z","act":"ask","id":"q,1","to":["a|b","x\\y"],"thread":"\"t\"","formality":"informal","actor":"bot"}

        """,
        Encoding.UTF8.GetString(Import.JsonLines(Data)));

    [Fact]
    public async Task Csv_UndefinedKind_Throws() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await InterchangeWriter.WriteCsvAsync(Stream.Null, Data, (InterchangeKind)11));
}
