using System.Text.Json;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Tests.Memberships;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Records;

/// <summary>What is a mistake of the caller, and no refusal, throws at once, says which argument it was, and changes nothing.</summary>
public sealed class MisuseTests
{
    private readonly CommunityRecord one = World.Standing("one", CommunityStatus.Active), two = World.Standing("two", CommunityStatus.Active);
    private readonly DecisionContext context = World.At(World.Start.AddDays(90));
    private readonly PolicyEvidence evidence = PolicyEvidence.Of([]);
    private readonly Change change = new(World.Start, World.Host, Cause.Unstated, new CommunitySplitOff(new("x")));

    private (string Argument, Action Call)[] Nulls =>
    [
        ("record", () => RegistryFindings.In(null!, World.Start)),
        ("entries", () => RegistryFindings.In(one.Id, null!, World.Start)),
        ("communities", () => RegistryFindings.Between(null!)),
        ("parent", () => Splitting.Decide(null!, two, Split, context)),
        ("child", () => Splitting.Decide(one, null!, Split, context)),
        ("command", () => Splitting.Decide(one, two, null!, context)),
        ("context", () => Splitting.Decide(one, two, Split, null!)),
        ("from", () => Merging.Decide(null!, two, Merge, context)),
        ("into", () => Merging.Decide(one, null!, Merge, context)),
        ("command", () => Merging.Decide(one, two, null!, context)),
        ("context", () => Merging.Decide(one, two, Merge, null!)),
        ("from", () => Merging.Forecast(null!, two, context)),
        ("into", () => Merging.Forecast(one, null!, context)),
        ("context", () => Merging.Forecast(one, two, null!)),
        ("record", () => Closing.Receivers(null!)),
        ("record", () => Closing.Decide(null!, [], Close, context)),
        ("receivers", () => Closing.Decide(one, null!, Close, context)),
        ("command", () => Closing.Decide(one, [], null!, context)),
        ("context", () => Closing.Decide(one, [], Close, null!)),
        ("records", () => RegistryFindings.OfArtifacts(null!)),
        ("records", () => ArtifactSearch.Follow(one.Id, new("a"), new("b"), null!)),
        ("erasure", () => Journals.Check([], null!, [])),
        ("stored", () => Journals.Check(null!, new JournalBatch(one.Id, 0, []), [])),
        ("writer", () => new FactJsonConverter().Write(null!, new CommunitySplitOff(new("x")), JsonSerializerOptions.Default)),
        ("value", () => new FactJsonConverter().Write(Nowhere, null!, JsonSerializerOptions.Default)),
        ("writer", () => new JournalEntryJsonConverter().Write(null!, Sealing.Seal(one.Id, 1, null, World.Start, change, "s"), JsonSerializerOptions.Default)),
        ("value", () => new JournalEntryJsonConverter().Write(Nowhere, null!, JsonSerializerOptions.Default)),
        ("writer", () => new AppendOutcomeJsonConverter().Write(null!, new AppendOutcome.Appended(), JsonSerializerOptions.Default)),
        ("value", () => new AppendOutcomeJsonConverter().Write(Nowhere, null!, JsonSerializerOptions.Default)),
        ("activities", () => new InMemoryActivityStore().AppendAsync(null!).AsTask().GetAwaiter().GetResult()),
        ("activities", () => new InMemoryActivityStore().AppendAsync([null!]).AsTask().GetAwaiter().GetResult()),
        ("seed", () => _ = new SeededSalts(null!)),
        ("seed", () => SeededSalts.For(null!, "n")),
        ("name", () => SeededSalts.For("s", null!)),
        ("draft", () => SimilarCommunities.Find(null!, [], 1)),
        ("candidates", () => SimilarCommunities.Find(new("n", [], []), null!, 1)),
        ("find", () => LineageSearch.Resolve(one.Id, null!)),
        ("find", () => LineageSearch.Above(one.Id, null!)),
        ("communities", () => LineageSearch.Circles(null!)),
        ("communities", () => LineageSearch.DeadLinks(null!)),
        ("listing", () => CommunityFilter.All.Passes(null!)),
        ("record", () => DirectorySync.Propose(null!, [], [], context)),
        ("fitting", () => DirectorySync.Propose(one, null!, [], context)),
        ("departed", () => DirectorySync.Propose(one, [], null!, context)),
        ("context", () => DirectorySync.Propose(one, [], [], null!)),
        ("command", () => one.Decide(null!, context)),
        ("context", () => one.Decide(new CheckIn(one.Id, "fine"), null!)),
        ("change", () => one.Apply((Change)null!)),
        ("entry", () => one.Apply((JournalEntry)null!)),
        ("entries", () => CommunityRecord.Replay(one.Id, null!)),
        ("entries", () => CommunityRecord.AsOf(one.Id, null!, World.Start)),
        ("snapshot", () => CommunityRecord.Restore(null!)),
        ("commandId", () => one.VersionsOf(null!)),
        ("entries", () => PersonalExport.Of(null!, World.People[0])),
        ("entries", () => Erasure.Of(null!, World.People[0], World.People[1], new SeededSalts("s"))),
        ("salts", () => Erasure.Of([], World.People[0], World.People[1], null!)),
        ("change", () => Sealing.Seal(one.Id, 1, null, World.Start, null!, "s")),
        ("salt", () => Sealing.Seal(one.Id, 1, null, World.Start, change, null!)),
        ("record", () => Sealing.Batch(null!, [], World.Start, new SeededSalts("s"))),
        ("changes", () => Sealing.Batch(one, null!, World.Start, new SeededSalts("s"))),
        ("salts", () => Sealing.Batch(one, [], World.Start, null!)),
        ("record", () => PolicyEngine.Apply(null!, World.Start, PolicySet.Default, evidence)),
        ("policies", () => PolicyEngine.Apply(one, context.At, null!, evidence)),
        ("evidence", () => PolicyEngine.Apply(one, context.At, PolicySet.Default, null!)),
        ("history", () => PolicyDryRun.Run(one.Id, null!, PolicySet.Default, evidence, World.Start, World.Start)),
        ("policies", () => PolicyDryRun.Run(one.Id, [], null!, evidence, World.Start, World.Start)),
        ("evidence", () => PolicyDryRun.Run(one.Id, [], PolicySet.Default, null!, World.Start, World.Start)),
        ("history", () => PolicyEvidence.Of(null!)),
        ("entries", () => Journals.Verify(null!)),
        ("batches", () => Journals.Check(null!)),
        ("batches", () => Journals.Check([null!])),
        ("erasure", () => Journals.Check(null!, [])),
        ("redacted", () => Journals.Check(new JournalBatch(one.Id, 0, []), null!)),
        ("fact", () => FactJson.NameOf(null!)),
        ("entry", () => FactJson.Write(null!)),
        ("output", () => FactJson.Write((System.Buffers.ArrayBufferWriter<byte>)null!, Sealing.Seal(one.Id, 1, null, World.Start, change, "s"))),
        ("line", () => FactJson.Read((string)null!)),
        ("json", () => PolicyJson.Read(null!)),
        ("roster", () => new InMemoryCommunityDirectory().Put((Roster)null!)),
        ("update", () => new InMemoryCommunityDirectory().Put((DirectoryUpdate)null!)),
        ("filter", () => new InMemoryCommunityDirectory().ListAsync(null!)),
        ("members", () => Succession.Warnings(null!, one.Community, World.Start)),
        ("community", () => Succession.Warnings(one.Members, null!, World.Start)),
        ("members", () => Succession.Outlook(null!, one.Community, World.Start)),
        ("community", () => Succession.Outlook(one.Members, null!, World.Start)),
        ("periods", () => _ = new Roster(one.Id, null!)),
        ("signals", () => ParticipationPolicy.Default.Assess(null, null!, World.Start)),
    ];

