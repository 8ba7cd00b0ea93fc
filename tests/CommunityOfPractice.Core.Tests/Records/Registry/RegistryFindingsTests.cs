using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Tests.Memberships;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;
using static CommunityOfPractice.Core.Tests.Memberships.Stage;

namespace CommunityOfPractice.Core.Tests.Records;

public sealed class RegistryFindingsTests
{
    private static readonly DateTimeOffset Soon = Start.AddDays(10);

    private static readonly RegistryRow[] Rows =
    [
        new("registry.no-facilitator", FindingSeverity.Error, Soon, s => Drop(s, Role.Facilitator)),
        new("registry.few-facilitators", FindingSeverity.Advice, Soon, s => s.Happens(new RoleEnded(P("f1"), Role.Facilitator, null, RoleEndReason.Resigned))),
        new("registry.grace-running", FindingSeverity.Warning, Soon, s => Grace(s, Start.AddDays(20))),
        new("registry.grace-over", FindingSeverity.Warning, Soon, s => Grace(s, Start.AddDays(5))),
        new("registry.sponsor-vacant", FindingSeverity.Advice, Soon, s => Drop(s, Role.Sponsor)),
        new("registry.review-overdue", FindingSeverity.Warning, Soon, s => s.Place(c => c with { NextReviewOn = Soon })),
        new("registry.never-reviewed", FindingSeverity.Advice, Start.AddDays(365), s => s.Place(c => c with { NextReviewOn = Start.AddDays(9999), NextCheckInOn = null })),
        new("registry.check-in-overdue", FindingSeverity.Warning, Soon, s => s.Place(c => c with { NextCheckInOn = Soon })),
        new("registry.break-over", FindingSeverity.Warning, Soon, s => s.Happens(new CommunityPaused(Soon, null))),
        new("registry.dormancy-due", FindingSeverity.Warning, Soon, s => s.Happens(new DormancyNoticed(Soon, "Nobody has time."))),
        new("registry.closing-window-over", FindingSeverity.Warning, Soon, s => s.Happens(new ClosingAnnounced("Done.", Soon, World.Settled))),
        new("registry.legacy-open", FindingSeverity.Warning, Soon, s => s.Happens(new ClosingAnnounced("Done.", Start.AddDays(11), Open))),
        new("registry.legacy-lost", FindingSeverity.Error, Soon, s => Close(s, Open)),
        new("registry.ended-with-members", FindingSeverity.Error, Soon, s => Close(s, World.Settled, "m")),
        new("registry.role-without-membership", FindingSeverity.Error, Soon, s => s.Happens(new RoleAppointed(P("stranger"), Role.KnowledgeSteward))),
        new("registry.no-consent", FindingSeverity.Error, Soon, s => s.Place("m", m => m with { Consent = null })),
        new("registry.periods-overlap", FindingSeverity.Error, Soon, s => s.Place("m", m => m with { History = [new(Start.AddDays(-2), Start.AddDays(1), null), new(Start.AddDays(-9), Start.AddDays(-1), null)], MemberSince = Start.AddDays(2) })),
        new("registry.invitations-open", FindingSeverity.Warning, Soon, s => s.Happens(new MemberInvited(P("x"), Soon, null))),
        new("registry.requests-open", FindingSeverity.Warning, Soon, s => s.Happens(new MembershipRequested(P("x"), Consent, [], Soon))),
        new("registry.leaves-over", FindingSeverity.Warning, Soon, s => s.Happens(new MembershipPaused(P("m"), Soon, null))),
        new("registry.lapses-due", FindingSeverity.Warning, Soon, s => s.Happens(new LapseWarned(P("m"), Soon))),
        new("registry.membership-terms-over", FindingSeverity.Warning, Soon, s => s.Happens(new MembershipTermSet(P("m"), Soon))),
        new("registry.role-terms-over", FindingSeverity.Warning, Soon, s => s.Happens(new RoleAppointed(P("m"), Role.Mentor, TermEndsOn: Soon))),
        new("registry.unknown-topic", FindingSeverity.Advice, Soon, s => s.Place(c => c with { Charters = [c.Charters[0] with { Domain = World.Domain("zen") }] })),
        new("registry.no-charter", FindingSeverity.Error, Soon, s => s.Place(c => c with { Charters = [] })),
        new("registry.no-exit-criteria", FindingSeverity.Warning, Soon, s => s.Place(c => c with { Kind = CommunityKind.WorkingGroup })),
    ];

    private static readonly TopicVocabulary Vocabulary = TopicVocabulary.Create([new(new("agile"), "Agile", []), new(new("testing"), "Testing", [])]).OrThrow();

