using System.Globalization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Generators;

/// <summary>What a host may know about one small community, and a window to look through.</summary>
/// <remarks>Ids of activities are distinct. The list may hold activities of a neighbouring community as well.</remarks>
public sealed record SmallCommunity(ValueList<Activity> Activities, TimeWindow Window, Roster? Roster, ValueList<Person> People)
{
    public static CommunityId Id { get; } = new("a");

    public static CommunityId Neighbour { get; } = new("b");

    public DateTimeOffset AsOf => Window.Until;

    public ActivityLog Log => ActivityLog.Of(Activities).OrThrow();

    public Community? State { get; init; }

    public PracticeState? Practice { get; init; }

    public OrganisationCounts? Organisation { get; init; }

    public ValueList<TimeWindow> Breaks { get; init; } = [];

    public bool? SuccessorReady { get; init; }

    /// <summary>The same with only people and what they did known.</summary>
    public SmallCommunity ActivityOnly => this with { State = null, Practice = null, Organisation = null, Breaks = [] };

    public HealthEvidence Evidence => new(Id, Log, Window, Roster, People.ToDictionary(p => p.Id))
    {
        State = State,
        Practice = Practice is null ? null : Core.Practices.Practice.Of(Practice),
        Organisation = Organisation,
        Breaks = Breaks,
        SuccessorReady = SuccessorReady,
    };

    /// <summary>What every standard indicator reads.</summary>
    public ValueList<Reading> Readings
    {
        get
        {
            HealthEvidence evidence = Evidence;
            return StandardIndicators.All.Select(i => i.Read(evidence)).ToValueList();
        }
    }

    public Reading Read<T>()
        where T : IHealthIndicator, new() => new T().Read(Evidence);

    public SmallCommunity With(params Activity[] more) => this with { Activities = [.. Activities, .. more] };

    public SmallCommunity WithoutPerson(PersonId person) => this with
    {
        Activities = Activities.Where(a => a.Person != person).ToValueList(),
        Roster = Roster is null ? null : new(Id, Roster.Periods.Where(p => p.Person != person).ToValueList()),
    };

    /// <summary>The same facts in another order.</summary>
    public SmallCommunity Shuffled(int seed)
    {
        Random random = new(seed);
        return this with
        {
            Activities = Mixed(Activities),
            Roster = Roster is null ? null : new(Id, Mixed(Roster.Periods)),
            People = Mixed(People),
        };

        ValueList<T> Mixed<T>(ValueList<T> items)
        {
            T[] copy = [.. items];
            random.Shuffle(copy);
            return [.. copy];
        }
    }

    /// <summary>The same facts about people of other names, whose order is another one too.</summary>
    public SmallCommunity Renamed(int seed)
    {
        Random random = new(seed);
        PersonId[] old = [.. Activities.SelectMany(a => a.To.Append(a.Person)).Concat(Roster?.Periods.Select(p => p.Person) ?? []).Concat(People.Select(p => p.Id)).Concat(Practice is null ? [] : SmallPractices.PeopleOf(Practice)).Distinct().Order()];
        int[] place = [.. Enumerable.Range(0, old.Length)];
        random.Shuffle(place);
        Dictionary<PersonId, PersonId> names = old.Zip(place, (o, i) => (o, new PersonId($"n{i:00}"))).ToDictionary(p => p.o, p => p.Item2);
        return new(
            Activities.Select(a => a with { Person = names[a.Person], To = a.To.Select(t => names[t]).ToValueList() }).ToValueList(),
            Window,
            Roster is null ? null : new(Id, Roster.Periods.Select(p => new MembershipPeriod(Id, names[p.Person], p.From, p.Until, p.Role) { Status = p.Status, Reason = p.Reason }).ToValueList()),
            People.Select(p => new Person(names[p.Id], p.History)).ToValueList())
        {
            State = State,
            Practice = Practice is null ? null : SmallPractices.Renamed(Practice, person => names[person]),
            Organisation = Organisation,
            Breaks = Breaks,
        };
    }

    /// <summary>The same facts, all of them later (or earlier) by some time.</summary>
    public SmallCommunity Shifted(TimeSpan by) => new(
        Activities.Select(a => a with { At = a.At + by }).ToValueList(),
        new(Window.From + by, Window.Until + by),
        Roster is null ? null : new(Id, Roster.Periods.Select(p => new MembershipPeriod(Id, p.Person, p.From + by, p.Until + by, p.Role) { Status = p.Status, Reason = p.Reason }).ToValueList()),
        People.Select(p => new Person(p.Id, p.History.Select(h => h with { From = h.From + by, Until = h.Until + by }).ToValueList())).ToValueList())
    {
        State = State is null ? null : SmallPractices.Shifted(State, by),
        Practice = Practice is null ? null : SmallPractices.Shifted(Practice, by),
        Organisation = Organisation,
        Breaks = Breaks.Select(b => new TimeWindow(b.From + by, b.Until + by)).ToValueList(),
    };

    public override string ToString() => string.Join('\n',
    [
        $"[{At(Window.From)}, {At(Window.Until)})",
        .. Activities.Select(a => $"{a.Community} {a.Person} {At(a.At)} {a.Act} {a.Id}{(a.InReplyTo is { } r ? $" re {r}" : null)}{(a.To.Count > 0 ? $" to {a.To}" : null)}{(a.Actor == ActorKind.Bot ? " bot" : null)}"),
        .. Roster?.Periods.Select(p => $"{p.Person} {p.Role?.Name() ?? "member"} {At(p.From)} - {(p.Until is { } u ? At(u) : null)} {p.Status} {p.Reason}") ?? ["no roster"],
        .. People.Select(p => $"{p.Id} {p.History}"),
    ]);

    private static string At(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
}
