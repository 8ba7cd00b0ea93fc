using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CommunityOfPractice.Tool.Tests;

/// <summary>A page in Debian's Chromium without a window, spoken to by its DevTools protocol; notes what the page asks for and complains about.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly ClientWebSocket socket = new();
    private readonly DirectoryInfo profile;
    private readonly List<string> requests = [], complaints = [];
    private Task drained = Task.CompletedTask;
    private string? session;
    private int last;
    private bool loaded;

    private Browser(Process process, DirectoryInfo profile) => (this.process, this.profile) = (process, profile);

    /// <summary>Addresses that the page asked for.</summary>
    public IReadOnlyList<string> Requests => requests;

    /// <summary>Errors and warnings of the console, and exceptions.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    public static async Task<Browser> StartAsync(bool scripts = true)
    {
        DirectoryInfo profile = Directory.CreateTempSubdirectory("cop-browser-");
        ProcessStartInfo start = new(BrowserFactAttribute.Chromium) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (string argument in (string[])
            ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
             "--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars", "--remote-debugging-port=0", $"--user-data-dir={profile.FullName}", "about:blank"])
        {
            start.ArgumentList.Add(argument);
        }

        Browser browser = new(Process.Start(start)!, profile);
        await browser.ConnectAsync();
        foreach (string domain in (string[])["Page", "Runtime", "Log", "Network"])
        {
            await browser.SendAsync($"{domain}.enable");
        }

        await browser.SendAsync("Emulation.setScriptExecutionDisabled", new { value = !scripts });
        return browser;
    }

    /// <summary>Lays the page out for a width, a medium and a colour scheme, and loads it.</summary>
    public async Task OpenAsync(string file, int width, string medium = "screen", string scheme = "light")
    {
        await SendAsync("Emulation.setDeviceMetricsOverride", new { width, height = 900, deviceScaleFactor = 1, mobile = width < 600 });
        await SendAsync("Emulation.setEmulatedMedia", new { media = medium, features = new[] { new { name = "prefers-color-scheme", value = scheme } } });
        loaded = false;
        await SendAsync("Page.navigate", new { url = new Uri(file).AbsoluteUri });
        while (!loaded)
        {
            await ReceiveAsync();
        }
    }

    /// <summary>What an expression gives in the page.</summary>
    public async Task<JsonElement> EvaluateAsync(string expression)
    {
        JsonElement answer = await SendAsync("Runtime.evaluate", new { expression, returnByValue = true });
        return answer.TryGetProperty("exceptionDetails", out JsonElement wrong) ? throw new InvalidOperationException(wrong.GetRawText()) : answer.GetProperty("result").GetProperty("value");
    }

    /// <summary>The whole page as a PNG.</summary>
    public async Task<byte[]> PictureAsync() =>
        Convert.FromBase64String((await SendAsync("Page.captureScreenshot", new { captureBeyondViewport = true, format = "png" })).GetProperty("data").GetString()!);

    /// <summary>The page on A4 as a PDF.</summary>
    public async Task<byte[]> PaperAsync() =>
        Convert.FromBase64String((await SendAsync("Page.printToPDF", new { preferCSSPageSize = true })).GetProperty("data").GetString()!);

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        await process.WaitForExitAsync();
        await drained;
        process.Dispose();
        socket.Dispose();
        try
        {
            profile.Delete(recursive: true);
        }
        catch (IOException)
        {
            // a child of the browser may still be writing; the folder is a temporary one
        }
    }

    private async Task ConnectAsync()
    {
        Match address = Match.Empty;
        while (!address.Success)
        {
            string line = await process.StandardError.ReadLineAsync().WaitAsync(Patience) ?? throw new InvalidOperationException("The browser ended.");
            address = Regex.Match(line, "^DevTools listening on (ws://.*)$");
        }

        drained = Task.WhenAll(process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync()); // a full pipe would stop the browser
        await socket.ConnectAsync(new Uri(address.Groups[1].Value), CancellationToken.None).WaitAsync(Patience);
        string target = (await SendAsync("Target.createTarget", new { url = "about:blank" })).GetProperty("targetId").GetString()!;
        session = (await SendAsync("Target.attachToTarget", new { targetId = target, flatten = true })).GetProperty("sessionId").GetString();
    }

    private async Task<JsonElement> SendAsync(string method, object? parameters = null)
    {
        int id = ++last;
        Dictionary<string, object?> message = new() { ["id"] = id, ["method"] = method, ["params"] = parameters ?? new { } };
        if (session is not null)
        {
            message["sessionId"] = session;
        }

        await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None).WaitAsync(Patience);
        while (true)
        {
            JsonElement answer = await ReceiveAsync();
            if (answer.TryGetProperty("id", out JsonElement number) && number.GetInt32() == id)
            {
                return answer.TryGetProperty("error", out JsonElement error)
                    ? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{method}: {error.GetRawText()}"))
                    : answer.GetProperty("result");
            }
        }
    }

    private async Task<JsonElement> ReceiveAsync()
    {
        using MemoryStream bytes = new();
        byte[] buffer = new byte[1 << 16];
        ValueWebSocketReceiveResult part;
        do
        {
            using CancellationTokenSource late = new(Patience);
            part = await socket.ReceiveAsync(buffer.AsMemory(), late.Token);
            bytes.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        JsonElement message = JsonDocument.Parse(bytes.ToArray()).RootElement;
        Note(message);
        return message;
    }

    private void Note(JsonElement message)
    {
        if (!message.TryGetProperty("method", out JsonElement method))
        {
            return;
        }

        JsonElement told = message.GetProperty("params");
        switch (method.GetString())
        {
            case "Page.loadEventFired":
                loaded = true;
                break;
            case "Network.requestWillBeSent":
                requests.Add(told.GetProperty("request").GetProperty("url").GetString()!);
                break;
            case "Runtime.exceptionThrown" or "Runtime.consoleAPICalled" or "Log.entryAdded":
                complaints.Add(told.GetRawText());
                break;
        }
    }
}
