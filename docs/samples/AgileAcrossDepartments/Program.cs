// The first year of an Agile community across IT, Marketing, Sales, Customer Service and HR: from the proposal to the health and silo report.
// The people and what they do are made up by the simulator; everything that decides and counts is the library.
// Run it from anywhere:  dotnet run -c Release --project docs/samples/AgileAcrossDepartments [-- FOLDER]
// The report as a page is written to FOLDER, by default a folder of its own among the temporary files.

using System.Globalization;
using AgileAcrossDepartments;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string folder = args is [var named, ..] ? Directory.CreateDirectory(named).FullName : Directory.CreateTempSubdirectory("agile-across-departments-").FullName;
await using FirstYear year = new(Console.Out);
Outcome outcome = await year.LiveAsync();
string page = Path.Combine(folder, "first-year.html");
await File.WriteAllTextAsync(page, ReportPage.Of(outcome));
Console.WriteLine();
Console.WriteLine($"The report as a page: {page}");

// The sample is part of the build, so it checks what it shows.
return outcome is { Health.Score: not null, Silos: not null, Story.Status: CommunityOfPractice.Core.Practices.StoryStatus.Published } ? 0 : 1;
