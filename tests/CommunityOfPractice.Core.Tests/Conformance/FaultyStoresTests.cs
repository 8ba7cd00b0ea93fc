using System.Runtime.CompilerServices;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;
using CommunityOfPractice.Testing;

namespace CommunityOfPractice.Core.Tests.Conformance;

/// <summary>The kit finds what is wrong: stores with one fault each, and the rule that has to notice.</summary>
public sealed class FaultyStoresTests
{
    private static readonly ConformanceOptions Quick = new() { Sequences = 5, Steps = 20, Rounds = 5, Patience = TimeSpan.FromSeconds(20) };

    [Theory]
    [InlineData("accepts-stale", "journal.append.stale-version", "journal.concurrent.one-wins", "journal.model")]
    [InlineData("names-last-conflict", "journal.append.first-conflict")]
    [InlineData("half-batches", "journal.append.several")]
    [InlineData("ignores-claims", "journal.append.claims")]
    [InlineData("loses-ticks", "journal.append.instants")]
    [InlineData("folds-case", "journal.ids.exact", "journal.communities.ordinal")]
    [InlineData("lists-by-utf8", "journal.communities.ordinal")]
    [InlineData("reads-late", "journal.read.snapshot")]
    [InlineData("pages-inclusive", "journal.read.paging", "journal.model")]
    [InlineData("negative-is-zero", "journal.read.misuse")]
    [InlineData("throws-early", "journal.read.misuse")]
    [InlineData("keeps-what-is-redacted", "journal.redact.replaces")]
    [InlineData("redacts-unchecked", "journal.redact.misuse")]
    [InlineData("deaf-to-cancellation", "journal.cancelled.before")]
    [InlineData("appends-cancelled", "journal.cancelled.before", "journal.model")]
    public async Task Journal_WithAFault_BreaksTheRule(string fault, params string[] rules)
    {
        ConformanceReport report = await JournalConformance.RunAsync(_ => new(new FaultyJournal(fault)), Quick);
        Assert.Equal(rules.Order(StringComparer.Ordinal), rules.Intersect(report.Broken.Select(b => b.Rule.Name)).Order(StringComparer.Ordinal));
        Assert.Throws<ConformanceException>(report.ThrowIfBroken);
    }

    [Theory]
    [InlineData("counts-again", "activity.append.idempotent", "activity.model")]
    [InlineData("overwrites", "activity.append.conflict")]
    [InlineData("one-reason", "activity.append.conflict")]
    [InlineData("loses-ticks", "activity.instants", "activity.read.before")]
    [InlineData("sorts-by-utf16", "activity.read.order")]
    [InlineData("sorts-theirs-by-utf16", "activity.read-of")]
    [InlineData("skips-null", "activity.append.misuse")]
    [InlineData("includes-before", "activity.read.before")]
    [InlineData("forgets-addressed", "activity.read-of")]
    [InlineData("erases-actors-only", "activity.erase")]
    [InlineData("deaf-to-cancellation", "activity.cancelled")]
    public async Task Activities_WithAFault_BreakTheRule(string fault, params string[] rules)
    {
        ConformanceReport report = await ActivityStoreConformance.RunAsync(_ => new(new FaultyActivities(fault)), Quick);
        Assert.Equal(rules.Order(StringComparer.Ordinal), rules.Intersect(report.Broken.Select(b => b.Rule.Name)).Order(StringComparer.Ordinal));
    }

    /// <summary>Without a lock one call is as right as another; only calls that overlap tell.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Activities_WithoutALock_AreFound(int seed)
    {
        ConformanceReport report = await ActivityStoreConformance.RunAsync(_ => new(new UnlockedActivities()), new ConformanceOptions { Seed = seed, Sequences = 1, Steps = 1 });
        Assert.Contains("activity.concurrent", report.Broken.Select(b => b.Rule.Name));
    }

