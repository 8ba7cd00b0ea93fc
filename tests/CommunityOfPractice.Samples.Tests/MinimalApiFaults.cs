using System.Net;
using System.Text;
using System.Text.Json;
using static System.Net.HttpStatusCode;

namespace CommunityOfPractice.Samples.Tests;

/// <summary>Requests that cannot be read: everything that is wrong is named, by a code, by its place, and in words that are not the framework's.</summary>
internal static class MinimalApiFaults
{
    private const string Intranet = "host:intranet", Ada = "person:p00";

    private static readonly string[] FrameworkWords =
        ["JSON value", "could not be converted", "deserializ", "System.", "Path:", "BytePosition", "LineNumber", ".NET", "Failed to", "parameter \"", "(Parameter", "MinimalApi.", "is not a ", "Required parameter", "media type", "transcode"];

    public static async Task TellAsync(SampleHost host)
    {
        // bodies: everything at once
        await Is("/activities", """[{"community":7,"person":"","at":"yesterday","act":"shout","to":["ben",null,""],"topics":"go","in_reply_to":"a0"},{"community":"agile"},null,3]""", [
            "member.illegal body $[0].community", "member.illegal body $[0].person", "member.illegal body $[0].at", "member.illegal body $[0].act", "member.illegal body $[0].to[1]", "member.illegal body $[0].to[2]",
            "member.illegal body $[0].topics", "member.unknown body $[0].in_reply_to", "member.missing body $[1].person", "member.missing body $[1].act", "member.missing body $[1].at",
            "member.illegal body $[2]", "member.illegal body $[3]"]);
        await Is("/activities", "[null]", ["member.illegal body $[0]"]);
        await Is("/activities", "{}", ["member.illegal body $"]);
        await Is("/activities", "null", ["member.illegal body $"]);
        await Is("/activities", "", ["body.missing body "]);
        await Is("/activities", "[{\n bad", ["body.malformed body "]);
        await Is("/activities", "[", ["body.malformed body "]);
        await Is("/activities", """[{"community":"\ud800"}]""", ["body.malformed body "]);
        await Is("/communities", """{"id":"x","name":null,"kind":"Club","similarShown":["a",5],"domain":{"topics":[""],"Challenge":1}}""", [
            "member.illegal body $.name", "member.illegal body $.kind", "member.illegal body $.similarShown[1]", "member.illegal body $.domain.topics[0]", "member.illegal body $.domain.challenge", "member.missing body $.purpose"], Ada);
        await Is("/communities/agile/pairings", """{"seed":-1}""", ["member.illegal body $.seed"]);
        await Is("/communities/agile/launch", """{"firstGathering":"soon"}""", ["member.illegal body $.firstGathering"], Ada);
        await Is("/communities/agile/members", """{"textVersion":7}""", ["member.illegal body $.textVersion"], Ada);
        await Is("/communities/agile/members", """{"textVersion":""}""", ["member.illegal body $.textVersion"], Ada);

        // of a long list not everything
        Answer many = await PostAsync(host, "/activities", $"[{string.Join(',', Enumerable.Repeat("{}", 5000))}]", Intranet);
        Assert.Equal(50, many.Is(BadRequest).Faults.Length);

        // paths, queries, headers
        string tooLong = new('c', 300);
        await Asked("/communities?take=many&open=perhaps&topic=" + tooLong, BadRequest, ["parameter.illegal query topic", "parameter.illegal query open", "parameter.illegal query take"], Ada);
        await Asked("/communities?take=0", BadRequest, ["parameter.illegal query take"], Ada);
        await Asked($"/communities/{tooLong}", BadRequest, ["parameter.illegal path community"], Ada);
        await Asked("/portfolio/silos", BadRequest, ["parameter.missing query by"], Intranet);
        await Asked("/portfolio/silos?by=Floor", BadRequest, ["parameter.illegal query by"], Intranet);
        await Asked("/communities/it%2Fagile", BadRequest, ["parameter.illegal path "], Ada);
        await Asked("/communities", Unauthorized, ["actor.missing header X-Actor"], "ada");
        await Asked("/communities/agile/pairings", Forbidden, ["actor.not-the-host header X-Actor"], Ada);
        Answer put = await host.SendAsync(HttpMethod.Put, "/people/ada", Intranet, new { department = "IT\0" });
        Assert.Equal(["member.illegal body $.department"], Plain(put, BadRequest).Faults);
        Answer typed = await host.SendAsync(HttpMethod.Post, "/activities", Intranet, new StringContent("[]", null, "text/plain"));
        Assert.Equal(["body.type header Content-Type"], Plain(typed, UnsupportedMediaType).Faults);
        Assert.Equal(["method.unknown  "], Plain(await host.SendAsync(HttpMethod.Put, "/communities/agile/members", Ada, new { }), MethodNotAllowed).Faults);
        await Asked("/community", NotFound, ["path.unknown path "], Ada);
        Answer both = await PostAsync(host, $"/communities/{tooLong}/launch", "{}", Ada);
        Assert.Equal(["parameter.illegal path community", "member.missing body $.firstGathering"], Plain(both, BadRequest).Faults);

        // nothing of it is an error of the host
        (await host.SendAsync(HttpMethod.Get, "/communities?goal=%00", Ada)).Is(OK);

        async Task Is(string path, string body, string[] faults, string by = Intranet) => Assert.Equal(faults, Plain(await PostAsync(host, path, body, by), BadRequest).Faults);
        async Task Asked(string path, HttpStatusCode status, string[] faults, string by) => Assert.Equal(faults, Plain(await host.SendAsync(HttpMethod.Get, path, by), status).Faults);
    }

    private static Task<Answer> PostAsync(SampleHost host, string path, string body, string by) =>
        host.SendAsync(HttpMethod.Post, path, by, new StringContent(body, Encoding.UTF8, "application/json"));

    private static Answer Plain(Answer answer, HttpStatusCode status)
    {
        JsonElement problem = answer.Is(status).Json;
        Assert.All(FrameworkWords, words => Assert.DoesNotContain(words, answer.Text, StringComparison.OrdinalIgnoreCase));
        Assert.Equal($"urn:minimalapi:{problem.GetProperty("reasons")[0].GetProperty("code").GetString()}", problem.GetProperty("type").GetString());
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        return answer;
    }
}
