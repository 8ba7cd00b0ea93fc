using System.Diagnostics;
using System.Text.Json;
using CommunityOfPractice.Core.Matching;

namespace CommunityOfPractice.Core.Benchmarks.Matching;

/// <summary>One pairing round of many people: processor time, memory, and what is proven.</summary>
internal static class PairingMeasures
{
    public static void Run(int people, string format)
    {
        Participant[] all = [.. Enumerable.Range(0, people).Select(i => new Participant(new($"p{i}"))
        {
            OptedIn = true,
            Attributes = new() { Department = $"d{i % 37}", Location = $"l{i % 11}", Languages = [i % 5 == 0 ? "de" : "en", "fr"], TimeZone = i % 3 == 0 ? "America/New_York" : "Europe/Berlin" },
        })];
        using Process process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        PairingRound round = PairingPlanner.Plan(new(all, new(2026, 11, 26, 0, 0, 0, TimeSpan.Zero), 1)
        {
            Rules = PairingRules.Default with { Format = format == "groups" ? PairingFormat.Groups : PairingFormat.Pairs },
        });
        process.Refresh();
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            people,
            format,
            cpu_s = (process.TotalProcessorTime - before).TotalSeconds,
            peak_mb = process.PeakWorkingSet64 >> 20,
            groups = round.Groups.Count,
            unmatched = round.Unmatched.Count,
            value = round.Certificate.Value,
            bound = round.Certificate.Bound,
            verified = round.Certificate.Verified,
        }));
    }
}
