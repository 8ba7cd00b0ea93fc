using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;
using CommunityOfPractice.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AgileAcrossDepartments;

/// <summary>The first year, chapter by chapter: simulated weeks are put through the services, and in between somebody does something by name.</summary>
internal sealed partial class FirstYear : IAsyncDisposable
{
    private static readonly CommunityId Agile = Organisation.Agile;

    private readonly TextWriter output;
    private readonly Simulation simulation = Simulation.Run(Organisation.Options);
    private readonly StoryClock clock = new();
    private readonly ServiceProvider host;
    private int week;

    public FirstYear(TextWriter output)
    {
        this.output = output;
        InMemoryPeopleDirectory people = new();
        foreach (Person person in simulation.People)
        {
            people.Put(person);
        }

        ServiceCollection services = new();
        services.AddSingleton<TimeProvider>(clock).AddSingleton<IPeopleDirectory>(people);
        services.AddCommunityOfPractice(options => options.HealthWindow = TimeSpan.FromDays(182));
        host = services.BuildServiceProvider();
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    public async Task<Outcome> LiveAsync()
    {
        await FoundAsync();
        await GatherAsync();
        await HaveCoffeeAsync();
        ValueStory story = await TellAStoryAsync();
        await HandOverAsync();
        await AskAnExpertAsync();
        await RenewThePurposeAsync();
        return await ReportAsync(story);
    }

    /// <summary>Lives up to a week: everything that people do until then goes through the services.</summary>
    private async Task LiveToAsync(int until)
    {
        clock.Now = simulation.Weeks(0, until).Until;
        await simulation.PutAsync(host.GetRequiredService<ICommunityCommands>(), host.GetRequiredService<IActivityRecorder>(), simulation.Weeks(week, until));
        week = until;
    }

    /// <summary>Somebody does something; a refusal would be thrown with its reasons.</summary>
    private async Task DoAsync(Command command, PersonId by) => (await host.GetRequiredService<ICommunityCommands>().ExecuteAsync(command, Actor.Of(by))).OrThrow();

    private async Task<CommunityRecord> RecordAsync()
    {
        List<JournalEntry> entries = [];
        await foreach (JournalEntry entry in host.GetRequiredService<IJournal>().ReadAsync(Agile))
        {
            entries.Add(entry);
        }

        return CommunityRecord.Replay(Agile, entries);
    }

    private string DepartmentOf(PersonId person) => simulation.People.Single(p => p.Id == person).History[0].Department!;

    /// <summary>Such as "Ada (IT)"; of namesakes "Ada B. (IT)".</summary>
    private string Named(PersonId person)
    {
        string[] parts = [.. person.Text.Split('-').Select(part => $"{char.ToUpperInvariant(part[0])}{part[1..]}")];
        return $"{parts[0]}{(parts.Length > 1 ? $" {parts[1]}." : string.Empty)} ({DepartmentOf(person)})";
    }

    private void Chapter(string title)
    {
        output.WriteLine();
        output.WriteLine($"{clock.Now:d MMM yyyy}  {title}");
    }

    private void Tell(string line) => output.WriteLine($"  {line}");
}
