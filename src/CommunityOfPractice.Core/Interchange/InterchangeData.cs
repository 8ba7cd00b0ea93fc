using System.Runtime.CompilerServices;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>Everything that the interchange format carries, in its one canonical order; can always be written and read back.</summary>
/// <remarks>Immutable. Rows that say the same count once, activities without an id apart.</remarks>
public sealed class InterchangeData
{
    /// <summary>Creates data.</summary>
    /// <param name="log">The activities.</param>
    /// <param name="people">What is known about people, in any order.</param>
    /// <param name="communities">What is known about communities, in any order.</param>
    /// <param name="memberships">Who belonged to which community when and held which role, in any order.</param>
    /// <param name="meetings">Meetings of a few people, in any order.</param>
    /// <exception cref="ArgumentException">
    /// Two entries about a person hold at the same time, there are two different entries about a community, a time lies outside 1970 to
    /// 2099, or an id is the default value.
    /// </exception>
    public InterchangeData(
        ActivityLog log,
        IEnumerable<PersonEntry> people,
        IEnumerable<CommunityEntry> communities,
        IEnumerable<MembershipPeriod> memberships,
        IEnumerable<MeetingEntry> meetings)
    {
        ArgumentNullException.ThrowIfNull(log);
        Log = log;
        People = CanonicalOrder.Of(people);
        Communities = CanonicalOrder.Of(communities);
        Memberships = CanonicalOrder.Of(memberships);
        Meetings = CanonicalOrder.Of(meetings);
        for (int i = 1; i < People.Count; i++)
        {
            Require(People[i - 1].Person != People[i].Person || !CanonicalOrder.Overlap(People[i - 1], People[i]), "Two entries about a person hold at the same time.", nameof(people));
        }

        Require(Communities.DistinctBy(entry => entry.Community).Count() == Communities.Count, "Two entries about a community differ.", nameof(communities));
        Require(Memberships.All(period => period.Community.Text.Length > 0 && period.Person.Text.Length > 0), "A membership names nothing.", nameof(memberships));
        Require(InstantText.AreInRange(log.Columns.At) && Times().All(at => at is null || InstantText.IsInRange(at.Value.UtcTicks)), "A time lies outside 1970 to 2099.", nameof(log));
    }

    /// <summary>Gets the activities.</summary>
    /// <value>In the order of the log.</value>
    public ActivityLog Log { get; }

    /// <summary>Gets what is known about people.</summary>
    /// <value>By person, then start.</value>
    public ValueList<PersonEntry> People { get; }

    /// <summary>Gets what is known about communities.</summary>
    /// <value>By community, each once.</value>
    public ValueList<CommunityEntry> Communities { get; }

    /// <summary>Gets who belonged to which community when, and who held which role.</summary>
    /// <value>By community, person, start, end and role.</value>
    public ValueList<MembershipPeriod> Memberships { get; }

    /// <summary>Gets the meetings of a few people.</summary>
    /// <value>By time, then people.</value>
    public ValueList<MeetingEntry> Meetings { get; }

    /// <summary>Gets the gatherings, and the series of them.</summary>
    /// <value>By community and id. Empty unless it is set; any order will do.</value>
    /// <exception cref="ArgumentException">Two different entries have one id, or a time lies outside 1970 to 2099.</exception>
    public ValueList<GatheringEntry> Gatherings
    {
        get;
        init => field = Checked(CanonicalOrder.Of(value ?? []), e => (e.Community, e.Gathering), e => [e.Start, e.End, .. e.Except]);
    } = [];

    /// <summary>Gets who answered, came to and hosted which gathering.</summary>
    /// <value>By community, gathering and person. Empty unless it is set; any order will do.</value>
    /// <exception cref="ArgumentException">Two different entries are about one person at one gathering, or a time lies outside 1970 to 2099.</exception>
    public ValueList<AttendanceEntry> Attendances
    {
        get;
        init => field = Checked(CanonicalOrder.Of(value ?? []), e => (e.Community, e.Gathering, e.Person), e => [e.RsvpAt]);
    } = [];

