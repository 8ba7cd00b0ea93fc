using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Answers questions about gatherings from the records.</summary>
/// <remarks>Safe for concurrent use. Questions wait for the commands put to the community; what is returned is immutable.</remarks>
public sealed class CalendarQueries : ICalendarQueries
{
    private static readonly Reason Unknown = new("community.unknown", "There is no such community.");
    private static readonly Reason TooLong = new("window.too-long", $"One question is about {ICalendarQueries.LongestWindow.TotalDays} days at most.");
    private static readonly Reason Hidden = new("gatherings.hidden", "This is for members.");

    private readonly CommunityRecords records;

    /// <summary>Creates the service.</summary>
    /// <param name="records">The records of communities.</param>
    public CalendarQueries(CommunityRecords records)
    {
        ArgumentNullException.ThrowIfNull(records);
        this.records = records;
    }

    /// <inheritdoc/>
    public ValueTask<Decision<ValueList<GatheringView>>> BetweenAsync(CommunityId community, TimeWindow window, Actor viewer, CancellationToken cancellationToken = default) =>
        AskAsync(community, viewer, eyes => IsTooLong(window) ? Decision<ValueList<GatheringView>>.Refuse(TooLong) : Accept(eyes.Calendar.Between(window).Where(eyes.See).Select(g => eyes.View(g, withNames: false)).ToValueList()), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Decision<GatheringView>> FindAsync(CommunityId community, GatheringId gathering, Actor viewer, CancellationToken cancellationToken = default) =>
        AskAsync(
            community,
            viewer,
            eyes => eyes.Calendar.Find(gathering) is { } found && eyes.See(found)
                ? Accept(eyes.View(found, withNames: true))
                : Decision<GatheringView>.Refuse(new Reason("gathering.unknown", "There is no such gathering.")),
            cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Decision<ValueList<GatheringSeries>>> SeriesAsync(CommunityId community, Actor viewer, CancellationToken cancellationToken = default) =>
        AskAsync(community, viewer, eyes => Accept(eyes.Calendar.AllSeries.Where(s => eyes.See(s.Details.Audience)).Select(eyes.View).ToValueList()), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Decision<ValueList<HostTurn>>> HostTurnsAsync(
        CommunityId community, TimeWindow window, ValueList<PersonId> candidates, Actor viewer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        return AskAsync(community, viewer, Answer, cancellationToken);

        Decision<ValueList<HostTurn>> Answer(Eyes eyes) => !(eyes.IsMember && eyes.Sight.Members) ? Decision<ValueList<HostTurn>>.Refuse(Hidden)
            : IsTooLong(window) ? Decision<ValueList<HostTurn>>.Refuse(TooLong)
            : Accept(Turns(eyes));

        ValueList<HostTurn> Turns(Eyes eyes)
        {
            IEnumerable<PersonId> those = candidates.Count > 0 ? candidates
                : eyes.Calendar.Between(window).SelectMany(g => g.Info.Hosts).Where(host => eyes.Record.Members[host].Status == MembershipStatus.Active);
            return eyes.Calendar.HostTurns(those, window);
        }
    }

    /// <inheritdoc/>
    public ValueTask<Decision<CadenceAdherence?>> CadenceAsync(
        CommunityId community, TimeWindow window, ValueList<TimeWindow> breaks, Actor viewer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(breaks);
        return AskAsync(
            community,
            viewer,
            eyes => !eyes.IsMember ? Decision<CadenceAdherence?>.Refuse(Hidden)
                : IsTooLong(window) ? Decision<CadenceAdherence?>.Refuse(TooLong)
                : Accept(eyes.Record.Community.Rhythm is { } rhythm ? eyes.Calendar.Cadence(window, Longer(rhythm.Every, CadenceAdherence.ShortestPeriod), breaks) : null),
            cancellationToken);
    }

    private static bool IsTooLong(TimeWindow window) => window.Length > ICalendarQueries.LongestWindow;

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static Decision<T> Accept<T>(T value) => Decision<T>.Accept(value);

    private async ValueTask<Decision<T>> AskAsync<T>(CommunityId community, Actor viewer, Func<Eyes, Decision<T>> answer, CancellationToken cancellationToken)
    {
        using RecordLease lease = await records.AcquireAsync(community, cancellationToken).ConfigureAwait(false);
        Sight sight = Sight.Of(viewer, lease.Record, records.Now);
        return sight.Community ? answer(new Eyes(viewer, lease.Record, sight)) : Decision<T>.Refuse(Unknown);
    }

    /// <summary>Who asks, and what they may see.</summary>
    private sealed record Eyes(Actor Viewer, CommunityRecord Record, Sight Sight)
    {
        public Calendar Calendar => Record.Practice.Calendar;

        public bool IsMember => Viewer.HostName is not null || (Viewer.Person is { } person && (Record.Members[person].IsMember || Record.Members[person].Holds(Role.Sponsor)));

        public bool See(GatheringAudience audience) => audience == GatheringAudience.Everybody || IsMember;

        public bool See(Gathering gathering) => See(gathering.Info.Details.Audience);

        public GatheringView View(Gathering gathering, bool withNames)
        {
            bool hosts = Viewer.Person is { } self && Record.Members[self].Status == MembershipStatus.Active && gathering.Info.Hosts.AsSpan().Contains(self);
            bool everybody = withNames && (Sight.All || hosts);
            GatheringInfo info = IsMember ? gathering.Info : gathering.Info with { Notes = null, FollowUps = [] };
            info = hosts || Sight.Members ? info : info with { Hosts = [] };
            GatheringView view = new(info, gathering.Going, gathering.Waiting, gathering.Maybe, gathering.Declined, gathering.Attendance)
            {
                ShowsEverybody = everybody,
                Guests = withNames && (everybody || Sight.Members) ? With(gathering, RsvpStatus.Going) : [],
                Waitlist = everybody ? gathering.Waitlist.ToValueList() : [],
                Undecided = everybody ? With(gathering, RsvpStatus.Maybe) : [],
                Attended = everybody ? gathering.Attended.ToValueList() : [],
            };
            return Viewer.Person is not { } person ? view : view with
            {
                Own = gathering.StatusOf(person),
                OwnPlaceInQueue = gathering.PlaceInQueue(person),
                OwnAttendance = gathering.WasAttendedBy(person),
            };
        }

        public GatheringSeries View(GatheringSeries series) =>
            Sight.Members || (Viewer.Person is { } self && Record.Members[self].Status == MembershipStatus.Active && series.Hosts.AsSpan().Contains(self)) ? series
            : series with { Hosts = [], EarlierHosts = null };

        private static ValueList<PersonId> With(Gathering gathering, RsvpStatus status) => gathering.Replies.Where(r => r.Status == status).Select(r => r.Person).ToValueList();
    }
}
