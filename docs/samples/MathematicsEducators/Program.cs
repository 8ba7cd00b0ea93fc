// The main job, end to end: real activity in, an explained health report out, embedded through dependency injection.
// Run it from anywhere:  dotnet run -c Release --project docs/samples/MathematicsEducators

using System.Globalization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;
using Microsoft.Extensions.DependencyInjection;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// 1. Embed the library: one call, in-memory stores by default.
ServiceCollection services = new();
services.AddCommunityOfPractice(options =>
{
    options.HealthWindow = TimeSpan.FromDays(91);
    options.Publication = PublicationGrid.EveryMoment; // these posts are public; by default reports end on Mondays, so that no two of them differ by one person
});
await using ServiceProvider host = services.BuildServiceProvider();

// 2. Read the community's activity. Every error comes with file, line and column; nothing is dropped silently.
InterchangeReader reader = new(new InterchangeReaderOptions(), problem => Console.Error.WriteLine(problem));
await using (FileStream file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "data", "matheducators-2014.activity.csv")))
{
    await reader.ReadAsync(file, "matheducators-2014.activity.csv");
}

InterchangeData data = reader.Complete().OrThrow();

// 3. Record it, as a host application would, and ask how the community fares.
IActivityRecorder recorder = host.GetRequiredService<IActivityRecorder>();
int recorded = (await recorder.RecordAsync([.. Enumerable.Range(0, data.Log.Count).Select(i => data.Log[i])])).OrThrow();

ICommunityHealth health = host.GetRequiredService<ICommunityHealth>();
DateTimeOffset asOf = data.Log[data.Log.Count - 1].At.AddSeconds(1); // just after the last activity, as `cop health` does: both print the same score
TimeWindow window = TimeWindow.Last(TimeSpan.FromDays(91), asOf);
HealthReport report = await health.AssessAsync(new CommunityId("matheducators"), window);

// 4. Say what it means.
Console.WriteLine($"Mathematics Educators, {recorded} activities recorded, as of {asOf:yyyy-MM-ddTHH:mm:ssZ} (just after the last one), looking back 91 days");
Console.WriteLine();
Console.WriteLine($"  {report.Summary}");
IndicatorResult[] read = [.. report.Indicators.Where(i => i.Value is not null)];
decimal[] shown = LargestRemainder.Round([.. read.Select(i => i.Contribution ?? 0)], 1);   // rounded so that the parts add up
foreach (DimensionResult dimension in report.Dimensions)
{
    decimal points = read.Zip(shown).Where(r => r.First.Dimension == dimension.Id).Sum(r => r.Second);
    Console.WriteLine($"  {dimension.Name,-12} {dimension.Score?.ToString("0.0") ?? "not measured",12}   {points,6:+0.0;-0.0} points from the baseline of {report.Baseline:0}");
}

Console.WriteLine();
Console.WriteLine("What it means");
foreach ((IndicatorResult indicator, decimal rounded) in read.Zip(shown))
{
    string points = indicator.Contribution is null ? "context" : $"{rounded:+0.0;-0.0} points";
    Console.WriteLine($"  {indicator.Info.Name,-38} {indicator.Value,10:0.###} {indicator.Info.Unit,-8} {points,12}   {indicator.Info.Meaning}");
}

Console.WriteLine();
Console.WriteLine("What could not be told (unknown is not zero)");
foreach (IndicatorResult indicator in report.Indicators.Where(i => i.Value is null))
{
    string why = indicator.Reading.Measurement.Match(
        _ => string.Empty,
        little => $"{little.Have:0} of {little.Need:0} {little.What} so far",
        not => not.Reason.Text,
        withheld => withheld.Rule.Text);
    Console.WriteLine($"  {indicator.Info.Name,-38} {why}");
}

Console.WriteLine();
Console.WriteLine("What to do next");
if (report.NextSteps.Count == 0)
{
    Console.WriteLine("  Nothing measured here is weak. Find out what could not be told: name the facilitators, and record who joins.");
}

foreach (NextStep step in report.NextSteps)
{
    Console.WriteLine($"  {step.Text} (worth {step.Gain:+0.0} points)");
}

// The explanation is the score: the shares add up to it.
double rest = report.Score!.Value - report.Baseline!.Value - report.Explanation.Sum(share => share.Amount);
return Math.Abs(rest) < 1e-9 ? 0 : 1;