    /// <summary>A misuse is named, instants have their ticks, a sequence says which activities.</summary>
    [Fact]
    public async Task Messages_SayWhatIsWrong()
    {
        ConformanceReport skips = await ActivityStoreConformance.RunAsync(_ => new(new FaultyActivities("skips-null")), Quick);
        Assert.StartsWith("an activity is null: ArgumentException expected", skips.Broken.Single(b => b.Rule.Name == "activity.append.misuse").Found, StringComparison.Ordinal);

        ConformanceReport rounds = await ActivityStoreConformance.RunAsync(_ => new(new FaultyActivities("loses-ticks")), Quick);
        Assert.Contains("0001-01-01T00:00:00.0000001+00:00", rounds.Broken.Single(b => b.Rule.Name == "activity.instants").Found, StringComparison.Ordinal);
        Assert.Matches("append [0-9]+ activities \\(seed [^;]+\\); ('.+'|no id) by '.+' in '.+' at 2025-10-26T00:59:59.000000[0-9]", rounds.Broken.Single(b => b.Rule.Name == "activity.model").Found);
    }

    /// <summary>A store that cannot be made is told once.</summary>
    [Fact]
    public async Task AStoreThatCannotBeMade_IsToldOnce()
    {
        ConformanceReport report = await ActivityStoreConformance.RunAsync(_ => throw new InvalidOperationException("no connection"), Quick);
        Assert.Contains("InvalidOperationException thrown: no connection", Assert.Single(report.Broken).Found, StringComparison.Ordinal);
        Assert.Equal(ActivityStoreConformance.Rules[0], Assert.Single(report.Tried));
        ConformanceReport nothing = await ActivityStoreConformance.RunAsync(_ => new((IActivityStore)null!), Quick);
        Assert.Contains("InvalidOperationException thrown: create returned null.", Assert.Single(nothing.Broken).Found, StringComparison.Ordinal);
    }

    /// <summary>A directory that is not told of anything, and one that belongs to another journal.</summary>
    [Fact]
    public async Task Directory_OutOfStep_IsFound()
    {
        ConformanceReport report = await CommunityDirectoryConformance.RunAsync(_ => new(new CommunityStores(new InMemoryJournal(), new InMemoryCommunityDirectory())), Quick);
        Assert.Contains("directory.in-step", report.Broken.Select(b => b.Rule.Name));
        Assert.Contains("directory.history", report.Broken.Select(b => b.Rule.Name));
        ConformanceReport together = await HistoryConformance.RunAsync(_ => new(new CommunityStores(new InMemoryJournal(), new InMemoryCommunityDirectory())), Quick);
        Assert.Equal(["history.same", "history.verifies"], together.Broken.Select(b => b.Rule.Name));
    }

    private static InMemoryPeopleDirectory Knowing(ValueList<Person> people)
    {
        InMemoryPeopleDirectory directory = new();
        foreach (Person person in people)
        {
            directory.Put(person);
        }

        return directory;
    }

    private static InMemoryPeopleDirectory Merging()
    {
        InMemoryPeopleDirectory directory = new();
        directory.PutAliases(new([new(new("a"), new("b"))]));
        return directory;
    }

    [Fact]
    public async Task People_WhoAreLost_AreFound()
    {
        ConformanceReport report = await PeopleDirectoryConformance.RunAsync((_, _) => new(new InMemoryPeopleDirectory()), Quick);
        Assert.Contains("people.reads-back", report.Broken.Select(b => b.Rule.Name));

        ConformanceReport merging = await PeopleDirectoryConformance.RunAsync((_, _) => new(Merging()), Quick);
        Assert.Contains("people.aliases", merging.Broken.Select(b => b.Rule.Name));

        ConformanceReport forgetting = await PeopleDirectoryConformance.RunAsync((people, _, _) => new(Knowing(people)), Quick);
        Assert.Equal(["people.aliases.read-back", "people.aliases.counted-once"], forgetting.Broken.Select(b => b.Rule.Name));
        Assert.Equal(PeopleDirectoryConformance.Rules, forgetting.Tried);
    }

    /// <summary>A store that hangs breaks the rule, and the others are tried all the same.</summary>
    [Fact]
    public async Task AStoreThatHangs_IsReported()
    {
        ConformanceReport report = await JournalConformance.RunAsync(_ => new(new FaultyJournal("hangs")), Quick with { Patience = TimeSpan.FromMilliseconds(30) });
        Assert.Contains(report.Broken, b => b.Found.StartsWith("not done after", StringComparison.Ordinal));
        Assert.Equal(JournalConformance.Rules.Count, report.Tried.Count);
    }

