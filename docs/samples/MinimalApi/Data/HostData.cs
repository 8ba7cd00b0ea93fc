using System.Data.Common;
using System.Text.Json;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;
using CommunityOfPractice.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace MinimalApi.Data;

/// <summary>The host's data over its context.</summary>
internal sealed class HostData<TContext>(IDbContextFactory<TContext> contexts, EntityFrameworkPeopleDirectory<TContext> people) : IHostData
    where TContext : HostContext
{
    /// <remarks>On PostgreSQL Entity Framework's lock ends with each migration, so instances that start at once can meet between two of them: who comes second looks again.</remarks>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await using TContext context = await contexts.CreateDbContextAsync(cancellationToken);
                await context.Database.MigrateAsync(cancellationToken);
                return;
            }
            catch (DbException) when (attempt < 5)
            {
                await Task.Delay(TimeSpan.FromSeconds(attempt), cancellationToken);
            }
        }
    }

    public Task PutPersonAsync(Person person, CancellationToken cancellationToken) => people.PutAsync(person, cancellationToken).AsTask();

    public async Task<List<PastMeeting>> MeetingsAsync(CommunityId community, CancellationToken cancellationToken)
    {
        await using TContext context = await contexts.CreateDbContextAsync(cancellationToken);
        List<string> rounds = await context.Pairings.Where(p => p.Community == community.Text).OrderBy(p => p.Id).Select(p => p.Meetings).ToListAsync(cancellationToken);
        return [.. rounds.SelectMany(r => JsonSerializer.Deserialize<PastMeeting[]>(r)!)];
    }

    public async Task KeepAsync(CommunityId community, PairingRound round, CancellationToken cancellationToken)
    {
        await using TContext context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Pairings.Add(new() { Community = community.Text, PlannedAt = round.At.UtcDateTime, Meetings = JsonSerializer.Serialize(round.ToHistory().ToArray()) });
        await context.SaveChangesAsync(cancellationToken);
    }
}
