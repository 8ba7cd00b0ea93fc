using System.Text;
using System.Text.Json;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;
using static CommunityOfPractice.Core.Tests.Hosting.SmallHost;

namespace CommunityOfPractice.Core.Tests.Hosting;

public sealed class PersonalDataTests
{
    private const string Anna = "person-anna";
    private static readonly string[] Communities = ["c1", "c2", "c3"];
    private static readonly string[] Others = ["person-ben", "person-cleo", "person-dan", "person-eve"];
    private static readonly PersonId Erased = new(Anna);

    /// <summary>After an erasure nothing that is stored or given out names the person or holds their texts, and nothing else has changed.</summary>
    [Property(MaxTest = 25), Trait("Law", "45"), Trait("Law", "38")]
    public async Task Law45_AfterAnErasure_NobodyFindsThePerson(int seed)
    {
        SmallHost host = await Life(seed);
        string before = await Dump(host);
        Dictionary<string, CommunitySnapshot> then = await Snapshots(host);
        (int[] degrees, HealthReport[] reports) = (await Degrees(host), await Reports(host));
        Assert.Contains(Anna, before, StringComparison.Ordinal);
        Assert.Contains("secret of", before, StringComparison.Ordinal);

        ErasureReceipt receipt = (await host.Personal.EraseAsync(new ErasureRequest(Erased, Desk) { IfLast = LastFacilitatorChoice.StartGrace(null) })).OrThrow();
        string after = await Dump(host);
        Dictionary<string, CommunitySnapshot> now = await Snapshots(host);

        Assert.DoesNotContain(Anna, after, StringComparison.Ordinal);
        Assert.DoesNotContain("secret of", after, StringComparison.Ordinal);
        Assert.Contains("open word", after, StringComparison.Ordinal);
        Assert.DoesNotContain(Anna, JsonSerializer.Serialize(receipt), StringComparison.Ordinal);
        Assert.Equal(receipt.Entries, (await Entries(host)).Select(e => e.Change.Fact).OfType<MemberErased>().Sum(e => e.Redactions.Count));
        Assert.Equal(degrees, await Degrees(host));
        Assert.Equal(reports, await Reports(host));
        foreach (string community in Communities)
        {
            Assert.Empty(Journals.Verify(await host.Entries(community)));
            Assert.Equal(then[community].Members.Count, now[community].Members.Count);
            Assert.Equal(Json(then[community].Members.Where(m => m.Person != Erased)).Replace(Anna, receipt.Tombstone.Text, StringComparison.Ordinal), Json(now[community].Members.Where(m => m.Person != receipt.Tombstone)));
            Membership? gone = now[community].Members.FirstOrDefault(m => m.Person == receipt.Tombstone);
            Assert.Equal((MembershipStatus.Erased, 0), gone is null ? (MembershipStatus.Erased, 0) : (gone.Status, gone.Roles.Count));
            Assert.Equal(then[community].Members.Any(m => m.Person == Erased), gone is not null);
            using RecordLease lease = await host.Records.AcquireAsync(new CommunityId(community), default);
            Assert.Equal(now[community], lease.Record.ToSnapshot());
        }

        Assert.Empty(await All(host.Directory.MembershipsOfAsync(Erased)));
        ErasureReceipt again = (await host.Personal.EraseAsync(Erased, Desk)).OrThrow();
        Assert.Equal((0, 0, 0), (again.Communities, again.Entries, again.Activities));
        Assert.Equal(after, await Dump(host));
    }