    /// <summary>Gets what communities made and keep.</summary>
    /// <value>By community and id. Empty unless it is set; any order will do.</value>
    /// <exception cref="ArgumentException">Two different entries have one id, or a time lies outside 1970 to 2099.</exception>
    public ValueList<ArtifactEntry> Artifacts
    {
        get;
        init => field = Checked(CanonicalOrder.Of(value ?? []), e => (e.Community, e.Artifact), e => [e.Published, e.Confirmed, e.ReviewDue]);
    } = [];

    /// <summary>Gets the value stories.</summary>
    /// <value>By community and id. Empty unless it is set; any order will do.</value>
    /// <exception cref="ArgumentException">Two different entries have one id, or a time lies outside 1970 to 2099.</exception>
    public ValueList<StoryEntry> Stories
    {
        get;
        init => field = Checked(CanonicalOrder.Of(value ?? []), e => (e.Community, e.Story), e => [e.At, e.Published]);
    } = [];

    /// <summary>Gets how many members were counted where they are not known.</summary>
    /// <value>By community, time and source. Empty unless it is set; any order will do.</value>
    /// <exception cref="ArgumentException">A time lies outside 1970 to 2099.</exception>
    public ValueList<HeadcountEntry> Headcounts
    {
        get;
        init => field = Checked(CanonicalOrder.Of(value ?? []), e => e, e => [e.At]);
    } = [];

    /// <summary>Gets which ids are one person.</summary>
    /// <value><see cref="PersonAliases.None"/> unless it is set. The rows are not changed by it; <see cref="Unified"/> gives them under the person behind each id.</value>
    public PersonAliases Aliases { get; init => field = value ?? PersonAliases.None; } = PersonAliases.None;

    /// <summary>The rows of the kind story: one for each claim.</summary>
    internal ValueList<StoryRow> StoryRows => Stories.SelectMany(Interchange.StoryRows.Of).ToValueList();

    /// <summary>Returns the people with their history.</summary>
    /// <returns>One person for each id in <see cref="People"/>, by id.</returns>
    public ValueList<Person> ToPeople() =>
        People.GroupBy(entry => entry.Person).Select(entries => new Person(entries.Key, entries.Select(e => e.ToAttributes()).ToValueList())).ToValueList();

    /// <summary>Returns who belonged to a community.</summary>
    /// <param name="community">The community.</param>
    /// <returns>Its roster; without periods when there are none.</returns>
    public Roster RosterOf(CommunityId community) => new(community, Memberships.Where(period => period.Community == community).ToValueList());

    /// <summary>Returns the data with every id of a person in the place of the person behind it, and without aliases.</summary>
    /// <returns>
    /// Data of people, to be measured; these data when there are no aliases. What is known about a person is what stands under their own id; where nothing does, what stands under their first alias.
    /// Two answers of one person to a gathering become one: they came, or hosted, when either says so. A meeting that is left with one person is left out. O(n log n).
    /// </returns>
    public InterchangeData Unified() => Aliases.All.Count == 0 ? this : new Unification(this).Data();

    private static ValueList<TEntry> Checked<TEntry, TKey>(
        ValueList<TEntry> entries, Func<TEntry, TKey> keyOf, Func<TEntry, IEnumerable<DateTimeOffset?>> timesOf, [CallerMemberName] string parameter = "")
    {
        Require(entries.DistinctBy(keyOf).Count() == entries.Count, "Two different entries have one id.", parameter);
        Require(entries.SelectMany(timesOf).All(at => at is null || InstantText.IsInRange(at.Value.UtcTicks)), "A time lies outside 1970 to 2099.", parameter);
        return entries;
    }

    private static void Require(bool condition, string message, string parameter)
    {
        if (!condition)
        {
            throw new ArgumentException(message, parameter);
        }
    }

    private IEnumerable<DateTimeOffset?> Times() =>
    [
        .. People.SelectMany(e => new[] { e.From, e.Until }),
        .. Communities.Select(e => e.Chartered),
        .. Memberships.SelectMany(p => new[] { p.From, p.Until }),
        .. Meetings.Select(e => (DateTimeOffset?)e.At),
    ];
}
