using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Generators;

/// <summary>Gives small communities a domain and a practice: charters, gatherings, artifacts, stories, in every state that makes trouble.</summary>
internal static class SmallPractices
{
    private static readonly string?[] Zones = ["UTC", "Asia/Tokyo", "Asia/Kolkata", "no/zone", null];

    /// <summary>The same community with more known of it, or in one of four cases nothing more.</summary>
    public static SmallCommunity Around(SmallCommunity community, Random random)
    {
        if (random.Next(4) == 0)
        {
            return community;
        }

        PersonId[] people = [.. community.Activities.Select(a => a.Person).Concat(community.Roster?.Periods.Select(p => p.Person) ?? []).Append(new("guest")).Distinct().Order()];
        bool few = random.Next(3) == 0;
        SmallCommunity known = community with
        {
            People = community.People.Select(p => new Person(p.Id, p.History.Select(h => h with { Location = random.Next(5) > 0 ? $"place {random.Next(3)}" : null, TimeZone = Zones[random.Next(few ? 5 : 2)] }).ToValueList())).ToValueList(),
            State = random.Next(4) > 0 ? StateOf(random) : null,
            Practice = random.Next(5) > 0 ? PracticeOf(random, people, [.. community.Activities.Select(a => a.At).Where(at => at > Day(-60) && at < Day(110)).Order()]) : null,
            Organisation = random.Next(3) > 0 ? new([new("hr", 10), new("it", 40), new("sales", random.Next(0, 50))], [new("place 0", 30), new("place 1", 20)]) : null,
        };
        return known with { Breaks = random.Next(3) == 0 ? [new(Day(random.Next(-20, 40)), Day(random.Next(40, 70)))] : [] };
    }

    public static PracticeState Renamed(PracticeState state, Func<PersonId, PersonId> name) => state with
    {
        Gatherings = state.Gatherings.Select(g => g with
        {
            Info = g.Info with { Hosts = g.Info.Hosts.Select(name).ToValueList() },
            Replies = g.Replies.Select(r => r with { Person = name(r.Person) }).ToValueList(),
            Attended = g.Attended.Select(name).ToValueList(),
        }).ToValueList(),
        Series = state.Series.Select(s => s with { Hosts = s.Hosts.Select(name).ToValueList() }).ToValueList(),
        Artifacts = state.Artifacts.Select(a => a with { Authors = a.Authors.Select(name).ToValueList(), Steward = a.Steward is { } steward ? name(steward) : null }).ToValueList(),
        ArtifactUses = state.ArtifactUses.Select(u => u with { Person = name(u.Person) }).ToValueList(),
        Stories = state.Stories.Select(s => s with { Teller = name(s.Teller) }).ToValueList(),
    };

    public static PracticeState Shifted(PracticeState state, TimeSpan by) => state with
    {
        Gatherings = state.Gatherings.Select(g => g with { Info = g.Info with { Time = Shifted(g.Info.Time, by) } }).ToValueList(),
        Series = state.Series.Select(s => s with { First = new(s.First.Start + by, s.First.End + by, s.First.Zone) }).ToValueList(),
        Artifacts = state.Artifacts.Select(a => a with { ConfirmedOn = a.ConfirmedOn + by, Versions = a.Versions.Select(v => v with { On = v.On + by }).ToValueList() }).ToValueList(),
        ArtifactUses = state.ArtifactUses.Select(u => u with { On = u.On + by }).ToValueList(),
        Stories = state.Stories.Select(s => s with { ToldOn = s.ToldOn + by }).ToValueList(),
    };

    public static Community Shifted(Community state, TimeSpan by) => state with
    {
        StatusSince = state.StatusSince + by,
        Charters = state.Charters.Select(c => c with { From = c.From + by, Until = c.Until + by }).ToValueList(),
        Reviews = state.Reviews.Select(r => r with { On = r.On + by }).ToValueList(),
    };

    public static IEnumerable<PersonId> PeopleOf(PracticeState state) =>
    [
        .. state.Gatherings.SelectMany(g => g.Info.Hosts.Concat(g.Attended).Concat(g.Replies.Select(r => r.Person))),
        .. state.Series.SelectMany(s => s.Hosts),
        .. state.Artifacts.SelectMany(a => a.Authors.Concat(a.Steward is { } steward ? [steward] : (PersonId[])[])),
        .. state.ArtifactUses.Select(u => u.Person),
        .. state.Stories.Select(s => s.Teller),
    ];

    private static DateTimeOffset Day(double day) => SmallCommunities.Start.AddDays(day);

    private static GatheringTime Shifted(GatheringTime time, TimeSpan by) => new(time.LocalStart + by, time.LocalEnd + by, time.Zone, time.Start + by, time.End + by);

