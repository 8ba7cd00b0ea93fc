namespace CommunityOfPractice.Core.Assignment;

/// <summary>A moment at which something happens in a search, and two numbers that say what.</summary>
internal readonly record struct SearchEvent(long Time, int From, int To);

/// <summary>A binary heap of events: the earliest comes first.</summary>
internal sealed class EventHeap
{
    private SearchEvent[] items = new SearchEvent[64];

    public int Count { get; private set; }

    public long Earliest => items[0].Time;

    public void Clear() => Count = 0;

    public void Push(long time, int from, int to)
    {
        if (Count == items.Length)
        {
            Array.Resize(ref items, 2 * Count);
        }

        int hole = Count++;
        while (hole > 0 && time < items[(hole - 1) >> 1].Time)
        {
            items[hole] = items[(hole - 1) >> 1];
            hole = (hole - 1) >> 1;
        }

        items[hole] = new(time, from, to);
    }

    public SearchEvent Pop()
    {
        SearchEvent first = items[0];
        SearchEvent last = items[--Count];
        int hole = 0;
        while (true)
        {
            int child = (2 * hole) + 1;
            if (child >= Count)
            {
                break;
            }

            child += child + 1 < Count && items[child + 1].Time < items[child].Time ? 1 : 0;
            if (last.Time <= items[child].Time)
            {
                break;
            }

            items[hole] = items[child];
            hole = child;
        }

        items[hole] = last;
        return first;
    }
}
