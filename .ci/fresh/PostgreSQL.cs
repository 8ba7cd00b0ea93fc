// package CommunityOfPractice.EntityFrameworkCore.PostgreSQL *
// package Microsoft.Extensions.DependencyInjection 10.0.12
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

string connection = Environment.GetEnvironmentVariable("COP_FRESH_POSTGRESQL")!;
ServiceCollection services = new();
services.AddCommunityOfPractice().UsePostgreSql(connection);
await using ServiceProvider host = services.BuildServiceProvider();
CommunityId agile = new("agile");
PersonId ada = new("ada");
if (args[0] == "propose")
{
    // the tables by the script that comes in the package
    await using NpgsqlDataSource database = NpgsqlDataSource.Create(connection);
    await database.CreateCommand(await File.ReadAllTextAsync(args[1])).ExecuteNonQueryAsync();
    ProposeCommunity proposal = new(agile, ada, "Agile", "To learn from each other.", CommunityKind.CommunityOfPractice, SimilarShown: []);
    (await host.GetRequiredService<ICommunityCommands>().ExecuteAsync(proposal, Actor.Of(ada))).OrThrow();
    Activity[] activities = [.. Enumerable.Range(0, 100).Select(i => new Activity(agile, ada, TimeProvider.System.GetUtcNow(), Act.Post) { Id = new ActivityId($"a{i}") })];
    return (await host.GetRequiredService<IActivityRecorder>().RecordAsync(activities)).OrThrow() == 100 ? 0 : 1;
}

CommunityView? found = await host.GetRequiredService<ICommunityQueries>().FindAsync(agile, Actor.Of(ada));
Console.WriteLine($"{found?.Community.Name}: {found?.Community.Status}");
return found?.Community.Status == CommunityStatus.Proposed ? 0 : 1;
