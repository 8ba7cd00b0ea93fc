using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>What a rule of the registry sees: the record, the instant, and the journal when it is at hand.</summary>
internal sealed record RegistryView(CommunityRecord Record, DateTimeOffset At, PolicySet Policies, TopicVocabulary? Vocabulary)
{
    public Community Community => Record.Community;

    public Members Members => Record.Members;

    /// <summary>The whole journal; null when only the record is known.</summary>
    public IReadOnlyList<JournalEntry>? Entries { get; init; }

    /// <summary>Whether the community has been launched and has not ended.</summary>
    public bool IsRunning => Community.Status is CommunityStatus.Active or CommunityStatus.Dormant;

    /// <summary>Whether the host has switched a rule of the policies off, so that nobody waits for it.</summary>
    public bool IsOff(string ruleId) => Policies.Off.AsSpan().Contains(ruleId);
}
