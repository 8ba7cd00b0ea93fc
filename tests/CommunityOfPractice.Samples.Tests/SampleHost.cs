using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Threading.Channels;

namespace CommunityOfPractice.Samples.Tests;

/// <summary>The sample as a process of its own, on a free port; ended without warning, as a machine that loses its power.</summary>
internal sealed class SampleHost : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";
    private readonly Process process;

    private SampleHost(Process process, HttpClient client) => (this.process, Client) = (process, client);

    public HttpClient Client { get; }

    public static async Task<SampleHost> StartAsync(string setting, string value)
    {
        string configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        string folder = Path.Combine(Repository.Root, "docs", "samples", "MinimalApi", "bin", configuration, "net10.0");
        ProcessStartInfo start = new("dotnet", [Path.Combine(folder, "MinimalApi.dll")]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment[setting] = value;
        Process process = Process.Start(start)!;
        int open = 2;
        Channel<string> lines = Channel.CreateUnbounded<string>();
        process.OutputDataReceived += (_, e) => Heard(e.Data);
        process.ErrorDataReceived += (_, e) => Heard(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        void Heard(string? line)
        {
            if (line is not null)
            {
                lines.Writer.TryWrite(line);
            }
            else if (Interlocked.Decrement(ref open) == 0)
            {
                lines.Writer.TryComplete(); // the process has ended
            }
        }

        List<string> said = [];
        using CancellationTokenSource patience = new(TimeSpan.FromMinutes(2));
        while (await lines.Reader.WaitToReadAsync(patience.Token))
        {
            string line = await lines.Reader.ReadAsync(patience.Token);
            said.Add(line);
            int at = line.IndexOf(Listening, StringComparison.Ordinal);
            if (at >= 0)
            {
                return new(process, new HttpClient { BaseAddress = new Uri(line[(at + Listening.Length)..].Trim()), Timeout = TimeSpan.FromMinutes(2) });
            }
        }

        throw new InvalidOperationException($"The host ended before it listened:\n{string.Join('\n', said)}");
    }

    /// <summary>Sends a request and tells the status and the JSON that came back.</summary>
    public async Task<Answer> SendAsync(HttpMethod method, string path, string? actor, object? body = null, string? key = null)
    {
        using HttpRequestMessage request = new(method, path);
        if (actor is not null)
        {
            request.Headers.Add("X-Actor", actor);
        }

        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        if (body is not null)
        {
            request.Content = body as HttpContent ?? JsonContent.Create(body);
        }

        using HttpResponseMessage response = await Client.SendAsync(request);
        string text = await response.Content.ReadAsStringAsync();
        return new(response.StatusCode, text);
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        Client.Dispose();
    }
}

/// <summary>What came back.</summary>
internal sealed record Answer(HttpStatusCode Status, string Text)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    /// <summary>Every code of a refusal.</summary>
    public string[] Codes => [.. Json.GetProperty("reasons").EnumerateArray().Select(r => r.GetProperty("code").GetString()!)];

    /// <summary>Everything that is wrong with a request: code, where, and place.</summary>
    public string[] Faults => [.. Json.GetProperty("reasons").EnumerateArray().Select(r => $"{r.GetProperty("code").GetString()} {r.GetProperty("in").GetString()} {r.GetProperty("place").GetString()}")];

    /// <summary>Fails unless the status is this one and the detail holds the words.</summary>
    public void Is(HttpStatusCode status, string detail) =>
        Assert.Contains(detail, Is(status).Json.GetProperty("detail").GetString()!, StringComparison.Ordinal);

    public Answer Is(HttpStatusCode status)
    {
        Assert.True(Status == status, $"{(int)Status} instead of {(int)status}: {Text}");
        return this;
    }
}
