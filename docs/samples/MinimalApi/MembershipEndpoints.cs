using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;

namespace MinimalApi;

/// <summary>Joining and leaving are a person's own acts; roles are offered and accepted.</summary>
internal static class MembershipEndpoints
{
    public static void MapMemberships(this WebApplication app)
    {
        RouteGroupBuilder one = app.MapGroup("/communities/{community}");

        one.MapGet("/members", async (CommunityId community, Acting acting, ICommunityQueries queries, Problems problems, PersonId? after, int? take, CancellationToken token) =>
            problems.Answer(await queries.MembersAsync(community, acting.By, MembershipStatus.Active, after, Reading.Take(take, usual: 100, most: 1000), token), Results.Ok)).WithSummary("Who belongs; pages by key.");

        // the version of the text on the button that was pressed
        one.MapPost("/members", (CommunityId community, Acting acting, JoinBody body, Commanding put) =>
            put.AnswerAsync(new JoinCommunity(community, acting.Person, Reading.Value(() => new JoinConsent(body.TextVersion, "web"), "$.textVersion")), acting)).WithSummary("Join.");

        one.MapDelete("/members/me", (CommunityId community, Acting acting, Commanding put) =>
            put.AnswerAsync(new LeaveCommunity(community, acting.Person, LeaveReason.Choice), acting)).WithSummary("Leave.");

        one.MapPost("/members/me/consents", (CommunityId community, Acting acting, ConsentBody body, Commanding put) =>
            put.AnswerAsync(new GiveConsent(community, acting.Person, Reading.Value(() => new ProcessingConsent(body.Purpose, body.TextVersion, "web"), "$.textVersion")), acting)).WithSummary("Agree to a purpose, such as being matched.");

        one.MapDelete("/members/me/consents/{purpose}", (CommunityId community, string purpose, Acting acting, Commanding put) =>
            put.AnswerAsync(new WithdrawConsent(community, acting.Person, Reading.Named<ProcessingPurpose>(purpose)), acting)).WithSummary("Take a consent back.");

        one.MapPost("/nominations", (CommunityId community, Acting acting, NominationBody body, Commanding put) =>
            put.AnswerAsync(new NominateForRole(community, body.Person, body.Role), acting)).WithSummary("Offer somebody a role.");

        one.MapPost("/nominations/{role}/acceptance", (CommunityId community, string role, Acting acting, Commanding put) =>
            put.AnswerAsync(new AcceptNomination(community, acting.Person, Reading.Named<Role>(role)), acting)).WithSummary("Accept a role that was offered.");
    }

    private sealed record JoinBody(string TextVersion);

    private sealed record ConsentBody(ProcessingPurpose Purpose, string TextVersion);

    private sealed record NominationBody(PersonId Person, Role Role);
}
