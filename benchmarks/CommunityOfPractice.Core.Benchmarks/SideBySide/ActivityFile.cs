using System.Globalization;
using System.Text;

namespace CommunityOfPractice.Core.Benchmarks.SideBySide;

/// <summary>Writes the input of the comparison: an activity CSV as a forum or chat would export it, in order of time.</summary>
/// <remarks>
/// Three years from 2023-01-01. A few people and communities do most; two thirds of the people and two fifths of the communities come in over
/// time, so there are newcomers and young communities; seven in ten acts happen in the person's home community. People ask, answer, reply,
/// post, comment and react to something recent, now and then to something of their own; some questions are never answered.
/// </remarks>
internal static class ActivityFile
{
    private const int SpanSeconds = 1096 * 86_400;
    private const int Recent = 64;

    public static void Write(string path, int events, int people, int communities, ulong seed)
    {
        SplitMix random = new(seed);
        Recently[] messages = NewRings(communities), questions = NewRings(communities);
        int[] thread = new int[events];
        int knownPeople = Math.Max(1, people / 3), knownCommunities = Math.Max(1, communities * 3 / 5);
        int firstPeople = knownPeople, firstCommunities = knownCommunities;
        long second = new DateTimeOffset(2023, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
        int gap = Math.Max(1, (int)(2L * SpanSeconds / events));
        using StreamWriter file = new(path, append: false, new UTF8Encoding(false), 1 << 20) { NewLine = "\n" };
        file.WriteLine("community,person,at,act,id,in_reply_to,thread");
        for (int i = 0; i < events; i++)
        {
            second += random.Below(gap);
            int who = random.Skewed(knownPeople, 3);
            int where = random.Below(100) < 70
                ? (int)(SplitMix.Mix(seed + ((ulong)who * 0x9E3779B97F4A7C15)) % (ulong)firstCommunities)
                : random.Skewed(knownCommunities, 1);
            if (knownPeople < people && knownPeople - firstPeople < (long)(people - firstPeople) * i / (events - 1))
            {
                who = knownPeople++;
            }

            if (knownCommunities < communities && knownCommunities - firstCommunities < (long)(communities - firstCommunities) * i / (events * 97L / 100))
            {
                where = knownCommunities++;
            }

            (string act, int parent) = ActOf(random.Below(100), ref random, messages[where], questions[where]);
            thread[i] = parent < 0 ? i : thread[parent];
            if (act is not "react")
            {
                messages[where].Add(i);
            }

            if (act is "ask")
            {
                questions[where].Add(i);
            }

            file.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"practice-{where:D3},person-{who:D5},{DateTimeOffset.FromUnixTimeSeconds(second):yyyy-MM-dd'T'HH:mm:ss'Z'},{act},m{i},{(parent < 0 ? string.Empty : $"m{parent}")},m{thread[i]}"));
        }
    }

    private static (string Act, int Parent) ActOf(int draw, ref SplitMix random, Recently messages, Recently questions)
    {
        if (draw < 14)
        {
            return ("ask", -1);
        }

        Recently targets = draw < 34 ? questions : messages;
        if (draw >= 88 || targets.Count == 0)
        {
            return ("post", -1);
        }

        string act = draw < 34 ? "answer" : draw < 58 ? "reply" : draw < 65 ? "comment" : "react";
        return (act, targets.Back(random.Skewed(Math.Min(targets.Count, Recent), 1)));
    }

    private static Recently[] NewRings(int communities) => [.. Enumerable.Range(0, communities).Select(_ => new Recently())];

    /// <summary>The last messages of a community.</summary>
    private sealed class Recently
    {
        private readonly int[] ring = new int[Recent];

        public int Count { get; private set; }

        public void Add(int message) => ring[Count++ % Recent] = message;

        public int Back(int steps) => ring[(Count - 1 - steps) % Recent];
    }
}
