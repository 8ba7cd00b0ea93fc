using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Tests.Indicators;

namespace CommunityOfPractice.Core.Tests.Health;

/// <summary>A community made by a process that is known: how busy people are, how often questions are answered, how many newcomers come, stay and are welcomed.</summary>
/// <param name="People">Members at the start.</param>
/// <param name="Joining">How many join in the window.</param>
/// <param name="AskShare">Which part of starts are questions.</param>
/// <param name="Answered">How probable it is that somebody answers a question at all.</param>
/// <param name="Stay">How probable it is that a newcomer takes part again.</param>
/// <param name="Across">How probable it is that who replies works in another department.</param>
internal sealed record SimulatedCommunity(int People, int Joining, double AskShare, double Answered, double Stay, double Across)
{
    public SmallCommunity Draw(int seed)
    {
        Random random = new(seed);
        int all = People + Joining;
        double[] joined = [.. Enumerable.Range(0, all).Select(i => i < People ? -100 : random.NextDouble() * 91)];
        double[] rate = [.. Enumerable.Range(0, all).Select(_ => Math.Exp(0.8 * Normal(random)) * 0.35 / 7)]; // starts a day
        bool[] stays = [.. Enumerable.Range(0, all).Select(i => i < People || random.NextDouble() < Stay)];
        List<Activity> log = [];
        for (int person = 0; person < all; person++)
        {
            double first = Math.Max(-91, joined[person]);
            if (person >= People)
            {
                log.Add(Example.Did($"p{person}", Act.View, first));
            }

            for (double at = first + Wait(random, rate[person]); at < 91 && (stays[person] || at < first + 7); at += Wait(random, rate[person]))
            {
                Start(random, log, person, at, joined, rate, stays);
            }
        }

        for (int week = -13; week < 13; week++)
        {
            log.Add(Example.Did($"p{(random.NextDouble() < 0.6 ? 0 : random.Next(1, 5))}", Act.Host, (7 * week) + 3));
        }

        return Example.Of(log.Where(a => a.At < Example.Quarter.Until)) with
        {
            Roster = new(SmallCommunity.Id, [.. Enumerable.Range(0, all).Select(i => Example.Member($"p{i}", joined[i])), Example.Facilitator("p0", -100), Example.Facilitator("p1", -100)]),
            People = [.. Enumerable.Range(0, all).Select(i => new Person(new($"p{i}"), [new() { Department = $"d{i % 3}" }]))],
        };
    }

    private void Start(Random random, List<Activity> log, int person, double at, double[] joined, double[] rate, bool[] stays)
    {
        bool asks = random.NextDouble() < AskShare;
        string id = $"s{log.Count}";
        log.Add(Example.Did($"p{person}", asks ? Act.Ask : Act.Post, at, id));
        if (random.NextDouble() < (asks ? Answered : 0.5))
        {
            double then = at + (-Math.Log(1 - random.NextDouble()) * 20 / 24);
            bool across = random.NextDouble() < Across;
            int[] able = [.. Enumerable.Range(0, rate.Length).Where(i => i != person && joined[i] <= then && stays[i] && (i % 3 != person % 3) == across)];
            double pick = random.NextDouble() * able.Sum(i => rate[i]);
            int giver = able.First(i => (pick -= rate[i]) <= 0 || i == able[^1]);
            log.Add(Example.Did($"p{giver}", Act.Answer, then, null, id));
        }
    }

    private static double Wait(Random random, double rate) => -Math.Log(1 - random.NextDouble()) / rate;

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
