using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Practices.Gatherings;

/// <summary>An active community whose members gather: ana facilitates, bo and cem are members, others join.</summary>
internal sealed class GatheringWorld
{
    public static readonly PersonId Ana = new("ana"), Bo = new("bo"), Cem = new("cem"), Zoe = new("zoe");

    public static readonly GatheringId Retro = new("retro");

    public static readonly SeriesId Weekly = new("weekly");

    public GatheringWorld(CommunityStatus status = CommunityStatus.Active)
    {
        Record = World.Standing("agile", status);
        Now = new(2025, 3, 3, 8, 0, 0, TimeSpan.Zero);
    }

    public CommunityRecord Record { get; private set; }

    public DateTimeOffset Now { get; set; }

    public PolicySet Policies { get; set; } = PolicySet.Default;

    public List<Change> Log { get; } = [];

    public Calendar Calendar => Record.Practice.Calendar;

    public CommunityId Id => Record.Id;

    public Gathering this[GatheringId id] => Calendar.Find(id) ?? throw new InvalidOperationException($"There is no gathering '{id}'.");

    public Gathering Single => this[Retro];

    /// <summary>Monday the 10th, 10 to 11 o'clock in Berlin.</summary>
    public static LocalSlot Slot(int day = 10, int hour = 10, int hours = 1, string zone = "Europe/Berlin") =>
        new(new DateTime(2025, 3, 1).AddDays(day - 1).AddHours(hour), new DateTime(2025, 3, 1).AddDays(day - 1).AddHours(hour + hours), zone);

    public static GatheringDetails About(GatheringAudience audience = GatheringAudience.Members, string title = "Retro") =>
        new(title, GatheringKind.PeerDiscussion, audience) { Description = "What went well?", Place = "Room 4", Link = "https://meet.example/retro" };

    public static GatheringSeries Series(string rule = "FREQ=WEEKLY", int? capacity = null, bool turns = false, params PersonId[] hosts) =>
        new(Weekly, About(), Slot(), Recurrence.Parse(rule, null)) { Capacity = capacity, Hosts = hosts is [] ? [Bo] : [.. hosts], HostsTakeTurns = turns };

    public static GatheringId Occurrence(int day) => new($"weekly@202503{day:00}T100000");

    public static Rsvp Answer(PersonId person, RsvpAnswer answer, GatheringId? gathering = null) => new(new("agile"), gathering ?? Retro, person, answer);

    public Fact[] Do(Command command, PersonId by) => Do(command, Actor.Of(by));

    public Fact[] Do(Command command, Actor by)
    {
        ValueList<Change> changes = Decide(command, by).OrThrow();
        Record.Fold(changes);
        Log.AddRange(changes);
        return [.. changes.Select(c => c.Fact)];
    }

    public string[] Codes(Command command, PersonId by) => Codes(command, Actor.Of(by));

    public string[] Codes(Command command, Actor by)
    {
        CommunitySnapshot before = Record.ToSnapshot();
        string[] codes = Decide(command, by).Codes();
        Assert.Equal(before, Record.ToSnapshot());
        return codes;
    }

    public Decision<ValueList<Change>> Decide(Command command, Actor by) => Record.Decide(command, new(Now, by) { Policies = Policies });

    public GatheringWorld With(int? capacity = null, GatheringAudience audience = GatheringAudience.Members, PersonId? host = null)
    {
        Do(new ScheduleGathering(Id, Retro, About(audience), Slot()) { Capacity = capacity }, host ?? Bo);
        return this;
    }

    public GatheringWorld Join(params PersonId[] people)
    {
        foreach (PersonId person in people)
        {
            Do(new JoinCommunity(Id, person, new("join/1", "web")), person);
        }

        return this;
    }

    public GatheringWorld Yes(params PersonId[] people)
    {
        foreach (PersonId person in people)
        {
            Do(Answer(person, RsvpAnswer.Yes), person);
        }

        return this;
    }

    /// <summary>A record made of a snapshot holds the same, and goes on in the same way.</summary>
    public void Restore() => Record = CommunityRecord.Restore(Record.ToSnapshot());
}
