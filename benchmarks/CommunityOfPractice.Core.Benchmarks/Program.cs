using System.Globalization;
using BenchmarkDotNet.Running;
using CommunityOfPractice.Core.Benchmarks.Matching;
using CommunityOfPractice.Core.Benchmarks.Micro;
using CommunityOfPractice.Core.Benchmarks.SideBySide;
using CommunityOfPractice.Core.Benchmarks.Stores;
using CommunityOfPractice.Core.Benchmarks.Studies;
using CommunityOfPractice.Core.Benchmarks.Subject;

// "subject VERB …" measures one case for shared/bench/bench.py; generate, report and duckdb are the steps of benchmarks/side-by-side/run;
// "record" prints the figures of benchmarks/results/record.md, "gatherings" those of benchmarks/results/gatherings.md, "tallies FILE COMMUNITIES" those of benchmarks/results/tallies.md,
// "recommendations FOLDER CUT UNTIL [organisations]" those of docs/recommendation-study.md;
// "pairing-year", "pairing PEOPLE pairs|groups", "groups uniform|steps|topics LIMIT" (against CP-SAT) and "experts [--earlier] POSTS…" those of docs/matching-pairs.md;
// "stores ROUNDS sqlite FOLDER | postgresql CONNECTION" prints a part of benchmarks/results/stores.md (benchmarks/stores runs them all);
// anything else goes to BenchmarkDotNet.
switch (args)
{
    case ["subject", "graph", var path, var vertices, var repetitions]:
        GraphSubject.Run(path, int.Parse(vertices), int.Parse(repetitions));
        return 0;
    case ["subject", "health", var path, var people, var communities, var repetitions]:
        HealthSubject.Run(path, int.Parse(people), int.Parse(communities), int.Parse(repetitions));
        return 0;
    case ["subject", "scale", var path, var people, var communities]:
        ScaleSubject.Run(path, int.Parse(people), int.Parse(communities));
        return 0;
    case ["subject", "match" or "approximate" or "lap" or "stable" or "capacity", var path, var repetitions]:
        AssignmentSubject.Run(args[1], path, int.Parse(repetitions));
        return 0;
    case ["subject", "topk", var people, var communities, var repetitions]:
        TopSubject.Run(people, communities, int.Parse(repetitions));
        return 0;
    case ["subject", ..]:
        Console.Error.WriteLine("usage: subject graph FILE VERTICES REPETITIONS | subject health FILE PEOPLE COMMUNITIES REPETITIONS | subject scale FILE PEOPLE COMMUNITIES | subject match|approximate|lap|stable|capacity FILE REPETITIONS | subject topk PEOPLE COMMUNITIES REPETITIONS");
        return 2;
    case ["generate", var path, var events, var people, var communities, var seed]:
        ActivityFile.Write(path, int.Parse(events), int.Parse(people), int.Parse(communities), ulong.Parse(seed));
        return 0;
    case ["report", var path, var asOf, var days, var threads, var passes]:
        await LibraryReport.RunAsync(path, Instant(asOf), TimeSpan.FromDays(int.Parse(days)), int.Parse(threads), int.Parse(passes));
        return 0;
    case ["duckdb", var path, var asOf, var days, var threads, var passes]:
        DuckReport.Run(path, Instant(asOf), TimeSpan.FromDays(int.Parse(days)), int.Parse(threads), int.Parse(passes));
        return 0;
    case ["record"]:
        RecordMeasures.Run(Console.Out);
        return 0;
    case ["tallies", var path, var communities]:
        TallyMeasures.Run(path, int.Parse(communities), Console.Out);
        return 0;
    case ["recommendations", var folder, var cut, var until]:
        RecommendationStudy.Run(Console.Out, folder, cut, until, organisations: false);
        return 0;
    case ["recommendations", var folder, var cut, var until, "organisations"]:
        RecommendationStudy.Run(Console.Out, folder, cut, until, organisations: true);
        return 0;
    case ["pairing-year"]:
        PairingYear.Run(Console.Out);
        return 0;
    case ["pairing", var people, "pairs" or "groups"]:
        PairingMeasures.Run(int.Parse(people), args[2]);
        return 0;
    case ["groups", var family, var limit]:
        GroupStudy.Run(family, int.Parse(limit));
        return 0;
    case ["experts", .. var sites]:
        foreach (string site in sites.Where(s => s != "--earlier"))
        {
            ExpertStudy.Run(Console.Out, site, later: !sites.Contains("--earlier"));
        }

        return 0;
    case ["stores", var rounds, "sqlite" or "postgresql", var setting]:
        await StoreMeasures.RunAsync(Console.Out, int.Parse(rounds), args[2], setting);
        return 0;
    case ["gatherings"]:
        GatheringMeasures.Run(Console.Out);
        return 0;
    case ["generate" or "report" or "duckdb", ..]:
        Console.Error.WriteLine("usage: generate FILE EVENTS PEOPLE COMMUNITIES SEED | report FILE AS_OF DAYS THREADS PASSES | duckdb FILE AS_OF DAYS THREADS PASSES");
        return 2;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
}

static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
