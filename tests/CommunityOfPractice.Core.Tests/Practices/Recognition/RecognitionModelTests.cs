using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Memberships;
using FsCheck.Xunit;
using static CommunityOfPractice.Core.Tests.Memberships.Stage;

namespace CommunityOfPractice.Core.Tests.Practices;

/// <summary>Kudos and opting out against a model of a few lines.</summary>
public sealed class RecognitionModelTests
{
    private static readonly string[] People = ["f", "ana", "bo", "out"];

    [Property(MaxTest = 150), Trait("Law", "35")]
    public void Law35_AnySequence_GoesAsTheModelSays_AndRefusedCommandsChangeNothing(int seed)
    {
        Random random = new(seed);
        Stage stage = Active("f", "ana", "bo");
        stage.Policies = PolicySet.Default with { Practice = new() { MaxKudosPerDay = 2 } };
        Dictionary<string, (string From, string To, DateTimeOffset At, bool Withdrawn)> kudos = [];
        HashSet<string> optedOut = [];
        for (int step = 0; step < 60; step++)
        {
            stage.At = stage.At.AddHours(random.Next(9));
            string id = $"k{random.Next(25)}", by = People[random.Next(4)], who = People[random.Next(4)];
            (Command command, bool allowed) = random.Next(5) switch
            {
                0 => (new OptOutOfRecognition(Id, P(who)), by == who && optedOut.Add(who)),
                1 => (new OptIntoRecognition(Id, P(who)), by == who && optedOut.Remove(who)),
                2 => ((Command)new WithdrawKudos(Id, new(id)), Withdraws()),
                _ => (new GiveKudos(Id, new(id), P(who), "For your help.", "answer:1"), Gives()),
            };
            CommunitySnapshot before = stage.Record.ToSnapshot();
            string[] codes = stage.Do(command, By(by));

            Assert.True(allowed == codes is [], $"{command} by {by}: {string.Join(", ", codes)}");
            Assert.True(codes is [] || before == stage.Record.ToSnapshot());
            Core.Practices.Recognition recognition = stage.Record.Practice.Recognition;
            Assert.Equal(
                kudos.Where(k => !k.Value.Withdrawn && !optedOut.Contains(k.Value.To)).Select(k => (k.Key, k.Value.From, k.Value.To, k.Value.At)).OrderBy(k => k.Key, StringComparer.Ordinal),
                recognition.Kudos.Select(k => (k.Id.Text, k.From.Text, k.To.Text, k.At)));
            Assert.Equal(optedOut.Order(StringComparer.Ordinal), People.Where(p => recognition.IsOptedOut(P(p))).Order(StringComparer.Ordinal));

            bool Withdraws()
            {
                bool can = kudos.TryGetValue(id, out var one) && one.From == by && !one.Withdrawn;
                if (can)
                {
                    kudos[id] = one with { Withdrawn = true };
                }

                return can;
            }

            bool Gives() => by != "out" && who is not "out" && by != who && !optedOut.Contains(who)
                && kudos.Values.Count(k => k.From == by && k.At.UtcDateTime.Date == stage.At.UtcDateTime.Date) < 2 && kudos.TryAdd(id, (by, who, stage.At, false));
        }

        Assert.Equal(stage.Record.ToSnapshot(), CommunityRecord.Restore(stage.Record.ToSnapshot()).ToSnapshot());
        Assert.Equal(stage.Record.ToSnapshot(), stage.Twin().Record.ToSnapshot());
    }

    [Fact]
    public void Refusals_NameEveryUnmetGuard()
    {
        Stage stage = Active("f", "ana");
        stage.Policies = PolicySet.Default with { Practice = new() { MaxKudosPerDay = 1 } };
        Assert.Equal(["kudos.unknown"], stage.Do(new WithdrawKudos(Id, new("k")), By("f")));
        Assert.Empty(stage.Do(new GiveKudos(Id, new("k"), P("ana"), "For the talk."), By("f")));
        Assert.Empty(stage.Do(new OptOutOfRecognition(Id, P("ana")), By("ana")));

        Assert.Equal(["kudos.opted-out", "kudos.exists", "kudos.no-reason", "kudos.rate-limit"], stage.Do(new GiveKudos(Id, new("k"), P("ana"), " "), By("f")));
        Assert.Equal(["actor.not-a-member", "kudos.not-a-member"], stage.Do(new GiveKudos(Id, new("l"), P("zed"), "For this."), By("out")));
        Assert.Equal(["kudos.self"], stage.Do(new GiveKudos(Id, new("l"), P("f"), "For me."), By("f"))[..1]);
        Assert.Equal(["actor.not-own-act", "recognition.opted-out"], stage.Do(new OptOutOfRecognition(Id, P("ana")), By("f")));
        Assert.Equal(["actor.not-own-act", "recognition.not-opted-out"], stage.Do(new OptIntoRecognition(Id, P("f")), Host));
        Assert.Equal(["kudos.not-giver"], stage.Do(new WithdrawKudos(Id, new("k")), By("ana")));
        Assert.Empty(stage.Do(new WithdrawKudos(Id, new("k")), By("f")));
        Assert.Equal(["kudos.withdrawn"], stage.Do(new WithdrawKudos(Id, new("k")), By("f")));
        Assert.Equal(string.Empty, Assert.Single(stage.Record.Practice.ToState().Kudos).Reason);
        stage.Place(c => c with { Status = CommunityStatus.Closed });
        Assert.Equal(["community.not-living"], stage.Do(new WithdrawKudos(Id, new("k")), By("f"))[..1]);
    }
}
