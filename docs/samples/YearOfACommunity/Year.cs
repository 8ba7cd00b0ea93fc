using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace YearOfACommunity;

/// <summary>What happens in a community in 2025, as commands. The people and everything they do are made up.</summary>
internal sealed class Year(ICommunityCommands commands, CommunityId community)
{
    private const string Zone = "Europe/Berlin";

    private static readonly PersonId Ann = new("ann"), Ben = new("ben"), Chloe = new("chloe"), Dev = new("dev"), Eli = new("eli");

    private static readonly Actor Host = Actor.Host("intranet");

    private static readonly SeriesId Drafts = new("drafts");

    private readonly List<(int Day, Command Command, Actor By)> steps = [];

    public static DateTimeOffset Begin { get; } = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static PersonId[] Hosts { get; } = [Ann, Ben, Chloe];

    /// <summary>Puts every command at the end of its day; a refusal would be thrown with its reasons.</summary>
    /// <returns>How many facts came of it.</returns>
    public async Task<int> LiveAsync()
    {
        Found();
        Schedule();
        FillTheWorkshop();
        MoveAndCancel();
        Attend();
        int facts = 0;
        foreach ((int day, Command command, Actor by) in steps.OrderBy(step => step.Day))
        {
            Committed committed = (await commands.ExecuteAsync(new CommandRequest(command, by) { At = At(day).AddHours(20) })).OrThrow();
            facts += committed.Entries.Count;
        }

        return facts;
    }

    /// <summary>Proposed, joined, facilitated, chartered, launched.</summary>
    private void Found()
    {
        Do(2, new ProposeCommunity(community, Ann, "Plain writing", "To write so that people understand at once.", CommunityKind.CommunityOfPractice, []), Ann);
        foreach (PersonId person in (PersonId[])[Ann, Ben, Chloe, Dev, Eli])
        {
            Do(3, new JoinCommunity(community, person, new JoinConsent("join/1", "web")), person);
        }

        Do(3, new NominateForRole(community, Ann, Role.Facilitator), Host);
        Do(3, new AcceptNomination(community, Ann, Role.Facilitator), Ann);
        Domain domain = new([new TopicWeight(new("plain-language"), 1)], new Focus(FocusKind.Challenge, "Letters that nobody understands."));
        Do(4, new AdoptCharter(community, new CharterTerms("To write so that people understand at once.", domain, "By nomination.")), Ann);
        Do(4, new LaunchCommunity(community, At(14)), Ann);
        Do(4, new SetRhythm(community, new Rhythm(TimeSpan.FromDays(14), "every second Tuesday at 15:00")), Ann);
    }

    /// <summary>An informal series whose hosts take turns, and three formal gatherings.</summary>
    private void Schedule()
    {
        GatheringSeries drafts = new(Drafts, new("Coffee and drafts", GatheringKind.OpenHour) { Link = "https://meet.example.org/drafts" }, Slot(14, 15, 1), Recurrence.Parse("FREQ=WEEKLY;INTERVAL=2;COUNT=24", null))
        {
            Hosts = Hosts.ToValueList(),
            HostsTakeTurns = true,
            Except = [new DateTime(2025, 8, 12, 15, 0, 0), new DateTime(2025, 8, 26, 15, 0, 0)], // the summer break
        };
        Do(6, new ScheduleSeries(community, drafts), Ann);
        Do(40, new ScheduleGathering(community, new("forms"), new("Workshop: forms that people finish", GatheringKind.Workshop) { Place = "Room 5" }, Slot(86, 9, 3)) { Capacity = 3 }, Ann);
        Do(120, new ScheduleGathering(community, new("courts"), new("Talk: plain words in court", GatheringKind.Talk, GatheringAudience.Everybody), Slot(163, 11, 1)), Ben);
        Do(240, new ScheduleGathering(community, new("training"), new("Training: writing for screens", GatheringKind.Training) { Place = "Library" }, Slot(303, 13, 2)), Chloe);
    }

    /// <summary>Three places, four who want one: somebody waits, and gets the place that somebody gives up.</summary>
    private void FillTheWorkshop()
    {
        GatheringId forms = new("forms");
        foreach ((PersonId person, RsvpAnswer answer) in ((PersonId, RsvpAnswer)[])[(Ann, RsvpAnswer.Yes), (Ben, RsvpAnswer.Yes), (Chloe, RsvpAnswer.Yes), (Dev, RsvpAnswer.Yes), (Eli, RsvpAnswer.Maybe), (Chloe, RsvpAnswer.No)])
        {
            Do(60, new Rsvp(community, forms, person, answer), person);
        }

        Do(86, new RecordAttendance(community, forms, [Ann, Ben, Dev]), Ann);
    }

    /// <summary>One occurrence goes to another day, one is cancelled; the series goes on.</summary>
    private void MoveAndCancel()
    {
        GatheringDetails details = new("Coffee and drafts", GatheringKind.OpenHour) { Link = "https://meet.example.org/drafts" };
        Do(110, new ChangeGathering(community, new("drafts@20250422T150000"), details, Slot(113, 15, 1)), Host);
        Do(307, new CancelGathering(community, new("drafts@20251104T150000"), "Everybody is ill."), Host);
    }

    private void Attend()
    {
        Do(14, new RecordAttendance(community, new("drafts@20250114T150000"), [Ann, Ben, Eli]), Host);
        Do(163, new RecordAttendance(community, new("courts"), [Ben, Chloe]) { OtherGuests = 25 }, Ben);
        Do(303, new RecordAttendance(community, new("training"), [Chloe, Dev]), Chloe);
    }

    private void Do(int day, Command command, PersonId by) => Do(day, command, Actor.Of(by));

    private void Do(int day, Command command, Actor by) => steps.Add((day, command, by));

    private static DateTimeOffset At(int day) => Begin.AddDays(day - 1);

    private static LocalSlot Slot(int day, int hour, int hours) => new(At(day).DateTime.AddHours(hour), At(day).DateTime.AddHours(hour + hours), Zone);
}
