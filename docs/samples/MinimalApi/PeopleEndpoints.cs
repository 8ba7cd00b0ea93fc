using CommunityOfPractice.Core.People;
using MinimalApi.Data;

namespace MinimalApi;

/// <summary>What the host knows about people; a real host has a directory already and implements <see cref="IPeopleDirectory"/> over it.</summary>
internal static class PeopleEndpoints
{
    public static void MapPeople(this WebApplication app) =>
        app.MapPut("/people/{person}", async (PersonId person, Acting acting, PersonBody body, IHostData data, CancellationToken token) =>
        {
            await data.PutPersonAsync(new Person(person, [new PersonAttributes { Department = body.Department, Location = body.Location }]), token);
            return Results.NoContent();
        }).AddEndpointFilter<HostOnly>();

    private sealed record PersonBody(string? Department = null, string? Location = null);
}
