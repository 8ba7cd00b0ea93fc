using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>Numbers the people of one community's history 0, 1, 2 …, so that everything about them fits into small arrays.</summary>
internal sealed class Actors
{
    /// <summary>Stands for the actor where a bot acted.</summary>
    public const int Bot = -1;

    private const int SetAside = -2;

    private readonly List<int> people = [];
    private readonly int[] ofHistory;
    private int[] slots = new int[64]; // open addressing: number + 1 of the person, 0 for none; a power of two, at most half full

    public Actors(ActivityWindow history)
    {
        ofHistory = new int[history.Count];
        ReadOnlySpan<int> who = history.People;
        for (int i = 0; i < who.Length; i++)
        {
            ofHistory[i] = history.IsBot(i) ? Bot : NumberOf(who[i]);
        }

        SetAsideRepliesToOneself(history);
    }

    /// <summary>The actor of each activity in the history that is evidence; below zero for what a bot did and for a reply to oneself.</summary>
    public ReadOnlySpan<int> OfHistory => ofHistory;

    /// <summary>How many people acted.</summary>
    public int Count => people.Count;

    /// <summary>The actor of an activity, a reply to oneself included; <see cref="Bot"/> for what a bot did.</summary>
    public int AuthorOf(int index) => ofHistory[index] >= Bot ? ofHistory[index] : SetAside - ofHistory[index];

    /// <summary>The person's number in the log.</summary>
    public int PersonOf(int actor) => people[actor];

    /// <summary>The actor of a person's number in the log, or -1 when that person never acted here.</summary>
    public int Find(int person) => slots[SlotOf(person)] - 1;

    /// <summary>How many of some activities are evidence.</summary>
    public static int CountEvidence(ReadOnlySpan<int> actors)
    {
        int count = 0;
        foreach (int actor in actors)
        {
            count += actor >= 0 ? 1 : 0;
        }

        return count;
    }

    /// <summary>A reply to oneself tells nothing about a community (law 18); taking back one's own question is no reply.</summary>
    private void SetAsideRepliesToOneself(ActivityWindow history)
    {
        ReadOnlySpan<int> who = history.People, replies = history.Replies;
        ReadOnlySpan<Act> acts = history.Acts;
        for (int i = 0; i < replies.Length; i++)
        {
            int parent = replies[i] - history.Start;
            if (ofHistory[i] >= 0 && parent >= 0 && parent < who.Length && who[parent] == who[i] && acts[i] != Act.Withdraw)
            {
                ofHistory[i] = SetAside - ofHistory[i];
            }
        }
    }

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
