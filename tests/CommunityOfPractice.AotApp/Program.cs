// A broad slice of the library in one program: published as native code by .ci/aot, where its output has to be that of the same
// program under the just-in-time compiler. Without arguments it tells everything; with `start` only what a host does first.

using System.Globalization;
using CommunityOfPractice.AotApp;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
StoryHost host = new();
await host.LiveAsync(wholly: !args.Contains("start"));
if (args.Contains("start"))
{
    Console.WriteLine(await Telling.FirstReportAsync(host.Services));
    return;
}

await Telling.JournalAsync(host.Services);
await Telling.RefusalsAsync(host.Services);
await Telling.HealthAsync(host.Services);
await Telling.MatchingAsync(host.Services);
await Telling.InterchangeAsync();
await Telling.PersonalDataAsync(host.Services);
await Telling.ConformanceAsync();
