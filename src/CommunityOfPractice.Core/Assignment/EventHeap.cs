namespace CommunityOfPractice.Core.Assignment;

/// <summary>A moment at which something happens in a search, and two numbers that say what.</summary>
internal readonly record struct SearchEvent(long Time, int From, int To);

/// <summary>Events of a search in the order of time, none before the last one taken. A binary heap; what is due at once stands in a line instead, so that ways stay short.</summary>
internal sealed class EventHeap
{
    private SearchEvent[] items = new SearchEvent[64];
    private SearchEvent[] due = new SearchEvent[64];
    private int waiting;
    private int served;
    private int arrived;
    private long now;

    public int Count => waiting + arrived - served;

    public long Earliest => served < arrived ? now : items[0].Time;

    /// <summary>Empties the heap and sets its clock to zero.</summary>
    public void Clear() => (waiting, served, arrived, now) = (0, 0, 0, 0);

    public void Push(long time, int from, int to)
    {
        if (time == now)
        {
            Add(ref due, arrived++, new(time, from, to));
            return;
        }

        int hole = waiting++;
        Add(ref items, hole, default);
        while (hole > 0 && time < items[(hole - 1) >> 1].Time)
        {
            items[hole] = items[(hole - 1) >> 1];
            hole = (hole - 1) >> 1;
        }

        items[hole] = new(time, from, to);
    }

    public SearchEvent Pop()
    {
        if (served < arrived)
        {
            return due[served++];
        }

        (served, arrived) = (0, 0);

        SearchEvent first = items[0];
        SearchEvent last = items[--waiting];
        int hole = 0;
        while (true)
        {
            int child = (2 * hole) + 1;
            if (child >= waiting)
            {
                break;
            }

            child += child + 1 < waiting && items[child + 1].Time < items[child].Time ? 1 : 0;
            if (last.Time <= items[child].Time)
            {
                break;
            }

            items[hole] = items[child];
            hole = child;
        }

        items[hole] = last;
        now = first.Time;
        return first;
    }

    private static void Add(ref SearchEvent[] to, int at, SearchEvent added)
    {
        if (at == to.Length)
        {
            Array.Resize(ref to, 2 * at);
        }

        to[at] = added;
    }
}