    [Fact, Trait("Law", "37"), Trait("Law", "45")]
    public async Task Law37_ALastFacilitatorAnywhere_IsAskedForBeforeAnythingIsErased()
    {
        SmallHost host = new();
        await host.Launch("a", "ben", "ana", "cem");
        await host.Launch("b", "ana", "ben", "cem");
        await host.Launch("c", "ana", "ben", "dan");
        int entries = (await host.Entries("a")).Length;
        Decision<ErasureReceipt>.Refused refused = Assert.IsType<Decision<ErasureReceipt>.Refused>(await host.Personal.EraseAsync(new("ana"), By("ana")));

        Assert.Equal(["role.last-facilitator", "role.last-facilitator"], refused.Refusal.Reasons.Select(r => r.Code));
        Assert.Equal(["b", "c"], refused.Refusal.Reasons.Select(r => r.Arguments![0]));
        Assert.Equal((0, entries), (host.Journal.Writes, (await host.Entries("a")).Length));
        Assert.Equal(["role.interim-missing", "role.interim-missing"], (await host.Personal.EraseAsync(new ErasureRequest(new("ana"), By("ana")) { IfLast = LastFacilitatorChoice.StartGrace(null) })).Codes());

        ErasureReceipt receipt = (await host.Personal.EraseAsync(new ErasureRequest(new("ana"), By("ana")) { IfLast = LastFacilitatorChoice.MakeDormant })).OrThrow();
        Assert.Equal((3, CommunityStatus.Active, CommunityStatus.Dormant), (receipt.Communities, (await host.Fold("a")).Community.Status, (await host.Fold("b")).Community.Status));
        Assert.Equal(["RoleEnded", "CommunityBecameDormant", "MemberErased"], host.Told.Where(e => e.Community.Text == "b").Select(e => e.Change.Fact.GetType().Name));
        Assert.All(host.Told, e => Assert.Equal(Actor.Of(receipt.Tombstone), e.Change.By));
    }

    [Fact, Trait("Law", "37")]
    public async Task Law37_AnAcceptedSuccessor_TakesOverInTheSameTransaction()
    {
        SmallHost host = new();
        await host.Launch("b", "ana", "ben", "cem");
        await host.Do(new NominateForRole(new("b"), new("cem"), Role.Facilitator) { AsSuccessor = true }, By("ana"));
        await host.Do(new AcceptNomination(new("b"), new("cem"), Role.Facilitator), By("cem"));
        ErasureReceipt receipt = (await host.Personal.EraseAsync(new("ana"), By("ana"))).OrThrow();

        CommunityRecord record = await host.Fold("b");
        Assert.Equal([new PersonId("cem")], record.Members.Holders(Role.Facilitator));
        Assert.Null(record.Community.FacilitationGrace);
        Assert.Equal(Actor.Of(receipt.Tombstone), record.Members[new("cem")].Roles[0].By);
        Assert.Equal(["RoleEnded", "RoleAppointed", "MemberErased"], host.Told.Select(e => e.Change.Fact.GetType().Name));
    }

