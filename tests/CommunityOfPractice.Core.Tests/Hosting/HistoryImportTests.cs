using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Hosting;

/// <summary>Histories come into journals through the rules: what the source says of each date is what the record says.</summary>
public sealed class HistoryImportTests
{
    private static readonly CommunityId Id = new("agile");
    private static readonly DateTimeOffset Start = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Property(MaxTest = 150)]
    public void AtEveryDate_TheRecordSaysWhatTheSourceSays_InAnyOrderOfRows(int seed)
    {
        Random random = new(seed);
        MembershipPeriod[] periods = [.. Enumerable.Range(0, random.Next(1, 25)).Select(_ => SomePeriod(random))];
        (HistoryOutcome outcome, List<JournalEntry> entries) = Import(periods, Start.AddDays(1000));
        random.Shuffle(periods);

        Assert.Empty(outcome.Refusals);
        Assert.Empty(Journals.Verify(entries));
        Assert.Equal(entries, Import(periods, Start.AddDays(1000)).Entries);
        Roster source = new(Id, periods.ToValueList());
        for (int day = 0; day < 130; day += 7)
        {
            DateTimeOffset at = Start.AddDays(day);
            CommunityRecord record = CommunityRecord.AsOf(Id, entries, at.AddTicks(1));
            Assert.Equal(source.MembersAt(at), record.Members.WithStatus(MembershipStatus.Active).Select(m => m.Person));
            Assert.All((Role[])[Role.Facilitator, Role.Mentor], role => Assert.Equal(source.HoldersAt(role, at), record.Members.Holders(role)));
            Assert.True(record.Community.Status != CommunityStatus.Active || record.Members.ActiveFacilitators() > 0 || record.Community.FacilitationGrace is not null);
            Assert.Equal(entries.TakeWhile(e => e.Change.OccurredAt < at), Import(periods, at).Entries);
        }
    }

    [Theory]
    [InlineData("closed", "history.status-open")]
    [InlineData("asleep", "history.status-undated")]
    public void Notes_KeepWhatTheyFillIn(string status, string code)
    {
        HistoryOutcome outcome = Import(new CommunityHistory(Id, [Member("ann", 3)]) { Status = status, Chartered = Start.AddDays(1) }, Start.AddDays(100)).Outcome;
        Assert.Contains(code, outcome.Notes.Select(n => n.Code));
        Assert.Contains("history.never-launched", outcome.Notes.Select(n => n.Code));
        Assert.All(outcome.Notes, n => Assert.Contains(Sentences.Follow(n).Arguments!, a => a == "agile" || a == status));
    }

    [Fact]
    public void Nobody_BecomesAMember_ButByTheirOwnAct()
    {
        (_, List<JournalEntry> entries) = Import([Member("ann", 0, role: Role.Facilitator), Member("ben", 0), Member("cleo", 3, 9)], Start.AddDays(100));

        Assert.All(entries.Where(e => e.Change.Fact is MemberJoined), e =>
        {
            MemberJoined joined = (MemberJoined)e.Change.Fact;
            Assert.True(e.Change.By.Is(joined.Person));
            Assert.Equal(HistoryImport.Consent, joined.Consent);
        });
        Assert.Equal(3, entries.Count(e => e.Change.Fact is MemberJoined));
    }

    [Fact]
    public void AnExit_IsNoChoice()
    {
        CommunityHistory history = new(Id, [Member("ann", 0, 9), Member("ben", 0, 9)]) { Exits = [new(new("ben"), Start.AddDays(9).ToOffset(TimeSpan.FromHours(2)))] };
        (_, List<JournalEntry> entries) = Import(history, Start.AddDays(100));

        Assert.Equal([LeaveReason.Choice, LeaveReason.OrganisationExit], entries.Select(e => e.Change.Fact).OfType<MemberLeft>().Select(f => f.Reason));
    }

    [Fact]
    public async Task ACommunityWithAJournal_IsLeftAlone()
    {
        InMemoryJournal journal = new();
        HistoryImport import = ImportInto(journal);
        CommunityHistory history = new(Id, [Member("ann", 0)]);
        HistoryOutcome first = await import.ImportAsync(history, Start.AddDays(1)), second = await import.ImportAsync(history, Start.AddDays(1));

        Assert.Equal((3, 0), (first.Facts, second.Facts));
        Assert.Equal("community.exists", Assert.Single(second.Refusals).Reasons[0].Code);
    }

    private static MembershipPeriod SomePeriod(Random random)
    {
        int from = random.Next(100);
        Role? role = random.Next(6) switch
        {
            0 => Role.Facilitator,
            1 => Role.Mentor,
            2 => Role.Alumnus,
            _ => null,
        };
        return Member($"p{random.Next(6)}", from, random.Next(3) == 0 ? null : from + random.Next(40), role);
    }

    private static MembershipPeriod Member(string person, int from, int? until = null, Role? role = null) =>
        new(Id, new(person), Start.AddDays(from), until is { } day ? Start.AddDays(day) : null, role);

    private static (HistoryOutcome Outcome, List<JournalEntry> Entries) Import(MembershipPeriod[] periods, DateTimeOffset before) => Import(new CommunityHistory(Id, periods.ToValueList()), before);

    private static (HistoryOutcome Outcome, List<JournalEntry> Entries) Import(CommunityHistory history, DateTimeOffset before)
    {
        InMemoryJournal journal = new();
        HistoryOutcome outcome = ImportInto(journal).ImportAsync(history, before).AsTask().GetAwaiter().GetResult();
        return (outcome, journal.ReadAsync(Id).ToBlockingEnumerable().ToList());
    }

    private static HistoryImport ImportInto(InMemoryJournal journal)
    {
        CommunityRecords records = new(journal, new SeededSalts("history"), new Noon());
        return new(new CommunityCommands(records, new InMemoryCommunityDirectory(), new Everything(), [], PolicySet.Default), PolicySet.Default);
    }

    private sealed class Noon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Start.AddYears(10);
    }

    private sealed class Everything : IPermissions
    {
        public ValueTask<bool> AllowsAsync(PermissionQuestion question, CancellationToken cancellationToken = default) => new(true);
    }
}
