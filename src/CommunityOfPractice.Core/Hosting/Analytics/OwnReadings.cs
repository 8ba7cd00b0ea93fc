using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Shows people what they did themselves.</summary>
/// <remarks>Safe for concurrent use when the ports are. Reads all activities of the community before the end of the window.</remarks>
public sealed class OwnReadings : IOwnReadings
{
    private readonly EvidenceSource source;

    /// <summary>Creates the service.</summary>
    /// <param name="source">What is known, and who is counted; made over records, which know who objected, or it is refused with an <see cref="ArgumentException"/>.</param>
    public OwnReadings(EvidenceSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        this.source = source.Over(null, nameof(source));
    }

    /// <inheritdoc/>
    public async ValueTask<Decision<PersonReadings>> ReadAsync(CommunityId community, Actor viewer, TimeWindow window, CancellationToken cancellationToken = default)
    {
        if (viewer.Checked(nameof(viewer)).Person is not { } person)
        {
            return Decision<PersonReadings>.Refuse(new Reason("analytics.no-person", "Only a person has readings of their own."));
        }

        LoadedEvidence loaded = await source.LoadAsync(community, window.Until, cancellationToken).ConfigureAwait(false);
        return loaded.Counts(person)
            ? Decision<PersonReadings>.Accept(PersonReadings.Of(loaded.In(window), person))
            : Decision<PersonReadings>.Refuse(LoadedEvidence.NotCounted);
    }
}
