// A console host without a container: the services are composed by their constructors, and lines of text become commands.
// Run it from anywhere:  dotnet run -c Release --project docs/samples/ConsoleWithoutContainer [-- FILE]
// FILE holds lines such as "ada joins"; without one, the lines below are read.

using System.Globalization;
using ConsoleWithoutContainer;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string[] lines = args is [var file, ..] ? await File.ReadAllLinesAsync(file) :
[
    "ada proposes Plain writing", "ada joins", "ben joins",
    "ada launches", // refused: everything that is still missing is named
    "cleo joins", "ada facilitates", "ada charters To write so that people understand at once", "ada launches",
    "ben asks How long may a sentence be?", "cleo answers Twenty words", "ben asks And a paragraph?", "ada answers Three sentences",
    "dev answers Ask me", // refused: dev is no member
    "report",
];

Host host = new();
int refused = 0;
foreach (string line in lines)
{
    string answer = await host.PutAsync(line);
    refused += answer.StartsWith("refused", StringComparison.Ordinal) ? 1 : 0;
    Console.WriteLine($"{line}\n    {answer}");
}

// The sample is part of the build, so it checks what it shows: two of its own lines are refused.
return args.Length > 0 || refused == 2 ? 0 : 1;
