using System.Text;
using System.Text.Json;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.DependencyInjection;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>One story through the services of a host, from proposal to erasure; what it leaves behind is told as text.</summary>
internal static class WholeStory
{
    private static readonly CommunityId Agile = new("agile ✓");
    private static readonly PersonId Ana = new("ana"), Bo = new("bo"), Cem = new("cem"), Dee = new("dée");
    private static readonly JoinConsent Consent = new("join/1", "web");

    public static async Task<string> TellAsync(Action<CommunityOfPracticeBuilder> stores)
    {
        FakeTimeProvider clock = new(new DateTimeOffset(2025, 1, 6, 9, 0, 0, TimeSpan.Zero));
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton<ISaltSource>(new SeededSalts("story"));
        stores(builder.Services.AddCommunityOfPractice());
        using IHost host = builder.Build();
        await host.StartAsync();
        IServiceProvider services = host.Services;
        ICommunityCommands commands = services.GetRequiredService<ICommunityCommands>();
        async Task Must(Command command, Actor by)
        {
            clock.Advance(TimeSpan.FromHours(1));
            (await commands.ExecuteAsync(command, by)).OrThrow();
        }

        await Must(new ProposeCommunity(Agile, Ana, "Agile", "To learn.", CommunityKind.CommunityOfPractice, SimilarShown: []), Actor.Of(Ana));
        foreach (PersonId person in (PersonId[])[Ana, Bo, Cem, Dee])
        {
            await Must(new JoinCommunity(Agile, person, Consent), Actor.Of(person));
        }

        foreach (PersonId person in (PersonId[])[Ana, Bo])
        {
            await Must(new NominateForRole(Agile, person, Role.Facilitator), Actor.Host("story"));
            await Must(new AcceptNomination(Agile, person, Role.Facilitator), Actor.Of(person));
        }

        await Must(new NominateForRole(Agile, Cem, Role.Sponsor), Actor.Host("story"));
        await Must(new AcceptNomination(Agile, Cem, Role.Sponsor), Actor.Of(Cem));
        await Must(new AdoptCharter(Agile, new("To learn from each other.", new([new(new("agile"), 1)], new(Core.Domains.FocusKind.Challenge, "We wait.")), "Elected, yearly.")), Actor.Of(Ana));
        await Must(new LaunchCommunity(Agile, clock.GetUtcNow().AddDays(7)), Actor.Of(Ana));
        GatheringId retro = new("retro");
        await Must(new ScheduleGathering(Agile, retro, new("Retro", GatheringKind.Workshop), new(new(2025, 2, 3, 10, 0, 0), new(2025, 2, 3, 11, 0, 0), "Europe/Berlin")) { Capacity = 1 }, Actor.Of(Ana));
        await Must(new Rsvp(Agile, retro, Bo, RsvpAnswer.Yes), Actor.Of(Bo));
        await Must(new Rsvp(Agile, retro, Dee, RsvpAnswer.Yes), Actor.Of(Dee));
        await Must(new LeaveCommunity(Agile, Cem, LeaveReason.Choice, "Adieu, Ana"), Actor.Of(Cem));

        IActivityRecorder recorder = services.GetRequiredService<IActivityRecorder>();
        for (int i = 0; i < 60; i++)
        {
            clock.Advance(TimeSpan.FromHours(9));
            PersonId person = ((PersonId[])[Ana, Bo, Dee])[i % 3];
            await recorder.RecordAsync(new Activity(Agile, person, clock.GetUtcNow(), i % 2 == 0 ? Act.Ask : Act.Answer) { Id = new ActivityId($"a{i}"), InReplyTo = i % 2 == 0 ? null : new ActivityId($"a{i - 1}") });
        }

        StringBuilder told = new();
        HealthReport before = await services.GetRequiredService<ICommunityHealth>().AssessAsync(Agile);
        told.AppendLine(JsonSerializer.Serialize(before, HealthJson.Report));
        Assert.NotEmpty(before.Summary);
        ErasureReceipt receipt = (await services.GetRequiredService<IPersonalData>().EraseAsync(new ErasureRequest(Ana, Actor.Host("privacy")) { Tombstone = new("gone") })).OrThrow();
        told.AppendLine(JsonSerializer.Serialize(receipt));
        told.AppendLine(JsonSerializer.Serialize(await services.GetRequiredService<ICommunityHealth>().AssessAsync(Agile), HealthJson.Report));
        await AppendAsync(told, services.GetRequiredService<IJournal>().ReadAsync(Agile), FactJson.Write);
        await AppendAsync(told, services.GetRequiredService<ICommunityDirectory>().ListAsync(CommunityFilter.All), l => JsonSerializer.Serialize(l));
        await AppendAsync(told, services.GetRequiredService<ICommunityDirectory>().MembersAsync(Agile), m => JsonSerializer.Serialize(m));
        await AppendAsync(told, services.GetRequiredService<ICommunityDirectory>().MembershipsOfAsync(Bo), m => JsonSerializer.Serialize(m));
        await AppendAsync(told, services.GetRequiredService<IActivityStore>().ReadAsync(Agile, DateTimeOffset.MaxValue), a => JsonSerializer.Serialize(a));
        await host.StopAsync();
        return told.ToString();
    }

    private static async Task AppendAsync<T>(StringBuilder told, IAsyncEnumerable<T> items, Func<T, string> write)
    {
        int count = 0;
        await foreach (T item in items)
        {
            told.AppendLine(write(item));
            count++;
        }

        Assert.True(count > 0);
    }
}
