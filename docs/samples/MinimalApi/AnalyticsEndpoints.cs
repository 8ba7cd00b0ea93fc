using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Hosting;

namespace MinimalApi;

/// <summary>How communities fare: about groups, never about one person; what is about too few is withheld by the library.</summary>
internal static class AnalyticsEndpoints
{
    public static void MapAnalytics(this WebApplication app)
    {
        app.MapGet("/communities/{community}/health", async (CommunityId community, Acting acting, ICommunityQueries queries, ICommunityHealth health, Problems problems, CancellationToken token) =>
            await queries.FindAsync(community, acting.By, token) is null
                ? problems.Of(CommunityEndpoints.Unknown(community))
                : Results.Json(await health.AssessAsync(community, token), HealthJson.Report)).WithSummary("The health report; small groups withheld.");

        app.MapGet("/portfolio", async (Acting acting, IPortfolio portfolio, CancellationToken token) => Results.Ok(await portfolio.ReportAsync(acting.By, token))).WithSummary("All communities, as far as the viewer sees.");

        app.MapGet("/portfolio/silos", async (Acting acting, string by, IPortfolio portfolio, CancellationToken token) =>
            await portfolio.SiloMapAsync(Reading.Named<SiloBorder>(by, "query"), acting.By, cancellationToken: token) is { } map ? Results.Ok(map) : Results.NoContent()).WithSummary("Who does not talk with whom, as of the last whole quarter.");
    }
}
