using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>Numbers the people of one community's history 0, 1, 2 …, so that everything about them fits into small arrays.</summary>
internal sealed class Actors
{
    private readonly List<int> people = [];
    private readonly int[] ofHistory;
    private int[] slots = new int[64]; // open addressing: number + 1 of the person, 0 for none; a power of two, at most half full

    public Actors(ActivityWindow history)
    {
        ofHistory = new int[history.Count];
        ReadOnlySpan<int> who = history.People;
        for (int i = 0; i < who.Length; i++)
        {
            ofHistory[i] = history.IsBot(i) ? -1 : NumberOf(who[i]);
        }
    }

    /// <summary>The actor of each activity in the history; -1 for a bot.</summary>
    public ReadOnlySpan<int> OfHistory => ofHistory;

    /// <summary>How many people acted.</summary>
    public int Count => people.Count;

    /// <summary>The person's number in the log.</summary>
    public int PersonOf(int actor) => people[actor];

    /// <summary>The actor of a person's number in the log, or -1 when that person never acted here.</summary>
    public int Find(int person) => slots[SlotOf(person)] - 1;

    private int NumberOf(int person)
    {
        int slot = SlotOf(person);
        if (slots[slot] > 0)
        {
            return slots[slot] - 1;
        }

        people.Add(person);
        slots[slot] = people.Count;
        if (people.Count * 2 > slots.Length)
        {
            Grow();
        }

        return people.Count - 1;
    }

    /// <summary>The slot of a person, or the free one where the person belongs.</summary>
    private int SlotOf(int person)
    {
        int mask = slots.Length - 1;
        int slot = (int)((uint)person * 0x9E3779B9u >> 15) & mask;
        while (slots[slot] > 0 && people[slots[slot] - 1] != person)
        {
            slot = slot + 1 & mask;
        }

        return slot;
    }

    private void Grow()
    {
        slots = new int[slots.Length * 4];
        for (int number = 0; number < people.Count; number++)
        {
            slots[SlotOf(people[number])] = number + 1;
        }
    }
}
