using System.Text.Json;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Tool.Studies;

namespace CommunityOfPractice.Tool.Tests;

/// <summary><c>cop study newcomers</c>, and the differences of two groups.</summary>
public sealed class NewcomerStudyTests
{
    [Fact]
    public async Task Newcomers_AreThoseWhoBeganWithAQuestion()
    {
        using CommandLine files = new();
        string activity = files.Write("a.csv", """
            community,person,at,act,id,in_reply_to
            s,ann,2020-01-01T00:00:00Z,ask,1,
            s,ben,2020-01-02T00:00:00Z,answer,2,1
            s,ann,2020-01-08T00:00:00Z,ask,3,
            s,cas,2020-01-03T00:00:00Z,ask,4,
            s,cas,2020-01-03T01:00:00Z,answer,5,4
            s,ben,2020-01-05T00:00:01Z,answer,6,4
            s,cas,2020-02-02T00:00:00Z,ask,7,
            s,deleted-8,2020-01-04T00:00:00Z,ask,8,
            s,dan,2020-03-01T00:00:00Z,ask,9,
            s,eve,2020-03-31T00:00:00Z,ask,10,

            """);
        JsonElement row = (await CommandLine.RunAsync("study", "newcomers", activity, "--json")).Json.GetProperty("rows")[0];

        // Ann: answered early, back on day 8. Cas: somebody else came a second too late, and cas was back on day 31 only. Dan: 30 days, never answered. Eve: not observed for 48 hours.
        Assert.Equal([1, 1, 0, 2], row.GetProperty("earlyAndOthers").EnumerateArray().Select(n => n.GetInt32()));
        Assert.Equal([0, 1, 0, 1], row.GetProperty("lateAndNever").EnumerateArray().Select(n => n.GetInt32()));
        Assert.Equal((3, 1), (row.GetProperty("newcomers").GetInt32(), row.GetProperty("unnamed").GetInt32()));
        Assert.Equal(1, row.GetProperty("difference").GetProperty("value").GetDouble());
    }

    [Fact]
    public async Task Newcomers_TooFewForAnInterval_GetADash_AndFilesWithoutActivitiesAreRefused()
    {
        using CommandLine files = new();
        string few = files.Write("a.csv", """
            community,person,at,act,id,in_reply_to
            s,ann,2020-01-01T00:00:00Z,ask,1,
            s,ben,2020-01-01T01:00:00Z,answer,2,1
            s,ann,2020-01-10T00:00:00Z,post,3,
            s,cas,2020-01-02T00:00:00Z,ask,4,
            s,cas,2020-01-11T00:00:00Z,post,5,
            s,ben,2020-03-01T00:00:00Z,post,6,

            """);
        Outcome json = await CommandLine.RunAsync("study", "newcomers", few, "--json"), text = await CommandLine.RunAsync("study", "newcomers", few);
        Assert.Equal(JsonValueKind.Null, json.Json.GetProperty("rows")[0].GetProperty("adjusted").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.Json.GetProperty("rows")[0].GetProperty("differenceByDay30").ValueKind);
        Assert.DoesNotContain("0.00 to 0.00", text.Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("–: too little data to tell.", text.Out, StringComparison.Ordinal);

        Outcome none = await CommandLine.RunAsync("study", "newcomers", files.Write("p.csv", "person\nann\n"));
        Assert.Equal((1, "cop: the files hold nothing that a person did\n"), (none.Code, none.Error));
    }

    /// <summary>Newcombe (1998), table II: 56 of 70 and 48 of 80 differ by 0.2, method 10 gives 0.0524 to 0.3339.</summary>
    [Fact]
    public void Interval_OfNewcombesExample_IsTheKnownOne()
    {
        TwoGroups groups = new(56, 70, 48, 80);
        Assert.Equal(0.2, groups.Difference!.Value, 1e-12);
        Assert.Equal(0.0524, groups.Interval!.Value.Low, 5e-5);
        Assert.Equal(0.3339, groups.Interval!.Value.High, 5e-5);
    }

    [Fact]
    public void Pooled_OfOneStratum_IsItsDifference_AndStrataWithOneGroupSayNothing()
    {
        (double value, double low, double high) = TwoGroups.Pooled([new(8, 20, 3, 15), new(4, 9, 0, 0), new(0, 0, 1, 1)])!.Value;
        Assert.Equal(0.2, value, 1e-12);
        Assert.True(low < 0.2 && high > 0.2);
        Assert.Equal(0.2, (low + high) / 2, 1e-12);
        Assert.Null(TwoGroups.Pooled([new(4, 9, 0, 0)]));
        Assert.Null(TwoGroups.Pooled([new(1, 1, 1, 1), new(0, 2, 0, 1)])); // no spread: no interval without width
    }

    /// <summary>Forty small strata with rates of their own and one difference of 0.2: the pooled interval holds it about as often as it says.</summary>
    [Fact]
    public void Pooled_OfManySmallStrata_HoldsTheTrueDifference()
    {
        int held = 0;
        const int Repetitions = 1500;
        for (int i = 0; i < Repetitions; i++)
        {
            SplitMix64 random = new SplitMix64(20261126).Split(i);
            List<TwoGroups> strata = [];
            for (int s = 0, place = 0; s < 40; s++)
            {
                double rate = 0.1 + (0.6 * s / 40);
                int m = 1 + (s % 6), n = 1 + (s % 3);
                strata.Add(new(Count(m, rate + 0.2), m, Count(n, rate), n));

                int Count(int of, double p) => Enumerable.Range(0, of).Count(_ => random.Unit(place++) < p);
            }

            (_, double low, double high) = TwoGroups.Pooled(strata)!.Value;
            held += low <= 0.2 && 0.2 <= high ? 1 : 0;
        }

        Assert.InRange(held / (double)Repetitions, 0.93, 0.97);
    }
}
