// package CommunityOfPractice.Core *
// package Microsoft.Extensions.DependencyInjection 10.0.12
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using Microsoft.Extensions.DependencyInjection;

ServiceCollection services = new();
services.AddCommunityOfPractice(options => (options.HealthWindow, options.Publication) = (TimeSpan.FromDays(182), PublicationGrid.EveryMoment));
await using ServiceProvider host = services.BuildServiceProvider();
CommunityId agile = new("agile");
DateTimeOffset now = TimeProvider.System.GetUtcNow();
IActivityRecorder recorder = host.GetRequiredService<IActivityRecorder>();
await recorder.RecordAsync(new Activity(agile, new PersonId("ada"), now.AddHours(-2), Act.Ask) { Id = new ActivityId("q1") });
await recorder.RecordAsync(new Activity(agile, new PersonId("bob"), now.AddHours(-1), Act.Answer) { InReplyTo = new ActivityId("q1") });
string summary = (await host.GetRequiredService<ICommunityHealth>().AssessAsync(agile)).Summary;
Console.WriteLine(summary);
return summary.StartsWith("Too early to tell", StringComparison.Ordinal) ? 0 : 1;
