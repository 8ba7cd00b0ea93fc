using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.DependencyInjection;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityOfPractice.AotApp;

/// <summary>A host with a container, in which a community lives through its first half year.</summary>
internal sealed class StoryHost
{
    public static readonly CommunityId Agile = new("agile");
    public static readonly PersonId[] People = [.. Enumerable.Range(0, 14).Select(i => new PersonId($"p{i:00}"))];

    private static readonly string[] Departments = ["IT", "HR"];
    private readonly SetClock clock = new(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero));
    private readonly CountingHandler handled = new();

    public StoryHost()
    {
        ServiceCollection services = new();
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton<ISaltSource>(new SeededSalts("aot"));
        services.AddSingleton<IFactHandler>(handled);
        services.AddSingleton(Directory());
        services.AddCommunityOfPractice(o => o.HealthWindow = TimeSpan.FromDays(91)).AddIndicator<ShareOfReactions>();
        Services = services.BuildServiceProvider();
    }

    public ServiceProvider Services { get; }

    public async Task LiveAsync(bool wholly)
    {
        await BeginAsync();
        if (wholly)
        {
            await PractiseAsync();
        }

        await RecordAsync(wholly ? 600 : 60);
        Console.WriteLine($"handlers were told {handled.Count} facts");
    }

    private static IPeopleDirectory Directory()
    {
        InMemoryPeopleDirectory directory = new();
        for (int i = 0; i < People.Length; i++)
        {
            directory.Put(new Person(People[i], [new PersonAttributes { Department = Departments[i % 2], Location = i < 7 ? "Bonn" : "Graz" }]));
        }

        return directory;
    }

    private async Task BeginAsync()
    {
        PersonId founder = People[0];
        Domain domain = new([new(new("retrospectives"), 1), new(new("estimation"), 1)], new(FocusKind.Challenge, "Departments wait for each other."));
        await MustAsync(new ProposeCommunity(Agile, founder, "Agile", "To learn from each other.", CommunityKind.CommunityOfPractice, SimilarShown: []) { Domain = domain }, Actor.Of(founder));
        foreach (PersonId person in People)
        {
            await MustAsync(new JoinCommunity(Agile, person, new("join/1", "web")), Actor.Of(person));
        }

        foreach ((PersonId person, Role role) in ((PersonId, Role)[])[(People[0], Role.Facilitator), (People[1], Role.Facilitator), (People[2], Role.Sponsor)])
        {
            await MustAsync(new NominateForRole(Agile, person, role), Actor.Host("story"));
            await MustAsync(new AcceptNomination(Agile, person, role), Actor.Of(person));
        }

        await MustAsync(new AdoptCharter(Agile, new("To learn from each other.", domain, "Elected by the members, yearly.")), Actor.Of(founder));
        await MustAsync(new LaunchCommunity(Agile, clock.GetUtcNow().AddDays(7)), Actor.Of(founder));
    }

    private async Task PractiseAsync()
    {
        GatheringId retro = new("retro");
        await MustAsync(new ScheduleGathering(Agile, retro, new("Retro", GatheringKind.Workshop), new(new(2026, 3, 30, 10, 0, 0), new(2026, 3, 30, 11, 0, 0), "Europe/Berlin")) { Capacity = 3 }, Actor.Of(People[0]));
        foreach (PersonId person in People.Skip(2).Take(5))
        {
            await MustAsync(new Rsvp(Agile, retro, person, RsvpAnswer.Yes), Actor.Of(person));
        }

        await MustAsync(new AskQuestion(Agile, new("q1"), "How do you estimate?", "We never meet our dates.", [new("estimation")]), Actor.Of(People[3]));
        await MustAsync(new AnswerQuestion(Agile, new("q1"), new("a1"), "By counting what was done before."), Actor.Of(People[4]));
        await MustAsync(new AskQuestion(Agile, new("q2"), "Who writes the notes?", "", [new("retrospectives")]), Actor.Of(People[5]));
        foreach (PersonId person in People.Skip(3))
        {
            await MustAsync(new GiveConsent(Agile, person, new(ProcessingPurpose.Matching, "matching/1", "web")), Actor.Of(person));
        }

        await MustAsync(new LeaveCommunity(Agile, People[13], LeaveReason.Choice, "Thank you all"), Actor.Of(People[13]));
    }

    private async Task RecordAsync(int count)
    {
        IActivityRecorder recorder = Services.GetRequiredService<IActivityRecorder>();
        Act[] acts = [Act.Ask, Act.Answer, Act.Post, Act.React];
        for (int i = 0; i < count; i++)
        {
            clock.Advance(TimeSpan.FromHours(5));
            PersonId person = People[i * i % 13];
            (await recorder.RecordAsync(new Activity(Agile, person, clock.GetUtcNow(), acts[i % 4])
            {
                Id = new ActivityId($"a{i}"),
                InReplyTo = i % 4 is 1 or 3 ? new ActivityId($"a{i - (i % 4)}") : null,
                Thread = new ThreadId($"t{i / 4}"),
            })).OrThrow();
        }
    }

    private async Task MustAsync(Command command, Actor by)
    {
        clock.Advance(TimeSpan.FromMinutes(30));
        (await Services.GetRequiredService<ICommunityCommands>().ExecuteAsync(command, by)).OrThrow();
    }

    private sealed class CountingHandler : IFactHandler
    {
        public int Count { get; private set; }

        public ValueTask HandleAsync(ValueList<JournalEntry> entries, CancellationToken cancellationToken = default)
        {
            Count += entries.Count;
            return default;
        }
    }
}
