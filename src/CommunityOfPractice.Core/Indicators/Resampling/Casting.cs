using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>Who does what when people are drawn again: a conversation comes as often as whoever began it, and each reply in it has a giver.</summary>
/// <remarks>
/// A reply is given by the copy of whoever gave it. Where they were not drawn often enough, another drawn person of the same department stands in, with
/// a reply of theirs that lost its own conversation; where there is none, with one more. So a question keeps its fate, and people keep how much they give.
/// </remarks>
internal sealed class Casting
{
    private const int Tries = 8;

    private readonly ResampledPeople people;
    private readonly Conversations threads;
    private readonly ReadOnlyMemory<long> firstSeen;
    private readonly int[] times;
    private readonly SplitMix64 random;
    private readonly List<(int Activity, int Person, int Copy)>[] spare;
    private readonly List<int>[] present;
    private long place;

    public Casting(ResampledPeople people, Conversations threads, ReadOnlyMemory<long> firstSeen, int[] times, SplitMix64 random)
    {
        (this.people, this.threads, this.firstSeen, this.times, this.random) = (people, threads, firstSeen, times, random);
        int departments = people.Department.Length == 0 ? 1 : people.Department.Max() + 1;
        spare = [.. Enumerable.Range(0, departments).Select(_ => new List<(int, int, int)>())];
        present = [.. Enumerable.Range(0, departments).Select(_ => new List<int>())];
        for (int person = 0; person < times.Length; person++)
        {
            if (times[person] > 0)
            {
                present[people.Department[person]].Add(person);
            }
        }

        Attached = new int[threads.Parent.Length + 1];
        Left = new int[threads.Parent.Length];
        for (int i = 0; i < Left.Length; i++)
        {
            Attached[i + 1] = Attached[i] + CopiesOf(threads.Root[i]);
            Left[i] = SpareOf(i);
        }

        Givers = new Giver[Attached[^1]];
    }

    /// <summary>Where the copies of each activity that hang in a conversation begin in <see cref="Givers"/>, and the end.</summary>
    public int[] Attached { get; }

    /// <summary>Who gives each of them.</summary>
    public Giver[] Givers { get; }

    /// <summary>How many further copies of a reply by their own giver remain, whose conversation was not drawn as often.</summary>
    public int[] Left { get; }

    /// <summary>Fills <see cref="Givers"/>.</summary>
    public void Cast(ReadOnlySpan<long> at)
    {
        CollectSpare();
        for (int i = 0; i < Left.Length; i++)
        {
            int parent = threads.Parent[i], author = threads.Author[i];
            for (int copy = 0; Attached[i] + copy < Attached[i + 1]; copy++)
            {
                Giver? target = parent < 0 || parent > i ? null : Givers[Attached[parent] + copy];
                Givers[Attached[i] + copy] = author < 0 ? new(-1, 0)
                    : parent < 0 ? new(author, copy)
                    : author == threads.Author[parent] && target is { } oneself ? oneself
                    : copy < times[author] && new Giver(author, (copy + threads.Root[i]) % times[author]) is var own && own != target ? own
                    : StandIn(author, at[i], target);
            }
        }
    }

    /// <summary>Whom an act of somebody is addressed to when they are drawn as often as they are; a stand-in where they are not.</summary>
    public Giver Addressed(int person, int copy) => times[person] > 0 ? new(person, copy % times[person])
        : present[people.Department[person]] is { Count: > 0 } same ? new(same[random.Split(person).Below(0, same.Count)], 0)
        : new(person, 0);

    private int CopiesOf(int root) => threads.Author[root] < 0 ? 1 : times[threads.Author[root]];

    private int SpareOf(int i)
    {
        int author = threads.Author[i];
        return author < 0 || threads.Parent[i] < 0 || author == threads.Author[threads.Parent[i]] ? 0 : Math.Max(0, times[author] - CopiesOf(threads.Root[i]));
    }

    private void CollectSpare()
    {
        for (int i = 0; i < Left.Length; i++)
        {
            int author = threads.Author[i], first = Attached[i + 1] - Attached[i];
            for (int k = 0; k < Left[i]; k++)
            {
                spare[people.Department[author]].Add((i, author, (first + k + threads.Root[i]) % times[author]));
            }
        }

        for (int department = 0; department < spare.Length; department++)
        {
            random.Split(-2 - department).Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(spare[department]));
        }
    }

    private Giver StandIn(int author, long at, Giver? target)
    {
        int department = people.Department[author];
        List<(int Activity, int Person, int Copy)> free = spare[department];
        for (int back = 1; back <= Math.Min(Tries, free.Count); back++)
        {
            (int activity, int person, int copy) = free[^back];
            if (Fits(new(person, copy), at, target))
            {
                free[^back] = free[^1];
                free.RemoveAt(free.Count - 1);
                Left[activity]--;
                return new(person, copy);
            }
        }

        List<int> there = present[department];
        for (int attempt = 0; there.Count > 0 && attempt < Tries; attempt++)
        {
            int person = there[random.Below(place++, there.Count)];
            Giver giver = new(person, random.Below(place++, times[person]));
            if (Fits(giver, at, target))
            {
                return giver;
            }
        }

        return new(author, 0);
    }

    /// <summary>Nobody replies to themselves, or before they first took part.</summary>
    private bool Fits(Giver giver, long at, Giver? target) => giver != target && giver.Person < firstSeen.Length && firstSeen.Span[giver.Person] <= at;
}

/// <summary>A copy of a person, or -1 for a bot.</summary>
internal readonly record struct Giver(int Person, int Copy);
