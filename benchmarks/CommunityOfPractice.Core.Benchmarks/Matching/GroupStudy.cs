using System.Diagnostics;
using System.Text.Json;
using CommunityOfPractice.Core.Matching;

namespace CommunityOfPractice.Core.Benchmarks.Matching;

/// <summary>How often a round of groups reaches the optimum that CP-SAT proves, and in how much processor time.</summary>
internal static class GroupStudy
{
    private static readonly (int People, int Size)[] Shapes =
        [(12, 3), (15, 3), (18, 3), (21, 3), (24, 3), (27, 3), (30, 3), (33, 3), (36, 3), (12, 4), (14, 4), (16, 4), (20, 4), (22, 4), (24, 4), (28, 4), (32, 4), (36, 4)];

    public static void Run(string family, int limit)
    {
        PairingPlanner.Plan(new GroupInstance(family, 36, 4).Request(2)); // compiles
        int proven = 0, reached = 0;
        foreach ((int people, int size) in Shapes)
        {
            GroupInstance instance = new(family, people, size);
            PairingRequest request = instance.Request(1);
            using Process process = Process.GetCurrentProcess();
            TimeSpan before = process.TotalProcessorTime;
            PairingRound round = PairingPlanner.Plan(request);
            process.Refresh();
            double processor = (process.TotalProcessorTime - before).TotalSeconds;
            long value = ValueOf(instance, round);
            (long best, bool optimal, double work) = GroupRival.Solve(instance, [.. round.Groups.Select(g => g.People.Count)], limit);
            proven += optimal ? 1 : 0;
            reached += optimal && value == best ? 1 : 0;
            Console.WriteLine(JsonSerializer.Serialize(new { family, people, size, value, cpu_s = processor, verified = round.Certificate.Verified && value == round.Certificate.Value, rival = best, rival_proven = optimal, rival_work = work }));
        }

        Console.WriteLine(JsonSerializer.Serialize(new { family, instances = Shapes.Length, proven, reached }));
    }

    /// <summary>Counts the points of a round again.</summary>
    private static long ValueOf(GroupInstance instance, PairingRound round)
    {
        long value = 0;
        foreach (PairingGroup group in round.Groups)
        {
            int[] people = [.. group.People.Select(p => GroupInstance.NumberOf(new(p)))];
            value += Enumerable.Range(0, people.Length).Sum(i => Enumerable.Range(0, i).Sum(j => (long)instance.Points(people[i], people[j])));
        }

        return value;
    }
}
