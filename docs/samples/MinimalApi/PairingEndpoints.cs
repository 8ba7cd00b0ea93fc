using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Matching;
using MinimalApi.Data;

namespace MinimalApi;

/// <summary>Coffee rounds: planned by the library, kept by the host, so that the next round knows the earlier ones.</summary>
internal static class PairingEndpoints
{
    public static void MapPairings(this WebApplication app)
    {
        RouteGroupBuilder pairings = app.MapGroup("/communities/{community}/pairings").AddEndpointFilter<HostOnly>();

        pairings.MapGet("/", async (CommunityId community, Acting acting, ICommunityQueries queries, IHostData data, Problems problems, CancellationToken token) =>
            await queries.FindAsync(community, acting.By, token) is null
                ? problems.Of(CommunityEndpoints.Unknown(community))
                : Results.Ok(await data.MeetingsAsync(community, token))).WithSummary("Rounds so far.");

        pairings.MapPost("/", async (
            CommunityId community, Acting acting, PairingBody body, ICommunityQueries queries, ICommunityPairing pairing, IHostData data, Problems problems, CancellationToken token) =>
        {
            // the library plans a round without anybody for a community that is not there
            if (await queries.FindAsync(community, acting.By, token) is null)
            {
                return problems.Of(CommunityEndpoints.Unknown(community));
            }

            PairingRound round = await pairing.PlanAsync(community, await data.MeetingsAsync(community, token), choices: [], body.Seed, cancellationToken: token);
            await data.KeepAsync(community, round, token);
            return Results.Ok(round);
        }).WithSummary("Plan a coffee round.");
    }

    private sealed record PairingBody(ulong Seed);
}
