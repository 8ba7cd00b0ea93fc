using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Benchmarks.SideBySide;

namespace CommunityOfPractice.Core.Benchmarks.Micro;

/// <summary>Made-up data for the measurements, the same in each run.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Begin = new(2023, 1, 1, 0, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset End = Begin.AddDays(1096);

    /// <summary>Activities in order of time, evenly over three years: a fifth asks, three fifths reply to something recent in the community, a fifth posts.</summary>
    public static Activity[] Activities(int count, int people, int communities, bool ids)
    {
        SplitMix random = new(7);
        PersonId[] persons = [.. Enumerable.Range(0, people).Select(p => new PersonId($"person-{p}"))];
        CommunityId[] places = [.. Enumerable.Range(0, communities).Select(c => new CommunityId($"practice-{c}"))];
        ActivityId?[] last = new ActivityId?[communities];
        Activity[] activities = new Activity[count];
        long step = (End - Begin).Ticks / count;
        for (int i = 0; i < count; i++)
        {
            int place = random.Skewed(communities, 1), kind = random.Below(5);
            bool replies = kind >= 2 && last[place] is not null && ids;
            activities[i] = new(places[place], persons[random.Skewed(people, 3)], Begin.AddTicks(i * step), kind == 0 ? Act.Ask : replies ? Act.Answer : Act.Post)
            {
                Id = ids ? new ActivityId($"m{i}") : null,
                InReplyTo = replies ? last[place] : null,
            };
            last[place] = kind < 2 ? activities[i].Id : last[place];
        }

        return activities;
    }

    public static T[] Shuffled<T>(T[] items)
    {
        T[] shuffled = [.. items];
        SplitMix random = new(11);
        for (int i = shuffled.Length - 1; i > 0; i--)
        {
            int j = random.Below(i + 1);
            (shuffled[i], shuffled[j]) = (shuffled[j], shuffled[i]);
        }

        return shuffled;
    }

    public static int[] Counts(int people)
    {
        SplitMix random = new(13);
        int[] counts = new int[people];
        for (int i = 0; i < people * 20; i++)
        {
            counts[random.Skewed(people, 3)]++;
        }

        return counts;
    }

    public static double[] Numbers(int count)
    {
        SplitMix random = new(17);
        return [.. Enumerable.Range(0, count).Select(_ => random.Below(1 << 24) / 3600.0)];
    }
}
