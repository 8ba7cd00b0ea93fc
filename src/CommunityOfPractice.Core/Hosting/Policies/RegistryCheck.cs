using System.Runtime.CompilerServices;
using System.Text.Json;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Checks all communities over their journals.</summary>
/// <remarks>
/// Safe for concurrent use when the journal is. Reads one journal after the other, whole; keeps of each community only its ties and the ids of its artifacts.
/// </remarks>
public sealed class RegistryCheck : IRegistryCheck
{
    private readonly IJournal journal;
    private readonly TimeProvider clock;
    private readonly PolicySet policies;
    private readonly TopicVocabulary? vocabulary;

    /// <summary>Creates the service.</summary>
    /// <param name="journal">Where journals are kept.</param>
    /// <param name="clock">Tells what now is.</param>
    /// <param name="policies">The policies in force.</param>
    /// <param name="vocabulary">The topics that the organisation has agreed on; null, the default, when it has not.</param>
    public RegistryCheck(IJournal journal, TimeProvider clock, PolicySet policies, TopicVocabulary? vocabulary = null)
    {
        ArgumentNullException.ThrowIfNull(journal);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(policies);
        this.journal = journal;
        this.clock = clock;
        this.policies = policies;
        this.vocabulary = vocabulary;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<RegistryFinding> CheckAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        DateTimeOffset now = clock.GetUtcNow();
        List<Community> ties = [];
        ArtifactHoldings holdings = new();
        await foreach (CommunityId community in journal.CommunitiesAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            JournalEntry[]? entries = await ReadAsync(community, cancellationToken).ConfigureAwait(false);
            CommunityRecord? record = null;
            foreach (RegistryFinding finding in entries is null ? [RegistryFindings.Unreadable(community)] : RegistryFindings.In(community, entries, now, policies, vocabulary, out record))
            {
                yield return finding;
            }

            if (record is not null)
            {
                holdings.Note(community, record.Practice.Repertoire);
            }

            ties.Add(new Community(community) { Status = record?.Community.Status ?? CommunityStatus.None, Lineage = record?.Community.Lineage ?? Lineage.None });
        }

        foreach (RegistryFinding finding in (ValueList<RegistryFinding>)[.. RegistryFindings.Between(ties), .. holdings.Findings()])
        {
            yield return finding;
        }
    }

    /// <summary>The journal; null when one of its lines cannot be read.</summary>
    private async ValueTask<JournalEntry[]?> ReadAsync(CommunityId community, CancellationToken cancellationToken)
    {
        List<JournalEntry> entries = [];
        try
        {
            await foreach (JournalEntry entry in journal.ReadAsync(community, cancellationToken: cancellationToken).ConfigureAwait(false))
            {
                entries.Add(entry);
            }

            return [.. entries];
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