    private static LegacyPlan Open => new([new("wiki", LegacyDestination.Undecided)], "Later.");

    public static TheoryData<string> Codes => new(Rows.Select(r => r.Code));

    [Theory]
    [MemberData(nameof(Codes))]
    public void EachRule_FindsItsCase_AndNothingElse(string code)
    {
        RegistryRow row = Rows.Single(r => r.Code == code);
        Stage stage = Healthy();
        row.Break(stage);
        RegistryFinding finding = Assert.Single(RegistryFindings.In(stage.Record, row.At, null, Vocabulary));

        Assert.Equal((Id, row.Severity, code), (finding.Community, finding.Severity, finding.Reason.Code));
        Assert.DoesNotContain("0000000", Sentences.Follow(finding.Reason).Text, StringComparison.Ordinal); // instants are short
        Assert.All(stage.Members.All, m => Assert.DoesNotContain($"'{m.Person}'", finding.Reason.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void AHealthyCommunity_GivesNothing()
    {
        Assert.Empty(RegistryFindings.In(Healthy().Record, Soon, null, Vocabulary));
        Assert.Empty(RegistryFindings.In(Id, Sealed(Healthy()), Soon, null, Vocabulary));
        Assert.Empty(RegistryFindings.In(new CommunityRecord(Id), Soon));
    }

    [Fact]
    public void EveryFinding_IsGiven_BySeverity()
    {
        Stage stage = Healthy();
        Drop(stage, Role.Sponsor);
        stage.Happens(new MemberInvited(P("x"), Soon, null));
        stage.Happens(new MemberInvited(P("y"), Soon, null));
        stage.Place("m", m => m with { Consent = null });
        ValueList<RegistryFinding> findings = RegistryFindings.In(stage.Record, Soon, null, Vocabulary);

        Assert.Equal(["registry.no-consent", "registry.invitations-open", "registry.sponsor-vacant"], findings.Select(f => f.Reason.Code));
        Assert.Equal(["Invitations that have run out", "2"], findings[1].Reason.Arguments!);
        PolicySet off = PolicySet.Default with { Off = ["expire-invitations/1"] };
        Assert.DoesNotContain(RegistryFindings.In(stage.Record, Soon, off), f => f.Reason.Code == "registry.invitations-open");
    }

    [Fact]
    public void AProposal_ThatNobodyTookUp_IsFound()
    {
        CommunityRecord record = Proposed();
        Assert.DoesNotContain(RegistryFindings.In(record, World.Start.AddDays(89)), f => f.Reason.Code == "registry.proposal-expired");
        Assert.Equal(["registry.proposal-expired"], RegistryFindings.In(record, World.Start.AddDays(91)).Select(f => f.Reason.Code));
        Assert.Contains(PolicyEngine.Apply(record, World.Start.AddDays(91), PolicySet.Default, PolicyEvidence.Of([])).Changes, c => c.Fact is ProposalExpired);
    }

    private static CommunityRecord Proposed()
    {
        CommunityRecord record = new(new("p"));
        ProposeCommunity proposal = World.Proposal(record.Id);
        foreach (Change change in record.Decide(proposal, new(World.Start, Actor.Of(proposal.Proposer))).OrThrow())
        {
            record.Apply(change);
        }

        return record;
    }

    /// <summary>What the check says is what the policies would do: whoever joined keeps a proposal alive.</summary>
    [Fact]
    public void AProposal_ThatSomebodyJoined_IsNotFound_AsThePolicyLetsItBe()
    {
        CommunityRecord record = Proposed();
        PersonId ben = new("ben");
        foreach (Change change in record.Decide(new JoinCommunity(record.Id, ben, new JoinConsent("join/1", "web")), new(World.Start.AddDays(2), Actor.Of(ben))).OrThrow())
        {
            record.Apply(change);
        }

        Assert.DoesNotContain(RegistryFindings.In(record, World.Start.AddDays(400)), f => f.Reason.Code == "registry.proposal-expired");
        Assert.Empty(PolicyEngine.Apply(record, World.Start.AddDays(400), PolicySet.Default, PolicyEvidence.Of([])).Changes);
    }

    [Fact, Trait("Law", "38")]
    public void AJournal_ThatWasChanged_IsFound()
    {
        JournalEntry[] entries = Sealed(Healthy());
        JournalEntry[] changed = [.. entries];
        changed[2] = changed[2] with { Change = changed[2].Change with { By = Actor.Host("nobody") } };
        Assert.Equal(["registry.journal-digest", "registry.journal-hash"], RegistryFindings.In(Id, changed, Soon).Select(f => f.Reason.Code).Distinct());

        JournalEntry[] cut = [.. entries[..2], .. entries[3..]];
        Assert.Contains(RegistryFindings.In(Id, cut, Soon), f => f.Reason.Code == "registry.journal-gap");
        Assert.Equal(new RegistryFinding(Id, FindingSeverity.Error, new("registry.unreadable", "The journal cannot be read as the history of one community.")), RegistryFindings.In(Id, cut, Soon)[^1]);
    }

    [Fact]
    public void ACommunity_ThatRunsWithoutALaunch_IsFound()
    {
        Stage stage = Healthy(launch: false);
        stage.Happens(new CommunityRevived(Start.AddDays(91)));
        Assert.Equal(["registry.never-launched"], RegistryFindings.In(Id, Sealed(stage), Soon).Select(f => f.Reason.Code));
        Assert.Empty(RegistryFindings.In(stage.Record, Soon));
    }

    [Fact, Trait("Law", "40")]
    public void Ties_ThatAreBroken_AreFound()
    {
        Assert.Empty(RegistryFindings.Between([Tied("a", Lineage.None with { Parent = new("b"), SplitInto = [new("c")] }), Tied("b", Lineage.None), Tied("c", Lineage.None with { SplitFrom = new("a") })]));
        Assert.Equal(["a registry.parent-unknown"], Between(Tied("a", Lineage.None with { Parent = new("x") })));
        Assert.Equal(["a registry.dead-link"], Between(Tied("a", Lineage.None with { MergedInto = new("x") })));
        Assert.Equal(["a registry.one-sided-link"], Between(Tied("a", Lineage.None with { MergedFrom = [new("b")] }), Tied("b", Lineage.None)));
        Assert.Equal(["a registry.parent-circle"], Between(Tied("b", Lineage.None with { Parent = new("a") }), Tied("a", Lineage.None with { Parent = new("b") })));
        Assert.Equal(
            ["a registry.merge-circle"],
            Between(Tied("a", Lineage.None with { MergedInto = new("b"), MergedFrom = [new("b")] }), Tied("b", Lineage.None with { MergedInto = new("a"), MergedFrom = [new("a")] })));
        Assert.Equal(
            ["a registry.split-circle"],
            Between(Tied("a", Lineage.None with { SplitFrom = new("b"), SplitInto = [new("b")] }), Tied("b", Lineage.None with { SplitFrom = new("a"), SplitInto = [new("a")] })));

        static string[] Between(params Community[] communities) => [.. RegistryFindings.Between(communities).Select(f => $"{f.Community} {f.Reason.Code}")];
    }

    /// <summary>Whatever people try, what the rules let through is no error; what is due is a warning until the policies were applied.</summary>
    [Property(MaxTest = 60), Trait("Law", "35")]
    public void AnyLegalHistory_GivesNoError(int seed)
    {
        Random random = new(seed);
        Stage stage = Healthy();
        string[] people = ["f0", "f1", "m", "s", "x", "y"];
        for (int i = 0; i < 60; i++)
        {
            stage.At = stage.At.AddDays(random.Next(12));
            (PersonId person, Actor by) = (P(people[random.Next(6)]), By(people[random.Next(6)]));
            Actor own = Actor.Of(person);
            _ = random.Next(18) switch
            {
                0 => stage.Do(new InviteMember(Id, person), by),
                1 => stage.Do(new AcceptInvitation(Id, person, Consent), own),
                2 or 3 => stage.Do(new JoinCommunity(Id, person, Consent), own),
                4 => stage.Do(new LeaveCommunity(Id, person), own),
                5 => stage.Do(new PauseMembership(Id, person), own),
                6 => stage.Do(new ResumeMembership(Id, person), own),
                7 => stage.Do(new NominateForRole(Id, person, (Role)random.Next(9)) { AsSuccessor = random.Next(2) == 0 }, by),
                8 or 9 => stage.Do(new AcceptNomination(Id, person, (Role)random.Next(9)), own),
                10 => stage.Do(new ResignRole(Id, person, (Role)random.Next(9)) { IfLast = random.Next(2) == 0 ? LastFacilitatorChoice.MakeDormant : null }, own),
                11 => stage.Do(new RemoveMember(Id, person, "why"), by),
                12 => stage.Do(new CheckIn(Id, "fine"), by),
                13 => stage.Do(new AnnounceClosing(Id, "done", World.Settled), by),
                14 => stage.Do(new CloseCommunity(Id, "thanks"), by),
                15 => stage.Do(new ReviewPurpose(Id, ReviewVerdict.Reaffirm, 3), by),
                16 => stage.Do(new ReviveCommunity(Id, ReviewVerdict.Reaffirm, 3), by),
                _ => [.. stage.Apply(stage.At).Changes.Select(c => c.By.RuleId!)],
            };
            Assert.DoesNotContain(RegistryFindings.In(stage.Record, stage.At), f => f.Severity == FindingSeverity.Error);
        }

        Assert.DoesNotContain(RegistryFindings.In(Id, Sealed(stage), stage.At), f => f.Severity == FindingSeverity.Error);
        stage.Apply(stage.At);
        string[] undone = ["registry.invitations-open", "registry.requests-open", "registry.leaves-over", "registry.membership-terms-over", "registry.role-terms-over", "registry.break-over"];
        Assert.DoesNotContain(RegistryFindings.In(stage.Record, stage.At), f => undone.Contains(f.Reason.Code));
    }

    /// <summary>A facilitator who came to stay takes the worry out of a grace period; one who stands in does not.</summary>
    [Theory]
    [InlineData(false, MembershipStatus.Active, null)]
    [InlineData(true, MembershipStatus.Active, "registry.grace-over")]
    [InlineData(false, MembershipStatus.Paused, "registry.grace-over")]
    public void Grace_IsOver_UnlessSomebodyStays(bool interim, MembershipStatus status, string? code)
    {
        Stage stage = Healthy();
        Grace(stage, Soon);
        stage.Happens(new RoleAppointed(P("m"), Role.Facilitator, Interim: interim));
        stage.Place("m", m => m with { Status = status });
        string[] found = [.. RegistryFindings.In(stage.Record, Soon).Select(f => f.Reason.Code).Where(c => c.StartsWith("registry.grace", StringComparison.Ordinal))];
        Assert.Equal(code is null ? [] : [code], found);
        Assert.Equal(code is null ? [] : ["registry.grace-running"], RegistryFindings.In(stage.Record, Soon.AddTicks(-1)).Select(f => f.Reason.Code).Where(c => c.StartsWith("registry.grace", StringComparison.Ordinal)));
    }

    [Fact]
    public void EndedWithMembers_CountsEachKindOfThem()
    {
        Stage stage = Healthy();
        Close(stage, World.Settled, "m");
        foreach ((string person, MembershipStatus status) in ((string, MembershipStatus)[])[("x", MembershipStatus.Paused), ("y", MembershipStatus.Lapsed), ("z", MembershipStatus.Lapsed)])
        {
            stage.Place(person, m => m with { Status = status, Consent = Consent, MemberSince = Start });
        }

        Assert.EndsWith("still has members: 4.", Assert.Single(RegistryFindings.In(stage.Record, Soon), f => f.Reason.Code == "registry.ended-with-members").Reason.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CommunityStatus.Proposed, false)]
    [InlineData(CommunityStatus.Chartered, true)]
    [InlineData(CommunityStatus.Closing, true)]
    [InlineData(CommunityStatus.Closed, false)]
    public void Charter_IsNeeded_FromTheFirstOnToTheEnd(CommunityStatus status, bool needed)
    {
        Stage stage = Healthy();
        stage.Place(c => c with { Status = status, Charters = [] });
        Assert.Equal(needed, RegistryFindings.In(stage.Record, Soon).Any(f => f.Reason.Code == "registry.no-charter"));
    }

    [Fact]
    public void Stretches_ThatTouch_DoNotOverlap_AndTheirOrderDoesNotMatter()
    {
        PastPeriod early = new(Start.AddDays(-9), Start.AddDays(-5), null), late = new(Start.AddDays(-5), Start.AddDays(-1), null), role = new(Start.AddDays(-8), Start.AddDays(-2), Role.Mentor);
        Assert.False(Overlap([early, late, role], Start.AddDays(-1)));
        Assert.False(Overlap([late, early], Start.AddDays(-1)));
        Assert.True(Overlap([late, early], Start.AddDays(-1).AddTicks(-1)));
        Assert.True(Overlap([new(Start.AddDays(-2), Start.AddDays(-3), null)], Start));
        Assert.False(Overlap([new(Start.AddDays(-3), Start.AddDays(-3), null)], Start));
        Assert.True(Overlap([early, new(Start.AddDays(-6), Start.AddDays(-4), null)], Start));

        static bool Overlap(ValueList<PastPeriod> history, DateTimeOffset since)
        {
            Stage stage = Healthy();
            stage.Place("m", m => m with { History = history, MemberSince = since });
            return RegistryFindings.In(stage.Record, Soon).Any(f => f.Reason.Code == "registry.periods-overlap");
        }
    }

    [Fact]
    public void RoleTerms_AreCountedOverAllRoles()
    {
        Stage stage = Healthy();
        stage.Happens(new RoleAppointed(P("m"), Role.Mentor, TermEndsOn: Soon));
        stage.Happens(new RoleAppointed(P("m"), Role.DomainExpert, TermEndsOn: Soon));
        stage.Happens(new RoleAppointed(P("f1"), Role.Mentor, TermEndsOn: Soon.AddTicks(1)));
        Assert.StartsWith("Roles whose term is over: 2.", Assert.Single(RegistryFindings.In(stage.Record, Soon), f => f.Reason.Code == "registry.role-terms-over").Reason.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_AreSorted_AndTheGivenPoliciesCount()
    {
        Assert.Equal(
            ["a registry.dead-link", "a registry.dead-link", "b registry.one-sided-link", "b registry.one-sided-link", "c registry.one-sided-link"],
            RegistryFindings.Between([Tied("c", Lineage.None with { SplitInto = [new("b")] }), Tied("b", Lineage.None with { MergedInto = new("a"), SplitFrom = new("a") }), Tied("a", Lineage.None with { MergedFrom = [new("y"), new("x")] })]).Select(f => $"{f.Community} {f.Reason.Code}"));
        Stage stage = Healthy();
        stage.Happens(new MemberInvited(P("x"), Soon, null));
        PolicySet off = PolicySet.Default with { Off = ["expire-invitations/1"] };
        Assert.Empty(RegistryFindings.In(Id, Sealed(stage), Soon, off));
        Assert.Empty(RegistryFindings.In(stage.Record, Soon, off));
        Assert.NotEmpty(RegistryFindings.In(Id, Sealed(stage), Soon));
    }

    [Fact]
    public void Codes_AreThoseOfTheDocumentation()
    {
        string page = File.ReadAllText(Path.Combine(Constitution.Repository.Root, "docs", "registry.md"));
        Assert.All(Rows, row => Assert.Contains($"`{row.Code}` | {row.Severity}", page, StringComparison.Ordinal));
    }

    internal static Stage Healthy(bool launch = true)
    {
        Stage stage = new();
        stage.Happens(new CommunityProposed("C", CommunityKind.CommunityOfPractice, new(P("f0"), "To learn.", null, [P("f0")], [], Start.AddDays(90))), By("f0"));
        foreach (string person in (string[])["f0", "f1", "m"])
        {
            stage.Join(person);
        }

        stage.Happens(new RoleAppointed(P("f0"), Role.Facilitator), By("f0"));
        stage.Happens(new RoleAppointed(P("f1"), Role.Facilitator), By("f1"));
        stage.Happens(new RoleAppointed(P("s"), Role.Sponsor), By("s"));
        Assert.Empty(stage.Do(new AdoptCharter(Id, World.Terms()), By("f0")));
        if (launch)
        {
            Assert.Empty(stage.Do(new LaunchCommunity(Id, Start), By("f0")));
        }

        return stage;
    }

    private static JournalEntry[] Sealed(Stage stage)
    {
        SeededSalts salts = new("registry");
        List<JournalEntry> entries = [];
        foreach (Change change in stage.Journal)
        {
            entries.Add(Sealing.Seal(Id, entries.Count + 1, entries.LastOrDefault()?.Seal.Hash, change.OccurredAt, change, salts.Next()));
        }

        return [.. entries];
    }

    private static Community Tied(string id, Lineage lineage) => new(new(id)) { Lineage = lineage };

    private static void Drop(Stage stage, Role role)
    {
        foreach (PersonId person in stage.Members.Holders(role).ToArray())
        {
            stage.Happens(new RoleEnded(person, role, null, RoleEndReason.Resigned));
        }
    }

    private static void Grace(Stage stage, DateTimeOffset until)
    {
        Drop(stage, Role.Facilitator);
        stage.Happens(new FacilitationGraceStarted(until, null));
    }

    private static void Close(Stage stage, LegacyPlan plan, params string[] staying)
    {
        stage.Happens(new ClosingAnnounced("Done.", Start, plan));
        stage.Happens(new CommunityClosed("Thanks."));
        foreach (Membership member in stage.Members.All.Where(m => m.IsMember && !staying.Contains(m.Person.Text)).ToArray())
        {
            stage.Happens(new MemberLeft(member.Person, LeaveReason.CommunityClosed, null));
        }
    }

    private sealed record RegistryRow(string Code, FindingSeverity Severity, DateTimeOffset At, Action<Stage> Break);
}
