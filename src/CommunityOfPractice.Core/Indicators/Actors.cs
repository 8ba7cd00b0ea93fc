using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>Numbers the people of one community's history 0, 1, 2 …, so that everything about them fits into small arrays.</summary>
internal sealed class Actors
{
    private readonly Dictionary<int, int> numbers = [];
    private readonly List<int> people = [];
    private readonly int[] ofHistory;

    public Actors(ActivityWindow history)
    {
        ofHistory = new int[history.Count];
        ReadOnlySpan<int> who = history.People;
        int last = -1, lastNumber = -1;
        for (int i = 0; i < who.Length; i++)
        {
            if (history.IsBot(i))
            {
                ofHistory[i] = -1;
                continue;
            }

            if (who[i] != last)
            {
                last = who[i];
                lastNumber = NumberOf(last);
            }

            ofHistory[i] = lastNumber;
        }
    }

    /// <summary>The actor of each activity in the history; -1 for a bot.</summary>
    public ReadOnlySpan<int> OfHistory => ofHistory;

    /// <summary>How many people acted.</summary>
    public int Count => people.Count;

    /// <summary>The person's number in the log.</summary>
    public int PersonOf(int actor) => people[actor];

    /// <summary>The actor of a person's number in the log, or -1 when that person never acted here.</summary>
    public int Find(int person) => numbers.GetValueOrDefault(person, -1);

    private int NumberOf(int person)
    {
        if (!numbers.TryGetValue(person, out int number))
        {
            number = people.Count;
            numbers.Add(person, number);
            people.Add(person);
        }

        return number;
    }
}
