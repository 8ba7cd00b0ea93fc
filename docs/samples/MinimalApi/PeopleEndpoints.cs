using CommunityOfPractice.Core.People;
using MinimalApi.Data;

namespace MinimalApi;

/// <summary>What the host knows about people; a real host has a directory already and implements <see cref="IPeopleDirectory"/> over it.</summary>
internal static class PeopleEndpoints
{
    public static void MapPeople(this WebApplication app) =>
        app.MapPut("/people/{person}", async (PersonId person, Acting acting, PersonBody body, IHostData data, CancellationToken token) =>
        {
            foreach ((string place, string? text) in ((string, string?)[])[("$.department", body.Department), ("$.location", body.Location)])
            {
                if (text?.Contains('\0', StringComparison.Ordinal) == true)
                {
                    throw new IllegalRequestException(new("member.illegal", "A text holds no NUL.", "body", place)); // the store would refuse it
                }
            }

            await data.PutPersonAsync(new Person(person, [new PersonAttributes { Department = body.Department, Location = body.Location }]), token);
            return Results.NoContent();
        }).Produces(StatusCodes.Status204NoContent).WithSummary("What the host knows about somebody.").AddEndpointFilter<HostOnly>();

    private sealed record PersonBody(string? Department = null, string? Location = null);
}