    /// <summary>What is told of a random sequence is short: two appends and nothing else are needed to see it.</summary>
    [Fact]
    public async Task ASequence_IsShortened()
    {
        ConformanceReport report = await JournalConformance.RunAsync(_ => new(new FaultyJournal("forgets-first")), new ConformanceOptions { Sequences = 3, Rounds = 2 });
        string found = report.Broken.Single(b => b.Rule.Name == "journal.model").Found;
        Assert.InRange(found.Split('\n').Length, 3, 5);
        Assert.Contains("append", found, StringComparison.Ordinal);
    }

    private sealed class FaultyJournal(string fault) : IJournal
    {
        private readonly InMemoryJournal inner = new();
        private int calls;

        public async ValueTask<AppendOutcome> AppendAsync(ValueList<JournalBatch> batches, CancellationToken cancellationToken = default)
        {
            switch (fault)
            {
                case "hangs":
                    await Task.Delay(Timeout.Infinite, CancellationToken.None);
                    break;
                case "forgets-first" when batches.Count > 0 && batches.All(b => b.ExpectedVersion == 0) && calls++ == 0:
                    Journals.Check(batches);
                    return new AppendOutcome.Appended();
                case "accepts-stale" when await inner.AppendAsync(batches, cancellationToken) is AppendOutcome.Conflict:
                    return new AppendOutcome.Appended();
                case "accepts-stale":
                    return new AppendOutcome.Appended();
                case "names-last-conflict" when await inner.AppendAsync(batches, cancellationToken) is AppendOutcome.Conflict:
                    return await inner.AppendAsync(batches.Reverse().ToValueList(), cancellationToken);
                case "names-last-conflict":
                    return new AppendOutcome.Appended();
                case "half-batches":
                    Journals.Check(batches);
                    AppendOutcome? first = null;
                    foreach (JournalBatch batch in batches)
                    {
                        first = await inner.AppendAsync([batch], cancellationToken) is AppendOutcome.Conflict conflict ? first ?? conflict : first;
                    }

                    return first ?? new AppendOutcome.Appended();
                case "ignores-claims":
                    Journals.Check(batches);
                    return await inner.AppendAsync(batches.Where(b => b.Entries.Count > 0).ToValueList(), cancellationToken);
                case "deaf-to-cancellation" or "appends-cancelled":
                    AppendOutcome outcome = await inner.AppendAsync(batches, CancellationToken.None);
                    return fault == "appends-cancelled" && cancellationToken.IsCancellationRequested ? throw new OperationCanceledException(cancellationToken) : outcome;
                case "folds-case":
                    Journals.Check(batches);
                    return await inner.AppendAsync(batches.Select(b => new JournalBatch(Folded(b.Community), b.ExpectedVersion, b.Entries.Select(e => e with { Community = Folded(e.Community) }).ToValueList())).ToValueList(), cancellationToken);
                case "loses-ticks":
                    Journals.Check(batches);
                    return await inner.AppendAsync(batches.Select(b => b with { Entries = b.Entries.Select(e => e with { RecordedAt = e.RecordedAt.AddTicks(-(e.RecordedAt.Ticks % 10)) }).ToValueList() }).ToValueList(), cancellationToken);
            }

            return await inner.AppendAsync(batches, cancellationToken);
        }

        public IAsyncEnumerable<JournalEntry> ReadAsync(CommunityId community, long after = 0, CancellationToken cancellationToken = default) => fault switch
        {
            "throws-early" when after < 0 => throw new ArgumentOutOfRangeException(nameof(after)),
            "negative-is-zero" => inner.ReadAsync(community, Math.Max(0, after), cancellationToken),
            "pages-inclusive" => inner.ReadAsync(community, after == 0 ? 0 : after - 1, cancellationToken),
            "folds-case" => inner.ReadAsync(Folded(community), after, cancellationToken),
            "deaf-to-cancellation" => inner.ReadAsync(community, after, CancellationToken.None),
            "reads-late" => LateAsync(community, after, cancellationToken),
            _ => inner.ReadAsync(community, after, cancellationToken),
        };

        public async IAsyncEnumerable<CommunityId> CommunitiesAsync(CommunityId? after = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            List<CommunityId> all = [];
            await foreach (CommunityId id in inner.CommunitiesAsync(fault == "lists-by-utf8" ? null : after, cancellationToken))
            {
                all.Add(id);
            }

            Comparison<CommunityId> utf8 = (a, b) => System.Text.Encoding.UTF8.GetBytes(a.Text).AsSpan().SequenceCompareTo(System.Text.Encoding.UTF8.GetBytes(b.Text));
            foreach (CommunityId id in fault == "lists-by-utf8" ? all.Where(id => after is null || utf8(id, after.Value) > 0).Order(Comparer<CommunityId>.Create(utf8)) : all.AsEnumerable())
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return id;
            }
        }

