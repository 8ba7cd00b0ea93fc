using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>Finds what is not as it should be in the records of communities and between them: broken invariants, overdue duties, gaps.</summary>
/// <remarks>Pure: everything follows from the arguments. Every finding is returned and not only the first; none names a person. Codes: docs/registry.md.</remarks>
public static class RegistryFindings
{
    private static readonly IRegistryRule[] Within =
    [
        new JournalSound(),
        new LaunchRecorded(),
        new CharterInForce(),
        new ExitCriteriaStated(),
        new FacilitatorPresent(),
        new SponsorPresent(),
        new PurposeLookedAt(),
        new CheckInMade(),
        new BreakEnded(),
        new DormancyNoticeRun(),
        new ClosingFinished(),
        new LegacySettled(),
        new FarewellComplete(),
        new RolesHeldByMembers(),
        new ConsentGiven(),
        new PeriodsApart(),
        new PoliciesApplied(),
        new TopicsKnown(),
        new ArtifactsTended(),
    ];

    private static readonly ITieRule[] Ties = [new LinksLeadSomewhere(), new LinksOnBothSides(), new NoCircles()];

    /// <summary>Checks a record.</summary>
    /// <param name="record">The community.</param>
    /// <param name="at">As of when; the latest fact counts when it is later.</param>
    /// <param name="policies">The policies in force; null for the defaults.</param>
    /// <param name="vocabulary">The topics that the organisation has agreed on; null when it has not.</param>
    /// <returns>By severity and code; empty when all is well. What only the journal shows is not looked for.</returns>
    public static ValueList<RegistryFinding> In(CommunityRecord record, DateTimeOffset at, PolicySet? policies = null, TopicVocabulary? vocabulary = null)
    {
        ArgumentNullException.ThrowIfNull(record);
        return In(new RegistryView(record, at.Latest(record.LatestAt), policies ?? PolicySet.Default, vocabulary));
    }

    /// <summary>Checks a journal, and the record that it folds to.</summary>
    /// <param name="community">The community.</param>
    /// <param name="entries">Its whole journal, in order.</param>
    /// <param name="at">As of when; the latest fact counts when it is later.</param>
    /// <param name="policies">The policies in force; null for the defaults.</param>
    /// <param name="vocabulary">The topics that the organisation has agreed on; null when it has not.</param>
    /// <returns>By severity and code; empty when all is well.</returns>
    public static ValueList<RegistryFinding> In(
        CommunityId community, IEnumerable<JournalEntry> entries, DateTimeOffset at, PolicySet? policies = null, TopicVocabulary? vocabulary = null)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return In(community, [.. entries], at, policies ?? PolicySet.Default, vocabulary, out _);
    }

    /// <summary>Checks the ties between communities.</summary>
    /// <param name="communities">All communities, in any order, each once.</param>
    /// <returns>By community (ordinal), severity and code; empty when all is well.</returns>
    public static ValueList<RegistryFinding> Between(IEnumerable<Community> communities)
    {
        ArgumentNullException.ThrowIfNull(communities);
        Dictionary<CommunityId, Community> all = communities.ToDictionary(c => c.Id);
        FindingList findings = new();
        foreach (ITieRule rule in Ties)
        {
            rule.Check(all, findings);
        }

        return findings.Sorted();
    }

    /// <summary>Checks that every artifact is one community's (I2).</summary>
    /// <param name="records">The records of all communities, in any order, each once.</param>
    /// <returns>By community (ordinal), severity and code; empty when all is well.</returns>
    public static ValueList<RegistryFinding> OfArtifacts(IEnumerable<CommunityRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArtifactHoldings holdings = new();
        foreach (CommunityRecord record in records)
        {
            holdings.Note(record.Id, record.Practice.Repertoire);
        }

        return holdings.Findings();
    }

    /// <summary>The finding that a journal cannot be read or folded.</summary>
    internal static RegistryFinding Unreadable(CommunityId community) =>
        new(community, FindingSeverity.Error, new Reason("registry.unreadable", "The journal cannot be read as the history of one community."));

    /// <summary>As the public method; gives the record as well, null when the journal does not fold.</summary>
    internal static ValueList<RegistryFinding> In(
        CommunityId community, JournalEntry[] entries, DateTimeOffset at, PolicySet policies, TopicVocabulary? vocabulary, out CommunityRecord? record)
    {
        record = Fold(community, entries);
        if (record is not null)
        {
            return In(new RegistryView(record, at.Latest(record.LatestAt), policies, vocabulary) { Entries = entries });
        }

        FindingList findings = new();
        new JournalSound().Check(new RegistryView(new CommunityRecord(community), at, policies, vocabulary) { Entries = entries }, findings);
        return [.. findings.Sorted(), Unreadable(community)];
    }

    private static ValueList<RegistryFinding> In(RegistryView view)
    {
        FindingList findings = new();
        foreach (IRegistryRule rule in Within)
        {
            rule.Check(view, findings);
        }

        return findings.Sorted();
    }

    /// <summary>Facts that nobody decided can be in any order: what does not fold is a finding and no failure of the check.</summary>
    private static CommunityRecord? Fold(CommunityId community, JournalEntry[] entries)
    {
        try
        {
            return CommunityRecord.Replay(community, entries);
        }
        catch (Exception problem) when (problem is ArgumentException or InvalidOperationException or NullReferenceException)
        {
            return null;
        }
    }
}
