// package CommunityOfPractice.EntityFrameworkCore.Sqlite *
// package Microsoft.Extensions.DependencyInjection 10.0.12
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.People;
using Microsoft.Extensions.DependencyInjection;

ServiceCollection services = new();
services.AddCommunityOfPractice().UseSqlite("cop.db");
await using ServiceProvider host = services.BuildServiceProvider();
CommunityId agile = new("agile");
Actor ada = Actor.Of(new PersonId("ada"));
if (args[0] == "propose")
{
    ProposeCommunity proposal = new(agile, new PersonId("ada"), "Agile", "To learn from each other.", CommunityKind.CommunityOfPractice, SimilarShown: []);
    (await host.GetRequiredService<ICommunityCommands>().ExecuteAsync(proposal, ada)).OrThrow();
    return 0;
}

CommunityView? found = await host.GetRequiredService<ICommunityQueries>().FindAsync(agile, ada);
Console.WriteLine($"{found?.Community.Name}: {found?.Community.Status}");
return found?.Community.Status == CommunityStatus.Proposed ? 0 : 1;
