using System.Net;
using System.Text.Json;
using static System.Net.HttpStatusCode;

namespace CommunityOfPractice.Samples.Tests;

/// <summary>A community over HTTP: proposal, members, roles, launch, activity, health, coffee; then the host is killed and everything is still there.</summary>
internal static class MinimalApiStory
{
    private const string Agile = "/communities/agile", Intranet = "host:intranet";
    private static readonly string[] People = [.. Enumerable.Range(0, 14).Select(i => $"p{i:00}")];

    public static async Task TellAsync(string setting, string value)
    {
        string summary;
        HashSet<string> first;
        await using (SampleHost host = await SampleHost.StartAsync(setting, value))
        {
            await MinimalApiDescription.CheckAsync(host);
            await ProposeAsync(host);
            await JoinAsync(host);
            await LaunchAsync(host);
            await RecordAsync(host);
            await AskWronglyAsync(host);
            summary = await LookAsync(host);
            first = await PairAsync(host, seed: 1);
        }

        await using (SampleHost again = await SampleHost.StartAsync(setting, value))
        {
            Assert.Equal(summary, await LookAsync(again));
            HashSet<string> second = await PairAsync(again, seed: 2);
            Assert.Empty(first.Intersect(second)); // nobody meets the same person again
            JsonElement kept = (await again.SendAsync(HttpMethod.Get, $"{Agile}/pairings", Intranet)).Is(OK).Json;
            Assert.Equal(first.Count + second.Count, kept.EnumerateArray().Count(m => m.GetProperty("people").GetArrayLength() == 2));
            await CloseAsync(again);
        }
    }

    private static string Person(int i) => $"person:{People[i]}";

    private static async Task ProposeAsync(SampleHost host)
    {
        for (int i = 0; i < People.Length; i++)
        {
            (await host.SendAsync(HttpMethod.Put, $"/people/{People[i]}", Intranet, new { department = i % 2 == 0 ? "IT" : "HR", location = "Bonn" })).Is(NoContent);
        }

        Answer similar = (await host.SendAsync(HttpMethod.Post, "/communities/similar", Person(0), new { name = "Agile", topics = (string[])["retrospectives"] })).Is(OK);
        Assert.Equal("[]", similar.Text);

        object domain = new { topics = (string[])["retrospectives", "estimation"], challenge = "Departments wait for each other." };
        Answer blind = await host.SendAsync(HttpMethod.Post, "/communities", Person(0), new { id = "agile", name = " ", purpose = "To learn." });
        Assert.Equal(["proposal.no-name", "proposal.similar-not-shown"], blind.Is(UnprocessableEntity).Codes);

        object proposal = new { id = "agile", name = "Agile", purpose = "To learn from each other.", similarShown = Array.Empty<string>(), domain };
        (await host.SendAsync(HttpMethod.Post, "/communities", Person(0), proposal)).Is(Created);
        Assert.Equal(["community.exists"], (await host.SendAsync(HttpMethod.Post, "/communities", Person(0), proposal)).Is(Conflict).Codes);
        Assert.Equal(["community.unknown"], (await host.SendAsync(HttpMethod.Get, "/communities/none", Person(0))).Is(NotFound).Codes);
        (await host.SendAsync(HttpMethod.Post, "/communities", null, proposal)).Is(Unauthorized);
        (await host.SendAsync(HttpMethod.Post, "/communities", Person(0), new { id = "", name = "x", purpose = "y" })).Is(BadRequest);
        (await host.SendAsync(HttpMethod.Post, $"{Agile}/members", Person(0), new { })).Is(BadRequest);

        // the charter is adopted later; search finds what was proposed
        (await host.SendAsync(HttpMethod.Put, $"{Agile}/charter", Person(0), new { purpose = "To learn from each other.", roleSelection = "Elected, yearly.", domain })).Is(UnprocessableEntity);
        JsonElement found = (await host.SendAsync(HttpMethod.Get, "/communities?topic=estimation", Person(5))).Is(OK).Json;
        Assert.Equal("agile", Assert.Single(found.EnumerateArray()).GetProperty("community").GetString());
        Assert.Equal("[]", (await host.SendAsync(HttpMethod.Get, "/communities?topic=cooking", Person(5))).Is(OK).Text);
    }

