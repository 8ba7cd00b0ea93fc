using System.Collections.Immutable;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Who answered what to a gathering, and who waits for a place in which order.</summary>
/// <remarks>Persistent: a change costs O(log n) and shares the rest with the list before it.</remarks>
internal sealed class GuestList
{
    private readonly ImmutableDictionary<PersonId, GuestReply> replies;
    private readonly ImmutableSortedSet<(long Number, PersonId Person)> queue;

    private GuestList(ImmutableDictionary<PersonId, GuestReply> replies, ImmutableSortedSet<(long Number, PersonId Person)> queue, long answers, int going, int maybe)
    {
        this.replies = replies;
        this.queue = queue;
        Answers = answers;
        Going = going;
        Maybe = maybe;
    }

    public static GuestList Empty { get; } = new(ImmutableDictionary<PersonId, GuestReply>.Empty, [], 0, 0, 0);

    public int Count => replies.Count;

    /// <summary>How many answers were given so far, those that were taken back included.</summary>
    public long Answers { get; }

    public int Going { get; }

    public int Waiting => queue.Count;

    public int Maybe { get; }

    public int Declined => Count - Going - Waiting - Maybe;

    /// <summary>Everybody who answered, by id.</summary>
    public IEnumerable<GuestReply> InOrder => replies.Values.OrderBy(r => r.Person);

    /// <summary>Those who wait, the next to be promoted first.</summary>
    public IEnumerable<PersonId> Queue => queue.Select(q => q.Person);

    public GuestReply? this[PersonId person] => replies.GetValueOrDefault(person);

    /// <summary>Makes the list that replies were taken of.</summary>
    public static GuestList Of(IEnumerable<GuestReply> replies, long answers)
    {
        GuestList list = replies.Aggregate(Empty, (some, reply) => some.Put(reply));
        return new(list.replies, list.queue, Math.Max(answers, list.Answers), list.Going, list.Maybe);
    }

    /// <summary>How many wait before a person, and one; null when they do not wait. O(log n).</summary>
    public int? PlaceOf(PersonId person) =>
        this[person] is { Status: RsvpStatus.Waiting } reply ? queue.IndexOf((reply.Number, person)) + 1 : null;

    /// <summary>An answer: whoever waited loses their turn, whoever says yes anew comes last.</summary>
    public GuestList Answer(PersonId person, RsvpStatus status, DateTimeOffset at) => Put(new(person, status, at, Answers + 1));

    /// <summary>Gives somebody who waits a place; whoever does not wait stays as they are.</summary>
    public GuestList Promote(PersonId person) =>
        this[person] is { Status: RsvpStatus.Waiting } reply ? Put(reply with { Status = RsvpStatus.Going }) : this;

    public GuestList Without(PersonId person)
    {
        if (this[person] is not { } reply)
        {
            return this;
        }

        return new(
            replies.Remove(person),
            reply.Status == RsvpStatus.Waiting ? queue.Remove((reply.Number, person)) : queue,
            Answers,
            Going - (reply.Status == RsvpStatus.Going ? 1 : 0),
            Maybe - (reply.Status == RsvpStatus.Maybe ? 1 : 0));
    }

    /// <summary>Who gets a place when there are so many: those who wait longest, as far as places go. O(k log n) for k people.</summary>
    public IEnumerable<PersonId> Promoted(int? capacity)
    {
        int free = capacity is { } places ? Math.Clamp(places - Going, 0, Waiting) : Waiting;
        for (int i = 0; i < free; i++)
        {
            yield return queue[i].Person;
        }
    }

    private GuestList Put(GuestReply reply)
    {
        GuestList rest = Without(reply.Person);
        return new(
            rest.replies.Add(reply.Person, reply),
            reply.Status == RsvpStatus.Waiting ? rest.queue.Add((reply.Number, reply.Person)) : rest.queue,
            Math.Max(Answers, reply.Number),
            rest.Going + (reply.Status == RsvpStatus.Going ? 1 : 0),
            rest.Maybe + (reply.Status == RsvpStatus.Maybe ? 1 : 0));
    }
}
