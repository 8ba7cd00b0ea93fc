namespace CommunityOfPractice.Tool.Tests;

/// <summary><c>cop validate</c>: what is most likely a mistake is told and is no error.</summary>
public sealed class ValidateTests
{
    [Theory]
    [InlineData("person,timezone\nann,Mars/Base\nbob,Europe/Berlin\ncem,Mars/Base\n", "timezone: no time zone database knows 'Mars/Base', of ann, cem [timezone.unknown]")]
    [InlineData("community,gathering,title,start,duration,timezone\nc,g,T,2024-01-01,PT1H,Mars/Base\n", "timezone: no time zone database knows 'Mars/Base', of the gathering g [timezone.unknown]")]
    [InlineData("person,manager\nann,ann\nbob,\n", "manager: named as their own manager: ann [manager.itself]")]
    [InlineData("person,manager\nann,bob\nbob,cem\ncem,bob\ndee,ann\n", "manager: managers go round in a circle: bob, cem [manager.circle]")]
    [InlineData("community,person,at,act\nc,ann,20260531,post\nc,ann,2026-05-31,post\n", "at: 1 activity has a time that looks like a date written as a number: 20260531 is read as unix seconds, 1970-08-23; a date is written 2026-05-31 [time.looks-like-date]")]
    [InlineData("community,person,at,act\nc,ann,2026,post\nc,ann,20260531,post\n", "at: 2 activities have times that look like a date written as a number: 2026 is read as unix seconds, 1970-01-01; a date is written 2026-01-01 [time.looks-like-date]")]
    public async Task Doubts_AreWarnings(string text, string doubt)
    {
        using CommandLine files = new();
        Outcome run = await CommandLine.RunAsync("validate", files.Write("x.csv", text));
        Assert.Equal((0, $"warning: {doubt}\n"), (run.Code, run.Error));
        Assert.StartsWith("valid: ", run.Out, StringComparison.Ordinal);
    }

    /// <summary>Nobody can have come to what did not take place.</summary>
    [Fact]
    public async Task AttendanceOfWhatWasCancelled_IsDoubted()
    {
        using CommandLine files = new();
        string gatherings = files.Write("g.csv", "community,gathering,title,start,duration,status\nc,off,T,2024-01-01,PT1H,cancelled\nc,on,T,2024-01-02,PT1H,held\nd,off,T,2024-01-01,PT1H,held\nc,none,T,2024-01-01,PT1H,cancelled\n");
        string attendance = files.Write("t.csv", "community,gathering,person,attended\nc,off,ann,yes\nc,off,bob,yes\nc,on,ann,yes\nd,off,ann,yes\nc,none,ann,no\n");
        Outcome run = await CommandLine.RunAsync("validate", gatherings, attendance);
        Assert.Equal((0, "warning: attended: yes, to what was cancelled: off [attendance.cancelled]\n"), (run.Code, run.Error));
    }

    /// <summary>Whoever reads the same file hears the same, once.</summary>
    [Theory]
    [InlineData("health", "FILE", "--json")]
    [InlineData("trends", "FILE")]
    [InlineData("portfolio", "FILE")]
    [InlineData("rhythm", "FILE")]
    [InlineData("convert", "FILE")]
    [InlineData("study", "newcomers", "FILE")]
    [InlineData("similar", "--memberships", "MEMBERS", "--activity", "FILE")]
    [InlineData("recommend", "--memberships", "MEMBERS", "--people", "PEOPLE")]
    [InlineData("experts", "--activity", "FILE", "--experts", "EXPERTS", "--as-of", "2026-06-01", "--topics", "go")]
    [InlineData("replay", "MEMBERS", "PEOPLE")]
    public async Task EveryCommandThatReadsAFile_SaysItsDoubts(params string[] command)
    {
        using CommandLine files = new();
        Dictionary<string, string> paths = new()
        {
            ["FILE"] = files.Write("a.csv", "community,person,at,act,id\nc,ann,20260531,ask,q1\nc,bob,2026-05-31,post,p1\n"),
            ["MEMBERS"] = files.Write("m.csv", "community,person,from\nc,ann,2024-01-01\nd,ann,2024-01-01\n"),
            ["PEOPLE"] = files.Write("p.csv", "person,timezone\nann,Mars/Base\n"),
            ["EXPERTS"] = files.Write("e.csv", "person,asks\nbob,1\n"),
        };
        Outcome run = await CommandLine.RunAsync(command.Select(part => paths.GetValueOrDefault(part, part)));
        string doubt = command.Contains("PEOPLE") ? "[timezone.unknown]" : "[time.looks-like-date]";
        string said = Assert.Single(run.Error.Split('\n'), line => line.EndsWith(doubt, StringComparison.Ordinal));
        Assert.StartsWith("warning: ", said, StringComparison.Ordinal);
        Assert.DoesNotContain(doubt, run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("person,manager,timezone,from,until\nann,bob,Europe/Berlin,2020-01-01,2021-01-01\nann,,UTC,2021-01-01,\nbob,ann,,2021-01-01,\n")] // a circle that never was at one time
    [InlineData("community,person,at,act\nc,ann,1780236000,post\nc,ann,20261531,post\nc,ann,1970-08-23T12:00:00Z,post\n")]
    public async Task WhatIsInOrder_IsNotDoubted(string text)
    {
        using CommandLine files = new();
        Outcome run = await CommandLine.RunAsync("validate", files.Write("x.csv", text));
        Assert.Equal((0, string.Empty), (run.Code, run.Error));
    }

    [Fact]
    public async Task Counts_HaveTheirPlurals()
    {
        using CommandLine files = new();
        string one = files.Write("a.csv", "community,person,at,act\nc,ann,2024-01-01,post\n"), two = files.Write("s.csv", "community,name\nc,C\nd,D\n");
        Assert.StartsWith("valid: 1 activity, 0 people, 2 communities, 0 memberships,", (await CommandLine.RunAsync("validate", one, two)).Out, StringComparison.Ordinal);
    }
}
