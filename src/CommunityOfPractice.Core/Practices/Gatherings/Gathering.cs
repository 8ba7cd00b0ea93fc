using System.Collections.Immutable;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>A gathering with who comes, who waits for a place and who came.</summary>
/// <remarks>
/// Immutable; a change makes a new one that shares with the one before what did not change. Never more than <see cref="GatheringInfo.Capacity"/> are going, and nobody waits while a
/// place is free.
/// </remarks>
public sealed class Gathering
{
    private readonly GuestList guests;
    private readonly ImmutableSortedSet<PersonId> attended;

    internal Gathering(GatheringInfo info)
        : this(info, GuestList.Empty, [])
    {
    }

    private Gathering(GatheringInfo info, GuestList guests, ImmutableSortedSet<PersonId> attended)
    {
        Info = info;
        this.guests = guests;
        this.attended = attended;
    }

    /// <summary>Gets its id.</summary>
    /// <value>Never the default value.</value>
    public GatheringId Id => Info.Id;

    /// <summary>Gets what is known about it besides the people.</summary>
    /// <value>As of the latest fact.</value>
    public GatheringInfo Info { get; }

    /// <summary>Gets how it stands.</summary>
    /// <value>Never <see cref="GatheringStatus.None"/>.</value>
    public GatheringStatus Status => Info.Status;

    /// <summary>Gets the first instant.</summary>
    /// <value>In UTC.</value>
    public DateTimeOffset Start => Info.Time.Start;

    /// <summary>Gets the first instant after it.</summary>
    /// <value>In UTC.</value>
    public DateTimeOffset End => Info.Time.End;

    /// <summary>Gets how many have a place.</summary>
    /// <value>Zero up to the capacity.</value>
    public int Going => guests.Going;

    /// <summary>Gets how many wait for a place.</summary>
    /// <value>Zero or more; zero while a place is free.</value>
    public int Waiting => guests.Waiting;

    /// <summary>Gets how many may come.</summary>
    /// <value>Zero or more.</value>
    public int Maybe => guests.Maybe;

    /// <summary>Gets how many do not come.</summary>
    /// <value>Zero or more.</value>
    public int Declined => guests.Declined;

    /// <summary>Gets how many came: those who are named and the others.</summary>
    /// <value>Zero or more.</value>
    public int Attendance => attended.Count + Info.OtherGuests;

    /// <summary>Gets who came, as far as they are named.</summary>
    /// <value>By id.</value>
    public IReadOnlyCollection<PersonId> Attended => attended;

    /// <summary>Gets who waits for a place, the next to be promoted first.</summary>
    /// <value>Found as they are asked for.</value>
    public IEnumerable<PersonId> Waitlist => guests.Queue;

    /// <summary>Gets who answered.</summary>
    /// <value>By the person's id; O(n log n).</value>
    public IEnumerable<GuestReply> Replies => guests.InOrder;

    /// <summary>Gets how many of those with a place came, beside how many had one (domain research 3.E, E3).</summary>
    /// <value>Zero of zero when nobody had one: then the share says nothing.</value>
    public (int Came, int Going) KeptPromises
    {
        get
        {
            int came = attended.Count(p => guests[p]?.Status == RsvpStatus.Going);
            return (came, guests.Going);
        }
    }

    internal GuestList Guests => guests;

    /// <summary>Returns how a person stands to it.</summary>
    /// <param name="person">The person.</param>
    /// <returns><see cref="RsvpStatus.None"/> for who did not answer; O(log n).</returns>
    public RsvpStatus StatusOf(PersonId person) => guests[person]?.Status ?? RsvpStatus.None;

    /// <summary>Returns how soon a person who waits has their turn.</summary>
    /// <param name="person">The person.</param>
    /// <returns>1 for the next to be promoted; null when they do not wait. O(log n).</returns>
    public int? PlaceInQueue(PersonId person) => guests.PlaceOf(person);

    /// <summary>Returns whether a person came.</summary>
    /// <param name="person">The person.</param>
    /// <returns><see langword="true"/> when it was recorded; O(log n).</returns>
    public bool WasAttendedBy(PersonId person) => attended.Contains(person);

    /// <summary>Returns everything as plain lists.</summary>
    /// <returns>Equal for equal gatherings.</returns>
    public GatheringState ToState() => new(Info, guests.InOrder.ToValueList(), attended.ToValueList(), guests.Answers);

    internal static Gathering Of(GatheringState state) => new(state.Info, GuestList.Of(state.Replies, state.Answers), [.. state.Attended]);

    /// <summary>An occurrence that nobody has touched.</summary>
    internal static Gathering Of(GatheringSeries series, SeriesOccurrence occurrence) => new(new(occurrence.Id, series.Details, occurrence.Time)
    {
        Hosts = series.HostsOf(occurrence),
        Capacity = series.Capacity,
        Series = series.Id,
        Occurrence = occurrence.Original,
    });

    internal bool IsHost(PersonId person) => Info.Hosts.AsSpan().Contains(person);

    internal Gathering With(GatheringInfo info) => new(info, guests, attended);

    internal Gathering With(GuestList list) => ReferenceEquals(list, guests) ? this : new(Info, list, attended);

    internal Gathering WithAttended(IEnumerable<PersonId> present, IEnumerable<PersonId> absent) => new(Info, guests, attended.Union(present).Except(absent));
}