    private static async Task JoinAsync(SampleHost host)
    {
        for (int i = 0; i < People.Length; i++)
        {
            (await host.SendAsync(HttpMethod.Post, $"{Agile}/members", Person(i), new { textVersion = "join/1" })).Is(OK);
        }

        Assert.Equal(["membership.exists"], (await host.SendAsync(HttpMethod.Post, $"{Agile}/members", Person(3), new { textVersion = "join/1" })).Is(Conflict).Codes);
        (await host.SendAsync(HttpMethod.Delete, $"{Agile}/members/me", Person(13), key: "leave-13")).Is(OK);
        Answer again = (await host.SendAsync(HttpMethod.Delete, $"{Agile}/members/me", Person(13), key: "leave-13")).Is(OK);
        Assert.True(again.Json.GetProperty("repetition").GetBoolean());
        foreach (int i in Enumerable.Range(0, 13))
        {
            (await host.SendAsync(HttpMethod.Post, $"{Agile}/members/me/consents", Person(i), new { purpose = "Matching", textVersion = "matching/1" })).Is(OK);
        }
    }

    private static async Task LaunchAsync(SampleHost host)
    {
        object launch = new { firstGathering = DateTimeOffset.UtcNow.AddDays(7) };
        Assert.Equal(["permission.denied"], (await host.SendAsync(HttpMethod.Post, $"{Agile}/launch", Person(5), launch)).Is(Forbidden).Codes);
        string[] early = (await host.SendAsync(HttpMethod.Post, $"{Agile}/launch", Intranet, launch)).Is(UnprocessableEntity).Codes;
        Assert.Contains("community.not-chartered", early);
        foreach ((int person, string role) in ((int, string)[])[(0, "Facilitator"), (1, "Facilitator"), (2, "Sponsor")])
        {
            (await host.SendAsync(HttpMethod.Post, $"{Agile}/nominations", Intranet, new { person = People[person], role })).Is(OK);
            (await host.SendAsync(HttpMethod.Post, $"{Agile}/nominations/{role}/acceptance", Person(person))).Is(OK);
        }

        object charter = new { purpose = "To learn from each other.", roleSelection = "Elected, yearly.", domain = new { topics = (string[])["retrospectives", "estimation"], challenge = "Departments wait for each other." } };
        (await host.SendAsync(HttpMethod.Put, $"{Agile}/charter", Person(0), charter)).Is(OK);
        (await host.SendAsync(HttpMethod.Post, $"{Agile}/launch", Person(0), launch)).Is(OK);
    }

    private static async Task RecordAsync(SampleHost host)
    {
        DateTimeOffset start = DateTimeOffset.UtcNow.AddDays(-80);
        string[] acts = ["ask", "answer", "post", "react"];
        object[] activities = [.. Enumerable.Range(0, 240).Select(i => (object)new
        {
            community = "agile",
            person = People[i * i % 13],
            at = start.AddHours(8 * i),
            act = acts[i % 4],
            id = $"a{i}",
            inReplyTo = i % 4 is 1 or 3 ? $"a{i - (i % 4)}" : null,
        })];
        (await host.SendAsync(HttpMethod.Post, "/activities", Person(0), activities)).Is(Forbidden);
        Assert.Equal(240, (await host.SendAsync(HttpMethod.Post, "/activities", Intranet, activities)).Is(OK).Json.GetProperty("recorded").GetInt32());
        Assert.Equal(0, (await host.SendAsync(HttpMethod.Post, "/activities", Intranet, activities)).Is(OK).Json.GetProperty("recorded").GetInt32());
        object other = new { community = "agile", person = "p00", at = start, act = "post", id = "a1" };
        Assert.Equal(["activity.id-conflict"], (await host.SendAsync(HttpMethod.Post, "/activities", Intranet, new[] { other })).Is(Conflict).Codes);
        object future = new { community = "agile", person = "p00", at = DateTimeOffset.UtcNow.AddDays(9), act = "post" };
        Assert.Equal(["activity.time"], (await host.SendAsync(HttpMethod.Post, "/activities", Intranet, new[] { future })).Is(UnprocessableEntity).Codes);
    }