        public ValueTask<AppendOutcome> RedactAsync(JournalBatch erasure, ValueList<JournalEntry> redacted, CancellationToken cancellationToken = default) => fault switch
        {
            "keeps-what-is-redacted" => inner.AppendAsync([erasure], cancellationToken),
            "redacts-unchecked" => inner.AppendAsync([erasure ?? throw new ArgumentNullException(nameof(erasure))], cancellationToken),
            _ => inner.RedactAsync(erasure, redacted, cancellationToken),
        };

        private static CommunityId Folded(CommunityId community) => new(community.Text.ToUpperInvariant());

        private async IAsyncEnumerable<JournalEntry> LateAsync(CommunityId community, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(after);
            for (bool any = true; any;)
            {
                any = false;
                await foreach (JournalEntry entry in inner.ReadAsync(community, after, cancellationToken))
                {
                    (after, any) = (entry.Version, true);
                    yield return entry;
                    break;
                }
            }
        }
    }

    private sealed class FaultyActivities(string fault) : IActivityStore
    {
        private readonly InMemoryActivityStore inner = new();

        public async ValueTask<Decision<int>> AppendAsync(IReadOnlyCollection<Activity> activities, CancellationToken cancellationToken = default)
        {
            if (fault == "skips-null" && activities is not null)
            {
                return await inner.AppendAsync([.. activities.Where(a => a is not null)], cancellationToken);
            }

            Decision<int> decision = await inner.AppendAsync(
                fault == "loses-ticks" && activities is not null ? [.. activities.Select(a => a is null ? a! : a with { At = a.At.AddTicks(-(a.At.Ticks % 10)) })] : activities!,
                fault == "deaf-to-cancellation" ? CancellationToken.None : cancellationToken);
            return (fault, decision) switch
            {
                ("counts-again", Decision<int>.Accepted) => Decision<int>.Accept(activities!.Count),
                ("overwrites", Decision<int>.Refused) => Decision<int>.Accept(activities!.Count),
                ("one-reason", Decision<int>.Refused { Refusal: var refusal }) => Decision<int>.Refuse(refusal.Reasons[0]),
                _ => decision,
            };
        }

        public async IAsyncEnumerable<Activity> ReadAsync(CommunityId community, DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            List<Activity> all = [];
            DateTimeOffset until = fault == "includes-before" && before < DateTimeOffset.MaxValue ? before.AddTicks(1) : before;
            await foreach (Activity activity in inner.ReadAsync(community, until, fault == "deaf-to-cancellation" ? CancellationToken.None : cancellationToken))
            {
                all.Add(activity);
            }

            foreach (Activity activity in fault == "sorts-by-utf16" ? all.OrderBy(a => a.At).ThenBy(a => a.Id is null).ThenBy(a => a.Id?.Text, StringComparer.Ordinal) : all.AsEnumerable())
            {
                if (fault != "deaf-to-cancellation")
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }

                yield return activity;
            }
        }

        public async IAsyncEnumerable<Activity> ReadOfAsync(PersonId person, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            List<Activity> all = [];
            await foreach (Activity activity in inner.ReadOfAsync(person, cancellationToken))
            {
                all.Add(activity);
            }

            foreach (Activity activity in fault == "sorts-theirs-by-utf16" ? all.OrderBy(a => a.At).ThenBy(a => a.Community).ThenBy(a => a.Id is null).ThenBy(a => a.Id?.Text, StringComparer.Ordinal) : all.AsEnumerable())
            {
                if (fault != "deaf-to-cancellation")
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }

                if (fault != "forgets-addressed" || activity.Person == person)
                {
                    yield return activity;
                }
            }
        }

        public async ValueTask<int> EraseAsync(PersonId person, PersonId tombstone, CancellationToken cancellationToken = default)
        {
            int changed = await inner.EraseAsync(person, tombstone, cancellationToken);
            return fault == "erases-actors-only" ? changed / 2 : changed;
        }
    }
}
