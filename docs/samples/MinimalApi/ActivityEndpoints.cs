using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace MinimalApi;

/// <summary>What happened elsewhere, in the chat or the forum of the company: sent by their adapters, all of a call or none.</summary>
internal static class ActivityEndpoints
{
    public static void MapActivities(this WebApplication app) =>
        app.MapPost("/activities", async (Acting acting, Activity[] activities, IActivityRecorder recorder, ICommunityQueries queries, Problems problems, CancellationToken token) =>
        {
            for (int i = 0; i < activities.Length; i++)
            {
                if (activities[i] is null)
                {
                    throw new IllegalRequestException(new("member.illegal", "An activity is expected here, not null.", "body", $"$[{i}]"));
                }
            }

            // the recorder itself takes activities of communities that it does not know
            List<Reason> unknown = [];
            foreach (CommunityId community in activities.Select(a => a.Community).Distinct())
            {
                if (await queries.FindAsync(community, acting.By, token) is null)
                {
                    unknown.AddRange(CommunityEndpoints.Unknown(community).Reasons);
                }
            }

            return unknown.Count > 0
                ? problems.Of(new Refusal([.. unknown]))
                : problems.Answer(await recorder.RecordAsync(activities, token), recorded => Results.Ok(new { recorded }));
        }).WithSummary("Record what happened: all or nothing, each id once.").AddEndpointFilter<HostOnly>();
}