    private static Community StateOf(Random random)
    {
        DateTimeOffset from = Day(random.Next(-900, 60));
        bool recorded = random.Next(3) > 0;
        Charter charter = new(1, random.Next(5) > 0 ? "Why" : string.Empty, new([new(new("c#"), 1)], new(FocusKind.Passion, "x")) { ScopeIn = random.Next(2) == 0 ? ["in"] : [] }, recorded || random.Next(2) == 0 ? "By asking" : string.Empty, null, TimeSpan.FromDays(random.Next(30, 400)), from, null);
        return new(SmallCommunity.Id)
        {
            Status = recorded ? random.Next(6) > 0 ? CommunityStatus.Active : CommunityStatus.Dormant : CommunityStatus.None,
            StatusSince = recorded ? from.AddDays(random.Next(0, 30)) : null,
            Charters = random.Next(5) > 0 ? [charter] : [],
            Reviews = recorded && random.Next(2) == 0 ? [new(from.AddDays(random.Next(10, 400)), ReviewVerdict.Reaffirm, 1, 3, null)] : [],
            Rhythm = random.Next(2) == 0 ? new(TimeSpan.FromDays(random.Next(3) == 0 ? 60 : random.Next(5, 20)), "now and then") : null,
        };
    }

    private static PracticeState PracticeOf(Random random, PersonId[] people, DateTimeOffset[] moments)
    {
        int gatherings = random.Next(3) == 0 ? 0 : random.Next(1, 16), artifacts = random.Next(3) == 0 ? 0 : random.Next(1, 9);
        Artifact[] made = [.. Enumerable.Range(0, artifacts).Select(i => ArtifactOf(random, people, i))];
        return new()
        {
            Gatherings = [.. Enumerable.Range(0, gatherings).Select(i => GatheringOf(random, people, moments, i))],
            Series = random.Next(3) == 0 ? [SeriesOf(random, people)] : [],
            Artifacts = [.. made],
            ArtifactUses = [.. made.SelectMany(a => Enumerable.Range(0, random.Next(0, 4)).Select(_ => new ArtifactUse(a.Id, Day(random.Next(-30, 95)), Any(random, people)) { Department = random.Next(4) == 0 ? "hr" : null }))],
            Stories = [.. Enumerable.Range(0, random.Next(0, 3)).Select(i => new ValueStory(new($"s{i}"), Any(random, people), "Story", Day(random.Next(-20, 95))) { Status = (StoryStatus)random.Next(3), Claims = [new((ValueCycle)random.Next(5), "x")] })],
        };
    }

    private static GatheringState GatheringOf(Random random, PersonId[] people, DateTimeOffset[] moments, int number)
    {
        DateTimeOffset start = Day(random.Next(-60, 110)).AddHours(random.Next(0, 24));
        start = random.Next(4) == 0 && moments.Length > 0 ? moments[random.Next(moments.Length)] : start; // when somebody did something: perhaps host or attend
        DateTimeOffset end = start.AddHours(1);
        PersonId[] going = Some(random, people), came = random.Next(3) > 0 ? [.. going.Where(_ => random.Next(4) > 0).Append(Any(random, people)).Distinct().Order()] : [];
        GatheringInfo info = new(new($"g{number}"), new("Together", (GatheringKind)random.Next(10)), new(start.DateTime, end.DateTime, "UTC", start, end))
        {
            Status = (GatheringStatus)random.Next(1, 4),
            Hosts = random.Next(4) > 0 ? [.. Some(random, people).Take(2)] : [],
        };
        return new(info, [.. going.Order().Select((p, i) => new GuestReply(p, RsvpStatus.Going, start, i + 1))], [.. came], going.Length);
    }

    private static GatheringSeries SeriesOf(Random random, PersonId[] people)
    {
        DateTime start = Day(random.Next(-50, 80)).DateTime.AddHours(9);
        return new(new("weekly"), new("Every week", GatheringKind.Meeting), new(start, start.AddHours(1), "UTC"), Recurrence.Parse(random.Next(2) == 0 ? "FREQ=WEEKLY" : "FREQ=WEEKLY;COUNT=6", null)) { Hosts = [Any(random, people)] };
    }

    private static Artifact ArtifactOf(Random random, PersonId[] people, int number)
    {
        DateTimeOffset published = Day(random.Next(-400, 95));
        return new(new($"a{number}"), (ArtifactKind)random.Next(9), "Guide")
        {
            Status = random.Next(4) == 0 ? (ArtifactStatus)random.Next(5) : ArtifactStatus.Published,
            Authors = [.. Some(random, people).Take(2).Order()],
            Steward = random.Next(3) > 0 ? Any(random, people) : null,
            Versions = [new(1, published, null, null)],
            ConfirmedOn = published.AddDays(random.Next(2) * random.Next(0, 200)),
        };
    }

    private static PersonId Any(Random random, PersonId[] people) => people[random.Next(people.Length)];

    private static PersonId[] Some(Random random, PersonId[] people)
    {
        PersonId[] mixed = [.. people];
        random.Shuffle(mixed);
        return mixed[..random.Next(0, Math.Min(10, mixed.Length + 1))];
    }
}
