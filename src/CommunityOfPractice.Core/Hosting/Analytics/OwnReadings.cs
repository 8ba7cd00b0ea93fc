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
    /// <param name="records">The records of communities, which know who wants not to be counted.</param>
    /// <param name="activities">Where activities are kept.</param>
    /// <param name="communities">Who belongs to communities.</param>
    /// <param name="people">What is known about people.</param>
    /// <param name="basis">Who is counted. The default value is <see cref="AnalyticsBasis.Objection"/>.</param>
    public OwnReadings(CommunityRecords records, IActivityStore activities, ICommunityDirectory communities, IPeopleDirectory people, AnalyticsBasis basis = AnalyticsBasis.Objection)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(activities);
        ArgumentNullException.ThrowIfNull(communities);
        ArgumentNullException.ThrowIfNull(people);
        Defined.Check(basis);
        source = new EvidenceSource(activities, communities, people, records, basis);
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
