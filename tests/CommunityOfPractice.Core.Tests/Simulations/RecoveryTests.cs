using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Testing;
using Xunit.Abstractions;

namespace CommunityOfPractice.Core.Tests.Simulations;

public sealed class RecoveryTests(ITestOutputHelper output)
{
    [Fact]
    public void Explore()
    {
        List<double> ei = [], ext = [], inn = [], ans = [], posts = [], welcome = [], beyond = [];
        System.Diagnostics.Stopwatch clock = System.Diagnostics.Stopwatch.StartNew();
        for (int seed = 0; seed < 60; seed++)
        {
            Simulation s = Simulated.Run(seed, CommunityBehaviour.Default with { Mixing = 0.6, LeavingPerWeek = 0.01, JoiningPerWeek = 2, CoffeeEveryWeeks = 2 });
            if (seed == 0) output.WriteLine($"sim {clock.ElapsedMilliseconds} ms, {s.Activities.Count} activities, {s.Commands.Count} commands {s.Log.PersonCount} people");
            HealthEvidence e = s.EvidenceOf(Simulated.Agile, s.Weeks(20, 33));
            Reading r = new CrossDepartmentTies(0).Read(e);
            ExpectedTies t = s.Truth.Ties(Simulated.Agile, 20, 33);
            ei.Add(r.Detail("ei") - t.EiIndex!.Value);
            beyond.Add(r.Measurement.Amount!.Value - t.BeyondChance!.Value);
            int ties = e.Departments.Ties.External; ext.Add(ties - t.External); inn.Add(e.Departments.Ties.Internal - t.Internal);
            ans.Add(new AnsweredInTime().Read(e).Measurement.Amount!.Value - s.Truth.AnsweredWithin(Simulated.Agile, 20, 33, 48)!.Value);
            posts.Add(s.Activities.Count(a => a.InReplyTo is null && a.Act != CommunityOfPractice.Core.Practices.Act.Comment) - s.Truth.ExpectedPosts(Simulated.Agile, 0, 52));
            if (new NewcomerWelcome().Read(e).Measurement.Amount is { } w) welcome.Add(w - s.Truth.WelcomedWithin(Simulated.Agile, 20, 48));
            if (seed == 0) output.WriteLine($"ei {r.Detail("ei")} {t.EiIndex} ties {ties} {t.External}  beyond {t.BeyondChance}");
        }
        output.WriteLine($"{clock.ElapsedMilliseconds} ms");
        foreach ((string n, List<double> l) in new[] { ("ei", ei), ("beyond", beyond), ("ext", ext), ("int", inn), ("ans", ans), ("posts", posts), ("welcome", welcome) })
        {
            output.WriteLine($"{n} mean {l.Average()} z {Simulated.StandardErrors(l)}");
        }
    }
}
