using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Tests.Constitution;
using CommunityOfPractice.Core.Vocabulary;
using static CommunityOfPractice.Core.Tests.Practices.Gatherings.GatheringWorld;

namespace CommunityOfPractice.Core.Tests.Practices.Gatherings;

/// <summary>The tables say what the code does: every command in every status, every answer in every state.</summary>
public sealed class GatheringTransitionsTests
{
    private static readonly PersonId Eve = new("eve");

    public static TheoryData<string> Commands => [.. GatheringTransitions.All.Select(r => r.Trigger).Where(t => t != nameof(GatheringCancelled))];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Command_FromAndTo_AreThoseOfTheTable(string trigger)
    {
        GatheringTransition row = GatheringTransitions.All.Single(r => r.Trigger == trigger);
        HashSet<(GatheringStatus, GatheringStatus)> seen = [];
        HashSet<string> codes = [];
        GatheringTime slot = Slot().Resolve().OrThrow();
        foreach ((GatheringStatus status, bool noted) in Enum.GetValues<GatheringStatus>().SelectMany(s => (bool[])[true, false], (s, n) => (s, n)))
        {
            foreach (DateTimeOffset? at in (DateTimeOffset?[])[null, slot.Start, slot.End.AddDays(2)])
            {
                foreach (Actor by in (Actor[])[Actor.Of(Bo), Actor.Of(Cem), Actor.Of(Zoe), Actor.Of(Eve), World.Host])
                {
                    foreach (CalendarCommand command in Variants(trigger))
                    {
                        GatheringWorld world = In(status, noted);
                        world.Now = at ?? world.Now;
                        world.Policies = world.Policies with { Practice = PracticePolicy.Default with { MembersSchedule = by != Actor.Of(Cem) } };
                        Decision<ValueList<Change>> decision = world.Decide(command, by);
                        codes.UnionWith(decision.Codes());
                        if (decision is Decision<ValueList<Change>>.Accepted accepted)
                        {
                            world.Record.Fold(accepted.Value);
                            seen.Add((status, world.Single.Status));
                        }
                    }
                }
            }
        }

        Assert.Equal((from start in row.From from end in row.To is [] ? [start] : row.To select (start, end)).Order(), seen.Order());
        Assert.Equal(row.Guards.Order(), codes.Where(c => c != "actor.kept-out" && !c.StartsWith("time.", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public void Answers_LeadWhereTheirRowsSay()
    {
        foreach (RsvpTransition row in RsvpTransitions.All)
        {
            HashSet<(RsvpStatus, RsvpStatus)> seen = [];
            foreach (RsvpStatus before in Enum.GetValues<RsvpStatus>())
            {
                foreach (bool full in (bool[])[false, true])
                {
                    GatheringWorld world = new GatheringWorld().With(capacity: full || before == RsvpStatus.Waiting ? 1 : 5);
                    _ = before == RsvpStatus.Going ? world : full || before == RsvpStatus.Waiting ? world.Yes(Ana) : world;
                    if (before != RsvpStatus.None)
                    {
                        world.Do(Answer(Cem, before switch { RsvpStatus.Maybe => RsvpAnswer.Maybe, RsvpStatus.Declined => RsvpAnswer.No, _ => RsvpAnswer.Yes }), Cem);
                    }

                    Assert.Equal(before, world.Single.StatusOf(Cem));
                    IEnumerable<CalendarFact> facts = Enum.TryParse(row.Trigger, out RsvpAnswer answer)
                        ? world.Decide(Answer(Cem, answer), Actor.Of(Cem)).Match(c => c.Select(x => x.Fact).Cast<CalendarFact>(), _ => [])
                        : row.Trigger == nameof(RsvpEnded) ? [new RsvpEnded(Retro, Cem)] : [new GuestPromoted(Retro, Cem)];
                    Calendar after = facts.Aggregate(world.Calendar, (calendar, fact) => fact.Apply(calendar, world.Now));
                    if (after.Find(Retro)!.StatusOf(Cem) is var end && end != before)
                    {
                        seen.Add((before, end));
                    }
                }
            }

            Assert.Equal((from start in row.From from end in row.To select (start, end)).Order(), seen.Order());
        }
    }

    [Fact]
    public void Docs_ShowTheDiagrams_EveryCode_AndEveryNumber()
    {
        string guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "gatherings.md")).ReplaceLineEndings("\n");

        Assert.Contains($"```mermaid\n{GatheringTransitions.ToMermaid()}\n```", guide, StringComparison.Ordinal);
        Assert.Contains($"```mermaid\n{RsvpTransitions.ToMermaid()}\n```", guide, StringComparison.Ordinal);
        Assert.All(GatheringTransitions.All.SelectMany(r => r.Guards).Distinct(), code => Assert.Contains($"`{code}`", guide, StringComparison.Ordinal));
        Assert.All((string[])[nameof(PracticePolicy.MembersSchedule), nameof(PracticePolicy.SelfCheckIn), nameof(PracticePolicy.LongestGathering)], name => Assert.Contains($"`{name}`", guide, StringComparison.Ordinal));
        Assert.Empty(PracticePolicy.Default.Problems());
        Assert.Equal(2, (PracticePolicy.Default with { SelfCheckIn = TimeSpan.FromDays(-1), LongestGathering = TimeSpan.Zero }).Problems().Count);
    }

    private static GatheringWorld In(GatheringStatus status, bool noted = true)
    {
        GatheringWorld world = new();
        world.Do(new BlockPerson(world.Id, Eve, "spam"), Ana);
        if (status == GatheringStatus.None)
        {
            return world;
        }

        world.With(capacity: 3).Yes(Ana, Bo);
        if (status == GatheringStatus.Cancelled)
        {
            world.Do(new CancelGathering(world.Id, Retro, "ill"), Bo);
        }
        else if (status == GatheringStatus.Held)
        {
            world.Now = world.Single.Start;
            world.Do(new RecordAttendance(world.Id, Retro, [Ana]), Bo);
            _ = noted ? world.Do(new RecordNotes(world.Id, Retro, "same", []), Bo) : [];
        }

        return world;
    }

    private static IEnumerable<CalendarCommand> Variants(string trigger)
    {
        CommunityId id = new("agile");
        return trigger switch
        {
            nameof(ScheduleGathering) => [new ScheduleGathering(id, Retro, About(), Slot()), new ScheduleGathering(id, Occurrence(1), About(title: "") with { Link = "javascript:alert(1)" }, Slot()) { Hosts = [Zoe], Capacity = 0 }],
            nameof(CancelGathering) => [new CancelGathering(id, Retro, "ill"), new CancelGathering(id, Retro, "")],
            nameof(RecordAttendance) =>
            [
                new RecordAttendance(id, Retro, [Bo]), new RecordAttendance(id, Retro, [Cem]), new RecordAttendance(id, Retro, [Zoe]), new RecordAttendance(id, Retro, [Ana]) { Absent = [Ana] },
                new RecordAttendance(id, Retro, []) { OtherGuests = -1 }, new RecordAttendance(id, Retro, []) { Absent = [Ana] }, new RecordAttendance(id, Retro, []),
            ],
            nameof(RecordNotes) => [new RecordNotes(id, Retro, "new", []), new RecordNotes(id, Retro, "same", []), new RecordNotes(id, Retro, null, []), new RecordNotes(id, Retro, null, [new("", Zoe)])],
            nameof(ChangeGathering) => [new ChangeGathering(id, Retro, About(title: "Other"), Slot()), new ChangeGathering(id, Retro, About(), Slot()), new ChangeGathering(id, Retro, About(title: "") with { Link = "no address" }, Slot())],
            nameof(SetHosts) => [new SetHosts(id, Retro, [Cem]), new SetHosts(id, Retro, [Bo]), new SetHosts(id, Retro, [Zoe])],
            nameof(SetCapacity) => [new SetCapacity(id, Retro, 5), new SetCapacity(id, Retro, 3), new SetCapacity(id, Retro, 1), new SetCapacity(id, Retro, 0)],
            nameof(Rsvp) => [new Rsvp(id, Retro, Cem, RsvpAnswer.Yes), new Rsvp(id, Retro, Bo, RsvpAnswer.Yes), new Rsvp(id, Retro, Zoe, RsvpAnswer.Yes), new Rsvp(id, Retro, Eve, RsvpAnswer.Maybe)],
            _ => throw new InvalidOperationException($"Say here what {trigger} can be."),
        };
    }
}
