using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>S2: a series changes from one occurrence on: it ends before it, and another one goes on in its place.</summary>
/// <remarks>
/// <para>Answers were given for a day. Where the new series has an occurrence on the day of one that somebody has touched, that gathering goes on with its answers, under the
/// details, time, hosts and capacity of the new series, except for those that somebody gave this one gathering: they stay. One that was cancelled stays so. Where the new series has
/// none, the gathering is cancelled. An occurrence that was moved and has started does not take place again: the new series leaves out its day, and the days that the old one left out.</para>
/// <para>Guards: <c>community.not-living</c>, <c>series.unknown</c>, <c>gathering.not-host</c>, <c>series.over</c>, <c>series.no-such-occurrence</c>, <c>series.from-past</c> (also for the first
/// start of the new series), <c>series.from-earlier</c> (it would begin before the day from which it goes on), <c>gathering.no-reason</c>, <c>capacity.below-going</c>, and those of <see cref="ScheduleSeries"/> about the new series.</para>
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Series">The series.</param>
/// <param name="From">The original local start of the first occurrence that changes.</param>
/// <param name="Into">The series that goes on, with an id of its own: <see cref="GatheringSeries.From"/> gives one that only needs to be changed.</param>
/// <param name="Reason">Why; people whose gathering does not take place any more are told.</param>
public sealed record ChangeSeriesFrom(CommunityId Community, SeriesId Series, DateTime From, GatheringSeries Into, string Reason) : CalendarCommand(Community)
{
    internal override IEnumerable<Fact> Decide(Calendar calendar, PracticeContext context, Guards guards)
    {
        ArgumentNullException.ThrowIfNull(Into);
        Named.Check(Series);
        guards.RequireText(Reason, "gathering.no-reason", "Who wanted to come is told why it changes.");
        SeriesOccurrence? first = SeriesChanges.Find(calendar, Series, From, context, guards);
        GatheringSeries next = SeriesChanges.Next(calendar, Into with { Hosts = Once(Into.Hosts) }, Series, first, context);
        SeriesChanges.CheckNew(calendar, next, context, guards);
        if (!guards.Met || first is null)
        {
            return [];
        }

        guards.Require(next.First.Resolve().OrThrow().Start > context.At, "series.from-past", "What has started does not change.");
        guards.Require(next.First.Start.Date >= first.Original.Date, "series.from-earlier", $"What goes on from {first.Original:yyyy-MM-dd} does not begin before that day.");
        GatheringSeries old = calendar.FindSeries(Series)!;
        List<Fact> facts = [new SeriesEnded(Series, first.Original), SeriesScheduled.Of(next, old.Details)];
        foreach (Gathering touched in SeriesChanges.TouchedAhead(calendar, first, context))
        {
            facts.AddRange(SeriesChanges.GoesOn(touched, old, next, Reason, context, guards));
        }

        return facts;
    }
}

/// <summary>A gathering that belonged to one series goes on as an occurrence of the one that follows it, with its answers.</summary>
/// <param name="Gathering">The gathering.</param>
/// <param name="Series">The series that it belongs to from now on.</param>
/// <param name="Occurrence">The local start that it has by the rule of that series.</param>
/// <param name="Details">What it is about from now on.</param>
/// <param name="Time">When it is from now on.</param>
/// <param name="Hosts">Who hosts it from now on.</param>
/// <param name="Capacity">How many can come; null for no limit.</param>
public sealed record GatheringCarriedOver(
    GatheringId Gathering,
    SeriesId Series,
    DateTime Occurrence,
    GatheringDetails Details,
    GatheringTime Time,
    [property: JsonConverter(typeof(ValueListJsonConverter<PersonId>))] ValueList<PersonId> Hosts,
    int? Capacity) : CalendarFact
{
    /// <summary>Gets where the description is left.</summary>
    /// <value>With the gathering, when it has its own; otherwise with the series that it belongs to from now on. Null when it stands in <see cref="Details"/>.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DescriptionSource? DescriptionFrom { get; init; }

    internal override Calendar Apply(Calendar before, DateTimeOffset at) => before.WithInfo(
        Gathering,
        info => info with
        {
            Series = Series,
            Occurrence = Occurrence,
            Details = Details.Completed(DescriptionFrom, info.Details, before.FindSeries(Series)?.Details),
            Time = Time,
            Hosts = Hosts,
            Capacity = Capacity,
        });
}