    /// <summary>What is wrong with a request is said, and nothing of it counts.</summary>
    private static async Task AskWronglyAsync(SampleHost host)
    {
        // a member that nobody knows is not passed over
        const string Good = """{"community":"agile","person":"p00","at":"2026-01-01T00:00:00Z","act":"reply" """;
        (await RecordedAsync($$"""[{{Good}},"in_reply_to":"a0"}]""")).Is(BadRequest, "'in_reply_to'");
        (await RecordedAsync($$"""[{{Good}},"act":99}]""")).Is(BadRequest, "$[0].act");
        (await RecordedAsync($$"""[{{Good}},"act":"12"}]""")).Is(BadRequest, "$[0].act");
        (await RecordedAsync($$"""[{{Good}},"act":"ask, withdraw"}]""")).Is(BadRequest, "$[0].act: One of Post, Ask");
        (await RecordedAsync($$"""[{{Good}},"at":"yesterday"}]""")).Is(BadRequest, "$[0].at");
        (await RecordedAsync($$"""[{{Good}},"person":"{{new string('p', 300)}}"}]""")).Is(BadRequest, "$[0].person: An id of 1 to 200 characters");
        (await RecordedAsync("[null]")).Is(BadRequest, "null");
        (await RecordedAsync("[{bad")).Is(BadRequest, "This is no JSON, from line 1, byte 3 on.");
        (await host.SendAsync(HttpMethod.Post, "/communities", Person(0), new { id = "x", purpose = "y" })).Is(BadRequest, "'name'");
        (await host.SendAsync(HttpMethod.Post, $"{Agile}/members", Person(0), new { textVersion = "" })).Is(BadRequest, "$.textVersion: An id is not empty.");
        (await host.SendAsync(HttpMethod.Post, $"{Agile}/members", Person(0), new { textVersion = "join/1" }, key: new string('k', 300))).Is(BadRequest, "Idempotency-Key: An id has at most 200 characters.");
        (await host.SendAsync(HttpMethod.Post, "/communities/similar", Intranet, new { name = "x", topics = Array.Empty<string>() })).Is(BadRequest, "for a person");

        // numbers are no names, and no page is endless
        (await host.SendAsync(HttpMethod.Post, $"{Agile}/nominations/99/acceptance", Person(0))).Is(BadRequest, "role is one of Facilitator, Sponsor");
        (await host.SendAsync(HttpMethod.Post, $"{Agile}/nominations", Intranet, new { person = "p00", role = 99 })).Is(BadRequest, "$.role");
        (await host.SendAsync(HttpMethod.Delete, $"{Agile}/members/me/consents/0", Person(0))).Is(BadRequest, "purpose is one of Matching, Analytics");
        (await host.SendAsync(HttpMethod.Get, "/portfolio/silos?by=1", Intranet)).Is(BadRequest, "by is one of Department, Location");
        foreach (int take in (int[])[0, -1, 100_000_000])
        {
            (await host.SendAsync(HttpMethod.Get, $"/communities?take={take}", Person(0))).Is(BadRequest, "take is from 1 to 100");
            (await host.SendAsync(HttpMethod.Get, $"{Agile}/members?take={take}", Person(0))).Is(BadRequest, "take is from 1 to 1000");
        }

        // what is not there
        object nope = new { community = "nope", person = "p00", at = DateTimeOffset.UtcNow, act = "post" };
        Assert.Equal(["community.unknown"], (await host.SendAsync(HttpMethod.Post, "/activities", Intranet, new[] { nope })).Is(NotFound).Codes);
        Assert.Equal(["community.unknown"], (await host.SendAsync(HttpMethod.Post, "/communities/nope/pairings", Intranet, new { seed = 1 })).Is(NotFound).Codes);
        Assert.Equal(["community.unknown"], (await host.SendAsync(HttpMethod.Get, "/communities/nope/pairings", Intranet)).Is(NotFound).Codes);
        (await host.SendAsync(HttpMethod.Put, $"{Agile}/members", Person(0), new { })).Is(MethodNotAllowed);
        (await host.SendAsync(HttpMethod.Post, "/communities", Person(0), new StringContent("agile"))).Is(UnsupportedMediaType);

        // one name and no list of them; ids that no path could name
        Answer several = await host.SendAsync(HttpMethod.Post, $"{Agile}/nominations", Intranet, new { person = "p01", role = "Facilitator, Sponsor" });
        several.Is(BadRequest, "not 'Facilitator, Sponsor'");
        foreach (string id in (string[])["it/agile", ".", ".."])
        {
            object proposal = new { id, name = "Agile", purpose = "To learn.", similarShown = Array.Empty<string>() };
            (await host.SendAsync(HttpMethod.Post, "/communities", Person(0), proposal)).Is(BadRequest, "cannot stand in a path");
        }

        (await host.SendAsync(HttpMethod.Get, "/communities/it%2Fagile", Person(0))).Is(BadRequest, "cannot stand in a path");
        (await host.SendAsync(HttpMethod.Put, "/people/a%2fb", Intranet, new { department = "IT" })).Is(BadRequest, "cannot stand in a path");
        Assert.Equal(["community.unknown"], (await host.SendAsync(HttpMethod.Get, "/communities/it%20caf%C3%A9", Person(0))).Is(NotFound).Codes);

        await MinimalApiFaults.TellAsync(host);
        Task<Answer> RecordedAsync(string json) => host.SendAsync(HttpMethod.Post, "/activities", Intranet, new StringContent(json, null, "application/json"));
    }

