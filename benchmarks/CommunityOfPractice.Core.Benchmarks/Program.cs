using BenchmarkDotNet.Running;
using CommunityOfPractice.Core.Benchmarks.Subject;

// "subject VERB …" measures one case for shared/bench/bench.py; anything else goes to BenchmarkDotNet.
switch (args)
{
    case ["subject", "graph", var path, var vertices, var repetitions]:
        GraphSubject.Run(path, int.Parse(vertices), int.Parse(repetitions));
        return 0;
    case ["subject", ..]:
        Console.Error.WriteLine("usage: subject graph FILE VERTICES REPETITIONS");
        return 2;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
}
