using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>S1: somebody calls people together again and again.</summary>
/// <remarks>
/// Guards: <c>community.not-living</c>, <c>actor.not-a-member</c>, <c>actor.not-in-charge</c> (when <see cref="PracticePolicy.MembersSchedule"/> is off), <c>series.exists</c>,
/// <c>series.id-too-long</c>, <c>series.start-not-in-rule</c>, <c>series.never</c>, <c>gathering.no-title</c>, <c>gathering.link</c>, <c>host.not-active</c>, <c>capacity.not-positive</c>, those of
/// <see cref="LocalSlot.Resolve()"/>, <c>time.too-long</c>, those of <see cref="Recurrence.Problems"/>.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Series">The series; without hosts, whoever schedules it hosts, if it is a person.</param>
public sealed record ScheduleSeries(CommunityId Community, GatheringSeries Series) : CalendarCommand(Community)
{
    internal override IEnumerable<Fact> Decide(Calendar calendar, PracticeContext context, Guards guards)
    {
        ArgumentNullException.ThrowIfNull(Series);
        guards.MaySchedule(context);
        SeriesChanges.CheckNew(calendar, Series, context, guards);
        ValueList<PersonId> hosts = Series.Hosts.Count == 0 && context.By.Person is { } self ? [self] : Once(Series.Hosts);
        return [new SeriesScheduled(Series with { Hosts = hosts, EarlierHosts = null, EndsBefore = null, Continues = null })];
    }
}

/// <summary>S1 happened: there is a series.</summary>
/// <param name="Series">The series.</param>
public sealed record SeriesScheduled(GatheringSeries Series) : CalendarFact
{
    /// <summary>Gets where the description is left.</summary>
    /// <value><see cref="DescriptionSource.Series"/> when it stays that of the series that this one continues, and is left out of <see cref="Series"/>; null when it stands there.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DescriptionSource? DescriptionFrom { get; init; }

    /// <summary>The fact, without a description that the series before it has already.</summary>
    internal static SeriesScheduled Of(GatheringSeries series, GatheringDetails before) => before.Description is null || series.Details.Description != before.Description
        ? new(series)
        : new(series with { Details = series.Details with { Description = null } }) { DescriptionFrom = DescriptionSource.Series };

    internal override Calendar Apply(Calendar before, DateTimeOffset at) => before.Put(
        Series with { Details = Series.Details.Completed(DescriptionFrom, null, Series.Continues is { } continued ? before.FindSeries(continued)?.Details : null) });
}

/// <summary>Others host a series; what started until then keeps the hosts that it had.</summary>
/// <param name="Series">The series.</param>
/// <param name="Hosts">Everybody who hosts it from now on; occurrences that somebody has touched keep their own.</param>
public sealed record SeriesHostsSet(SeriesId Series, [property: JsonConverter(typeof(ValueListJsonConverter<PersonId>))] ValueList<PersonId> Hosts) : CalendarFact
{
    internal override Calendar Apply(Calendar before, DateTimeOffset at) => before.WithSeries(Series, series => series.HostedBy(Hosts, at));
}