    /// <summary>Nobody joins what is about to end.</summary>
    private static async Task CloseAsync(SampleHost host)
    {
        object closing = new { reason = "Retrospectives are everyday work now.", whatRemains = "The guides stay in the wiki." };
        Assert.Equal(["permission.denied"], (await host.SendAsync(HttpMethod.Post, $"{Agile}/closing", Person(5), closing)).Is(Forbidden).Codes);
        (await host.SendAsync(HttpMethod.Post, $"{Agile}/closing", Person(0), closing)).Is(OK);
        Assert.Equal("Closing", (await host.SendAsync(HttpMethod.Get, Agile, Person(5))).Is(OK).Json.GetProperty("community").GetProperty("status").GetString());
        object completion = new { thanks = "Thank you all." };
        Assert.Equal(["permission.denied"], (await host.SendAsync(HttpMethod.Post, $"{Agile}/closing/completion", Person(5), completion)).Is(Forbidden).Codes);
        Assert.Equal(["closing.window-open"], (await host.SendAsync(HttpMethod.Post, $"{Agile}/closing/completion", Person(0), completion)).Is(UnprocessableEntity).Codes);
        Assert.Equal(["community.not-open"], (await host.SendAsync(HttpMethod.Post, $"{Agile}/members", "person:late", new { textVersion = "join/1" })).Is(UnprocessableEntity).Codes);
    }

    /// <summary>What everybody may see; told as text to be compared after the restart.</summary>
    private static async Task<string> LookAsync(SampleHost host)
    {
        Answer health = (await host.SendAsync(HttpMethod.Get, $"{Agile}/health", Person(5))).Is(OK);
        Assert.NotEqual(0, health.Json.GetProperty("activity").GetProperty("inWindow").GetInt32());
        Assert.All(People, person => Assert.DoesNotContain(person, health.Text, StringComparison.Ordinal)); // of groups, not of people
        JsonElement members = (await host.SendAsync(HttpMethod.Get, $"{Agile}/members", Person(5))).Is(OK).Json;
        Assert.Equal(People.Take(13), members.EnumerateArray().Select(m => m.GetProperty("person").GetString()));
        JsonElement portfolio = (await host.SendAsync(HttpMethod.Get, "/portfolio", Intranet)).Is(OK).Json;
        Assert.Equal("Active", Assert.Single(portfolio.GetProperty("communities").EnumerateArray()).GetProperty("status").GetString());
        JsonElement silos = (await host.SendAsync(HttpMethod.Get, "/portfolio/silos?by=Department", Intranet)).Is(OK).Json;
        Assert.Equal("Department", silos.GetProperty("attribute").GetString());
        JsonElement community = (await host.SendAsync(HttpMethod.Get, Agile, Person(5))).Is(OK).Json;
        return $"{health.Json.GetProperty("summary")} {community.GetProperty("version")} {community.GetProperty("head")}";
    }

    /// <summary>The pairs of a round.</summary>
    private static async Task<HashSet<string>> PairAsync(SampleHost host, int seed)
    {
        (await host.SendAsync(HttpMethod.Post, $"{Agile}/pairings", Person(0), new { seed })).Is(Forbidden);
        JsonElement round = (await host.SendAsync(HttpMethod.Post, $"{Agile}/pairings", Intranet, new { seed })).Is(OK).Json;
        HashSet<string> pairs = [.. round.GetProperty("groups").EnumerateArray().Select(g => g.GetProperty("people")).Where(p => p.GetArrayLength() == 2).Select(p => $"{p[0]}-{p[1]}")];
        Assert.InRange(pairs.Count, 5, 6);
        return pairs;
    }
}
