using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Practices;

namespace MinimalApi;

/// <summary>What happened elsewhere, in the chat or the forum of the company: sent by their adapters, all of a call or none.</summary>
internal static class ActivityEndpoints
{
    public static void MapActivities(this WebApplication app) =>
        app.MapPost("/activities", async (Acting acting, Activity[] activities, IActivityRecorder recorder, Problems problems, CancellationToken token) =>
            problems.Answer(await recorder.RecordAsync(activities, token), recorded => Results.Ok(new { recorded })))
            .AddEndpointFilter<HostOnly>();
}
