using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>G1: somebody calls people together, once; also for what took place already.</summary>
/// <remarks>
/// Guards: <c>community.not-living</c>, <c>actor.not-a-member</c> (an active member or the host), <c>actor.not-in-charge</c> (when <see cref="PracticePolicy.MembersSchedule"/> is off),
/// <c>gathering.exists</c>, <c>gathering.id-reserved</c> (ids that end in <c>@</c> and a start belong to series), <c>gathering.no-title</c>, <c>gathering.link</c>, <c>host.not-active</c>,
/// <c>capacity.not-positive</c>, <c>time.zone-unknown</c>, <c>time.out-of-range</c>, <c>time.ends-before-start</c>, <c>time.too-long</c>.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Gathering">The id that the gathering gets.</param>
/// <param name="Details">What it is about, where it is, who may come.</param>
/// <param name="When">When it is.</param>
public sealed record ScheduleGathering(CommunityId Community, GatheringId Gathering, GatheringDetails Details, LocalSlot When) : CalendarCommand(Community)
{
    /// <summary>Gets the id that the gathering gets.</summary>
    /// <value>Never the default value.</value>
    public GatheringId Gathering { get; init => field = Named.Check(value); } = Named.Check(Gathering);

    /// <summary>Gets who hosts it.</summary>
    /// <value>Empty, the default: whoever calls people together, if it is a person.</value>
    public ValueList<PersonId> Hosts { get; init => field = Once(value); } = [];

    /// <summary>Gets how many can come.</summary>
    /// <value>Null, the default, for no limit.</value>
    public int? Capacity { get; init; }

    internal override IEnumerable<Fact> Decide(Calendar calendar, PracticeContext context, Guards guards)
    {
        ArgumentNullException.ThrowIfNull(Details);
        ArgumentNullException.ThrowIfNull(When);
        guards.MaySchedule(context);
        guards.Require(!calendar.Knows(Gathering), "gathering.exists", $"There is a gathering '{Gathering}' already.");
        guards.Require(!SeriesOccurrence.TryParse(Gathering, out _, out _), "gathering.id-reserved", $"'{Gathering}' is the id of an occurrence of a series.");
        Details.Check(guards);
        GatheringTime? time = When.Resolve(guards);
        guards.RequireLength(time, context.Policy.LongestGathering);
        guards.RequireHosts(Hosts, context);
        guards.RequireCapacity(Capacity);
        ValueList<PersonId> hosts = Hosts.Count == 0 && context.By.Person is { } self ? [self] : Hosts;
        return guards.Met ? [new GatheringScheduled(Gathering, Details, time!, hosts, Capacity, Series: null, Occurrence: null)] : [];
    }
}

/// <summary>G1 happened: a gathering is planned; for an occurrence of a series, somebody touched it for the first time.</summary>
/// <param name="Gathering">The gathering.</param>
/// <param name="Details">What it is about, where it is, who may come.</param>
/// <param name="Time">When it is.</param>
/// <param name="Hosts">Who hosts it.</param>
/// <param name="Capacity">How many can come; null for no limit.</param>
/// <param name="Series">The series of which it is an occurrence; null for a gathering of its own.</param>
/// <param name="Occurrence">The local start that it has by the rule of the series; null for a gathering of its own.</param>
public sealed record GatheringScheduled(
    GatheringId Gathering,
    GatheringDetails Details,
    GatheringTime Time,
    [property: JsonConverter(typeof(ValueListJsonConverter<PersonId>))] ValueList<PersonId> Hosts,
    int? Capacity,
    SeriesId? Series,
    DateTime? Occurrence) : CalendarFact
{
    /// <summary>Gets where the description is left.</summary>
    /// <value><see cref="DescriptionSource.Series"/> for an occurrence that somebody touched: it is left out of <see cref="Details"/>; null when it stands there.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DescriptionSource? DescriptionFrom { get; init; }

    /// <summary>An occurrence that somebody touches for the first time; who touches it does not write the description once more.</summary>
    internal static GatheringScheduled Of(GatheringInfo info) =>
        new(info.Id, info.Details with { Description = null }, info.Time, info.Hosts, info.Capacity, info.Series, info.Occurrence)
        {
            DescriptionFrom = info.Details.Description is null ? null : DescriptionSource.Series,
        };

    internal override Calendar Apply(Calendar before, DateTimeOffset at) => before.Put(new Gathering(new(Gathering, Described(before), Time)
    {
        Hosts = Hosts,
        Capacity = Capacity,
        Series = Series,
        Occurrence = Occurrence,
    }));

    private GatheringDetails Described(Calendar before) => Details.Completed(DescriptionFrom, null, Series is { } series ? before.FindSeries(series)?.Details : null);
}
