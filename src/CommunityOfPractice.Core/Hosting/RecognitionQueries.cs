using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Shows what there is to celebrate from the records.</summary>
/// <remarks>Safe for concurrent use. Questions about one community wait for the commands put to it.</remarks>
public sealed class RecognitionQueries : IRecognitionQueries
{
    private readonly CommunityRecords records;

    /// <summary>Creates the service.</summary>
    /// <param name="records">The records of communities.</param>
    public RecognitionQueries(CommunityRecords records)
    {
        ArgumentNullException.ThrowIfNull(records);
        this.records = records;
    }

    /// <inheritdoc/>
    public async ValueTask<Decision<ValueList<Celebration>>> LatestAsync(
        CommunityId community, Actor viewer, DateTimeOffset? since = null, int take = 20, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(take);
        using RecordLease lease = await records.AcquireAsync(community, cancellationToken).ConfigureAwait(false);
        CommunityRecord record = lease.Record;
        Sight sight = Sight.Of(viewer, record, records.Now);
        if (!sight.Community)
        {
            return Decision<ValueList<Celebration>>.Refuse(new Reason("community.unknown", "There is no such community."));
        }

        DateTimeOffset from = since ?? DateTimeOffset.MinValue;
        return Decision<ValueList<Celebration>>.Accept(Of(record.Practice.Recognition, Shows).Where(c => c.On >= from)
            .OrderByDescending(c => c.On).ThenBy(c => c.Milestone).ThenBy(c => c.Person).ThenBy(c => c.Number).ThenBy(c => c.Kudos)
            .Take(take).ToValueList());

        bool Shows(PersonId person) => sight.Members ? Sight.Shows(Listings.Of(record, person)) || viewer.Is(person) : viewer.Is(person);
    }

    private static IEnumerable<Celebration> Of(Recognition recognition, Func<PersonId, bool> shows)
    {
        foreach (Milestone m in recognition.Milestones.Where(m => m.Person is not { } person || shows(person)))
        {
            yield return new(m.ReachedOn, m.Person, m.Kind, m.Number, Kudos: null, From: null, Reason: null, About: null);
        }

        foreach (Kudos k in recognition.Kudos.Where(k => shows(k.To)))
        {
            yield return new(k.At, k.To, Milestone: null, 1, k.Id, shows(k.From) ? k.From : null, k.Reason, k.About);
        }
    }
}
