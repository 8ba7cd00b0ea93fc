using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace MinimalApi;

/// <summary>Search, proposal, charter, launch and the end.</summary>
internal static class CommunityEndpoints
{
    public static void MapCommunities(this WebApplication app)
    {
        RouteGroupBuilder communities = app.MapGroup("/communities");

        // pages by key: give the last id as `after`, until fewer than `take` come
        communities.MapGet("/", (Acting acting, ICommunityQueries queries, TopicId? topic, string? goal, bool? open, CommunityId? after, int? take, CancellationToken token) =>
            queries.ListAsync(
                new CommunityFilter { Topic = topic, Goal = goal, OpenOnly = open ?? false }, acting.By, after, Reading.Take(take, usual: 20, most: 100), token)).WithSummary("Search; pages by key.");

        communities.MapPost("/similar", async (Acting acting, SimilarBody draft, ICommunityQueries queries, CancellationToken token) =>
            Results.Ok(await queries.SimilarAsync(new CommunityDraft(draft.Name, Weights(draft.Topics), [acting.Person]), acting.By, cancellationToken: token))).WithSummary("What is similar to a draft.");

        communities.MapPost("/", (Acting acting, ProposalBody body, Commanding put) =>
        {
            ProposeCommunity proposal = new(PathIds.Check(body.Id), acting.Person, body.Name, body.Purpose, body.Kind, body.SimilarShown?.ToValueList()) { Domain = body.Domain?.ToDomain() };
            return put.AnswerAsync(
                proposal, acting, committed => Results.Created($"/communities/{Uri.EscapeDataString(body.Id.Text)}", new { facts = committed.Entries.Count, repetition = committed.IsRepetition }));
        }).Produces(StatusCodes.Status201Created).WithSummary("Propose a community.");

        communities.MapGet("/{community}", async (CommunityId community, Acting acting, ICommunityQueries queries, Problems problems, CancellationToken token) =>
            await queries.FindAsync(community, acting.By, token) is { } view ? Results.Ok(view) : problems.Of(Unknown(community))).Produces<CommunityView>().WithSummary("One community.");

        communities.MapPut("/{community}/charter", (CommunityId community, Acting acting, CharterBody body, Commanding put) =>
            put.AnswerAsync(new AdoptCharter(community, new CharterTerms(body.Purpose, body.Domain.ToDomain(), body.RoleSelection)), acting)).WithSummary("Adopt the charter.");

        communities.MapPost("/{community}/launch", (CommunityId community, Acting acting, LaunchBody body, Commanding put) =>
            put.AnswerAsync(new LaunchCommunity(community, body.FirstGathering), acting)).WithSummary("Launch it.");

        // members can object for a while; then it is finished
        communities.MapPost("/{community}/closing", (CommunityId community, Acting acting, ClosingBody body, Commanding put) =>
            put.AnswerAsync(new AnnounceClosing(community, body.Reason, new LegacyPlan(Items: [], body.WhatRemains)), acting)).WithSummary("Announce that it closes.");

        communities.MapPost("/{community}/closing/completion", (CommunityId community, Acting acting, CompletionBody body, Commanding put) =>
            put.AnswerAsync(new CloseCommunity(community, body.Thanks), acting)).WithSummary("Close it when the time for objections is over.");
    }

    /// <summary>What is said of a community that is not there, or that the viewer may not see: the same.</summary>
    public static Refusal Unknown(CommunityId community) => new([new Reason("community.unknown", $"There is no community '{community}'.")]);

    private static ValueList<TopicWeight> Weights(TopicId[] topics) => [.. topics.Select(t => new TopicWeight(t, 1))];

    private sealed record SimilarBody(string Name, TopicId[] Topics);

    /// <param name="SimilarShown">The ids of what /similar answered; left out, the proposal is refused.</param>
    private sealed record ProposalBody(
        CommunityId Id, string Name, string Purpose, CommunityId[]? SimilarShown = null, DomainBody? Domain = null, CommunityKind Kind = CommunityKind.CommunityOfPractice);

    private sealed record CharterBody(string Purpose, string RoleSelection, DomainBody Domain);

    private sealed record DomainBody(TopicId[] Topics, string Challenge)
    {
        public Domain ToDomain() => new(Weights(Topics), new Focus(FocusKind.Challenge, Challenge));
    }

    private sealed record LaunchBody(DateTimeOffset FirstGathering);

    private sealed record ClosingBody(string Reason, string WhatRemains);

    private sealed record CompletionBody(string Thanks);
}