    private SplitCommunity Split => new(one.Id, two.Id, "Two", World.People[0], World.Terms("zen"), SplitMode.Specialise);

    private CloseCommunity Close => new(one.Id, "Thank you.");

    private static Utf8JsonWriter Nowhere => new(new System.Buffers.ArrayBufferWriter<byte>());

    private MergeInto Merge => new(one.Id, two.Id);

    [Fact]
    public void Call_WithNull_NamesTheArgument_AndChangesNothing()
    {
        (CommunitySnapshot, CommunitySnapshot) before = (one.ToSnapshot(), two.ToSnapshot());
        Assert.All(Nulls, row => Assert.Equal(row.Argument, Assert.Throws<ArgumentNullException>(row.Call).ParamName));
        Assert.Equal(before, (one.ToSnapshot(), two.ToSnapshot()));
    }

    [Fact]
    public void Call_WithANumberOrADateOutOfRange_NamesTheArgument()
    {
        void Throws(string argument, Action call) => Assert.Equal(argument, Assert.Throws<ArgumentOutOfRangeException>(call).ParamName);
        Throws("population", () => SimilarCommunities.Find(new("n", [], []), [], -1));
        Assert.Empty(SimilarCommunities.Find(new("n", [], []), [], 0));
        Throws("version", () => Sealing.Seal(one.Id, 0, null, World.Start, change, "s"));
        Throws("now", () => PolicyEngine.Apply(one, one.LatestAt!.Value.AddTicks(-1), PolicySet.Default, evidence));
        Throws("to", () => PolicyDryRun.Run(one.Id, [], PolicySet.Default, evidence, World.Start, World.Start.AddTicks(-1)));
        Throws("step", () => PolicyDryRun.Run(one.Id, [], PolicySet.Default, evidence, World.Start, World.Start, TimeSpan.Zero));
        Throws("take", () => new InMemoryCommunityDirectory().ListAsync(CommunityFilter.All, take: 0));
        Throws("take", () => new InMemoryCommunityDirectory().MembersAsync(one.Id, take: 0));
    }