    /// <summary>What was left is finished under another tombstone, or under the same one when the host gave it.</summary>
    [Theory, Trait("Law", "45")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task EraseAsync_Interrupted_IsFinishedByAskingAgain(bool given)
    {
        SmallHost host = await Life(3);
        ErasureRequest request = new(Erased, Desk) { IfLast = LastFacilitatorChoice.StartGrace(null), Tombstone = given ? new("gone-1") : null };
        host.Journal.Redactions = 1;
        await Assert.ThrowsAsync<IOException>(async () => await host.Personal.EraseAsync(request));
        host.Journal.Redactions = int.MaxValue;
        ErasureReceipt receipt = (await host.Personal.EraseAsync(request)).OrThrow();

        Assert.DoesNotContain(Anna, await Dump(host), StringComparison.Ordinal);
        Assert.Equal(2, receipt.Communities);
        Assert.Equal(given ? 1 : 2, (await Entries(host)).Select(e => e.Change.Fact).OfType<MemberErased>().Select(f => f.Person).Distinct().Count());
        Assert.All(Communities, async c => Assert.Empty(Journals.Verify(await host.Entries(c))));
    }

    [Fact]
    public async Task EraseAsync_OthersWereFaster_IsWorkedOutAgain()
    {
        SmallHost host = await Life(4);
        ErasureRequest request = new(Erased, Desk) { IfLast = LastFacilitatorChoice.StartGrace(null) };
        host.Journal.Conflicts = 100;
        Assert.Equal(["record.contended"], (await host.Personal.EraseAsync(request)).Codes());
        host.Journal.Conflicts = 2;
        Assert.Equal(3, (await host.Personal.EraseAsync(request)).OrThrow().Communities);
    }

    [Fact]
    public async Task OnlyThePersonAndTheHost_MayAsk()
    {
        SmallHost host = await Life(1);
        Assert.Equal(["permission.denied"], (await host.Personal.EraseAsync(Erased, By("person-ben"))).Codes());
        Assert.Equal(["permission.denied"], (await host.Personal.EraseAsync(Erased, Actor.Policy("rule/1"))).Codes());
        Assert.Equal(["permission.denied"], (await host.Personal.ExportAsync(Erased, By("person-ben"))).Codes());
        Assert.True((await host.Personal.ExportAsync(Erased, By(Anna))).IsAccepted);
        Assert.Equal(["erasure.tombstone-taken"], (await host.Personal.EraseAsync(new ErasureRequest(Erased, Desk) { Tombstone = new("person-ben"), IfLast = LastFacilitatorChoice.StartGrace(null) })).Codes().Distinct());
        await Assert.ThrowsAsync<ArgumentException>(async () => await host.Personal.EraseAsync(default, Desk));
        await Assert.ThrowsAsync<ArgumentException>(async () => await host.Personal.EraseAsync(new ErasureRequest(Erased, Desk) { Tombstone = Erased }));
        Assert.Equal(0, host.Journal.Writes);
    }

    [Fact]
    public async Task ExportAsync_HoldsEverythingAboutThePersonAndNobodyElse()
    {
        SmallHost host = await Life(2);
        host.People.Put(new(Erased, [new() { Department = "Tools", Manager = new("person-ben"), Languages = ["de"] }]));
        using JsonDocument document = JsonDocument.Parse((await host.Personal.ExportAsync(Erased, Desk)).OrThrow());
        JsonElement root = document.RootElement;
        string text = root.GetRawText();

        Assert.Equal(Anna, root.GetProperty("person").GetString());
        Assert.Equal(Communities, root.GetProperty("communities").EnumerateArray().Select(c => c.GetProperty("community").GetString()));
        Assert.Equal(("Tools", PersonalExport.SomebodyElse), (root.GetProperty("directory")[0].GetProperty("department").GetString(), root.GetProperty("directory")[0].GetProperty("manager").GetString()));
        Assert.Equal((await All(host.Activities.ReadOfAsync(Erased))).Count, root.GetProperty("activities").GetArrayLength());
        Assert.True(root.GetProperty("activities").GetArrayLength() > 0);
        Assert.Contains("secret of", text, StringComparison.Ordinal);
        Assert.All(Others, other => Assert.DoesNotContain(other, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ReadOfAsync_OthersActivities_AreLeftOut()
    {
        SmallHost host = await Life(5);
        List<Activity> all = [];
        foreach (string community in Communities)
        {
            all.AddRange(await All(host.Activities.ReadAsync(new(community), DateTimeOffset.MaxValue)));
        }

        List<Activity> read = await All(host.Activities.ReadOfAsync(Erased));
        Assert.Equal(all.Where(a => a.Person == Erased || a.To.Contains(Erased)).OrderBy(a => a.At).ThenBy(a => a.Community).ThenBy(a => a.Id!.Value.Text, StringComparer.Ordinal), read);
    }

    /// <summary>Three communities with random facts in which the person acts, is meant, or is named by the way.</summary>
    private static async Task<SmallHost> Life(int seed)
    {
        SmallHost host = new();
        Random random = new(seed);
        string[] people = [Anna, .. Others];
        foreach (string community in Communities)
        {
            random.Shuffle(people);
            await host.Launch(community, people);
            for (int i = 0; i < 12; i++)
            {
                host.Clock.Advance(TimeSpan.FromHours(random.Next(1, 90)));
                (string one, string other) = (people[random.Next(people.Length)], people[random.Next(people.Length)]);
                string word = one == Anna || other == Anna ? $"secret of {Anna}" : "open word";
                Membership member = (await host.Fold(community)).Members[new(one)];
                Fact fact = random.Next(8) switch
                {
                    0 => new MemberInvited(new($"friend-{i}"), host.Clock.GetUtcNow().AddDays(30), one == Anna ? word : "open word"),
                    1 when !member.Holds(Role.Facilitator) => new MemberLeft(new(one), LeaveReason.Choice, one == Anna ? word : "open word"),
                    2 when !member.IsMember => new MemberJoined(new(one), new("join/1", "web")),
                    3 when member.Status == MembershipStatus.Active => new RoleAppointed(new(one), Role.Mentor, NominatedBy: By(other)),
                    4 when member.Status == MembershipStatus.Active => new MembershipFieldsSet(new(one), [new("phone", one == Anna ? word : "open word")]),
                    5 when !member.Holds(Role.Facilitator) && member.IsMember => new MemberRemoved(new(one), one == Anna ? word : "open word", host.Clock.GetUtcNow().AddDays(9), host.Clock.GetUtcNow().AddDays(99)),
                    _ => new CheckedIn(one == Anna ? word : "open word", host.Clock.GetUtcNow().AddDays(90)),
                };
                await host.Happens(community, By(fact is MemberRemoved ? other : one), fact);
            }

            List<Activity> activities = [];
            for (int i = 0; i < 30; i++)
            {
                activities.Add(new(new(community), new(people[random.Next(people.Length)]), host.Clock.GetUtcNow().AddMinutes(i), (Act)random.Next(6))
                {
                    Id = new($"{community}-{i}"),
                    InReplyTo = i > 0 && random.Next(2) == 0 ? new($"{community}-{random.Next(i)}") : null,
                    To = random.Next(3) == 0 ? [new(people[random.Next(people.Length)])] : [],
                });
            }

            (await host.Activities.AppendAsync(activities)).OrThrow();
        }

        return host;
    }

    private static async Task<List<JournalEntry>> Entries(SmallHost host)
    {
        List<JournalEntry> all = [];
        foreach (string community in Communities)
        {
            all.AddRange(await host.Entries(community));
        }

        return all;
    }

    private static async Task<Dictionary<string, CommunitySnapshot>> Snapshots(SmallHost host)
    {
        Dictionary<string, CommunitySnapshot> all = [];
        foreach (string community in Communities)
        {
            all.Add(community, (await host.Fold(community)).ToSnapshot());
        }

        return all;
    }

    private static async Task<HealthReport[]> Reports(SmallHost host)
    {
        CommunityHealth health = new(new EvidenceSource(host.Activities, host.Directory, host.People), new HealthAssessor(), host.Clock, TimeSpan.FromDays(365));
        List<HealthReport> reports = [];
        foreach (string community in Communities)
        {
            reports.Add(await health.AssessAsync(new CommunityId(community)));
        }

        return [.. reports];
    }

    /// <summary>Everything that is stored or given out, as text.</summary>
    private static async Task<string> Dump(SmallHost host)
    {
        StringBuilder all = new();
        (await Entries(host)).ForEach(e => all.AppendLine(FactJson.Write(e)));
        foreach (CommunitySnapshot snapshot in (await Snapshots(host)).Values)
        {
            all.AppendLine(JsonSerializer.Serialize(snapshot, RecordJson.Snapshot));
        }

        foreach (string community in Communities)
        {
            all.AppendLine(JsonSerializer.Serialize(await All(host.Directory.MembersAsync(new(community)))));
            all.AppendJoin('\n', (await All(host.Activities.ReadAsync(new(community), DateTimeOffset.MaxValue))).Select(a => JsonSerializer.Serialize(a)).Order(StringComparer.Ordinal));
            using RecordLease lease = await host.Records.AcquireAsync(new CommunityId(community), default);
            all.AppendLine(JsonSerializer.Serialize(lease.Record.ToSnapshot(), RecordJson.Snapshot));
        }

        all.AppendLine(JsonSerializer.Serialize(await All(host.Directory.ListAsync(CommunityFilter.All))));
        foreach (HealthReport report in await Reports(host))
        {
            all.AppendLine(JsonSerializer.Serialize(report, HealthJson.Report));
        }

        foreach (RegistryFinding finding in await All(host.Check().CheckAsync()))
        {
            all.AppendLine(finding.ToString());
        }

        foreach (string other in Others)
        {
            all.AppendLine(Encoding.UTF8.GetString((await host.Personal.ExportAsync(new(other), Desk)).OrThrow().Span));
        }

        return all.ToString();
    }

    private static string Json(IEnumerable<Membership> members) => JsonSerializer.Serialize(members.ToList());

    /// <summary>How many others everybody has to do with, over all communities: the shape of the graph.</summary>
    private static async Task<int[]> Degrees(SmallHost host)
    {
        HashSet<(PersonId, PersonId)> ties = [];
        foreach (string community in Communities)
        {
            List<Activity> all = await All(host.Activities.ReadAsync(new(community), DateTimeOffset.MaxValue));
            Dictionary<ActivityId, PersonId> authors = all.ToDictionary(a => a.Id!.Value, a => a.Person);
            foreach (Activity activity in all)
            {
                foreach (PersonId to in activity.To.Concat(activity.InReplyTo is { } reply ? [authors[reply]] : []).Where(p => p != activity.Person))
                {
                    ties.Add((activity.Person, to));
                    ties.Add((to, activity.Person));
                }
            }
        }

        return [.. ties.GroupBy(t => t.Item1).Select(g => g.Count()).Order()];
    }
}
