// package CommunityOfPractice.EntityFrameworkCore *
// package Microsoft.EntityFrameworkCore.Sqlite 10.0.12
// package Microsoft.Extensions.DependencyInjection 10.0.12
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

ServiceCollection services = new();
services.AddDbContextFactory<HostContext>(options => options.UseSqlite("Data Source=host.db"));
services.AddCommunityOfPractice().UseEntityFrameworkStores<HostContext>().UseEntityFrameworkPeople<HostContext>();
await using ServiceProvider host = services.BuildServiceProvider();
CommunityId agile = new("agile");
Actor ada = Actor.Of(new PersonId("ada"));
if (args[0] == "propose")
{
    await using HostContext context = await host.GetRequiredService<IDbContextFactory<HostContext>>().CreateDbContextAsync();
    await context.Database.EnsureCreatedAsync();
    ProposeCommunity proposal = new(agile, new PersonId("ada"), "Agile", "To learn from each other.", CommunityKind.CommunityOfPractice, SimilarShown: []);
    (await host.GetRequiredService<ICommunityCommands>().ExecuteAsync(proposal, ada)).OrThrow();
    return 0;
}

CommunityView? found = await host.GetRequiredService<ICommunityQueries>().FindAsync(agile, ada);
Console.WriteLine($"{found?.Community.Name}: {found?.Community.Status}");
return found?.Community.Status == CommunityStatus.Proposed ? 0 : 1;

internal sealed class HostContext(DbContextOptions<HostContext> options) : DbContext(options)
{
    public DbSet<Note> Notes => Set<Note>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.UseCommunityOfPractice(Database);
}

internal sealed record Note(int Id, string Text);