    [Fact]
    public void Decide_BySomebodyElsesRecord_Throws()
    {
        Assert.Throws<ArgumentException>(() => one.Decide(new CheckIn(two.Id, "fine"), context));
        Assert.Throws<ArgumentException>(() => Merging.Decide(one, two, Merge with { Into = one.Id }, context));
        Assert.Throws<ArgumentException>(() => Merging.Decide(one, two, Merge with { Community = two.Id }, context));
        Assert.Throws<ArgumentException>(() => Splitting.Decide(one, two, Split with { Child = one.Id }, context));
        Assert.Equal("command", Assert.Throws<ArgumentException>(() => Closing.Decide(one, [], Close with { Community = two.Id }, context)).ParamName);
        Assert.Throws<ArgumentException>(() => Splitting.Decide(one, two, Split with { Community = two.Id }, context));
    }

    [Fact]
    public void Batch_OfChangesThatWereNotRecorded_Throws() =>
        Assert.Equal("record", Assert.Throws<ArgumentException>(() => Sealing.Batch(one, [change], World.Start, new SeededSalts("s"))).ParamName);

    /// <summary>JSON null is no fact, entry or outcome: it is refused, and never given as nothing.</summary>
    [Fact]
    public void JsonNull_IsNothingThatThereIs()
    {
        JsonSerializerOptions options = new() { Converters = { new FactJsonConverter(), new JournalEntryJsonConverter(), new AppendOutcomeJsonConverter() } };
        foreach (Type type in (Type[])[typeof(Fact), typeof(JournalEntry), typeof(AppendOutcome)])
        {
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("null", type, options));
            Assert.Throws<ArgumentNullException>(() => JsonSerializer.Serialize((object?)null, type, options));
        }

        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Fact>("[]", options));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Fact>("""{"type":"community.split-off","fact":{"child":"x"},"version":1}""", options));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Fact>("""{"type":"member.joined","fact":{"person":"","consent":{"textVersion":"t","channel":"c"}}}""", options));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("s", true)]
    [InlineData("a\u0001", false)]
    public void Salt_IsATextWithoutControlCharacters(string salt, bool legal) => AssertSalt(salt, legal);

    [Fact]
    public void Salt_HasAtMost200Characters()
    {
        AssertSalt(new string('s', 200), legal: true);
        AssertSalt(new string('s', 201), legal: false);
    }

    private void AssertSalt(string salt, bool legal)
    {
        Exception? problem = Record.Exception(() => Sealing.Seal(one.Id, 1, null, World.Start, change, salt));
        Assert.Equal(legal ? null : "salt", (problem as ArgumentException)?.ParamName);
    }
}
