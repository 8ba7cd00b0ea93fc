using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
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
        bool open = sight.Members && (record.Community.Visibility == Visibility.Public || IsInside(viewer, record));

        // who may be shown is found out day by day, the latest first, until there are enough
        return Decision<ValueList<Celebration>>.Accept(Wins(record.Practice.Recognition, from).GroupBy(w => w.On).OrderByDescending(g => g.Key)
            .SelectMany(g => g.Where(w => w.Person is not { } person || Shows(person)).Select(w => w.Celebrate(Shows))
                .OrderBy(c => c.Milestone).ThenBy(c => c.Person).ThenBy(c => c.Number).ThenBy(c => c.Kudos))
            .Take(take).ToValueList());

        bool Shows(PersonId person) => viewer.Is(person) || (open && Sight.Shows(Listings.Of(record, person)));
    }

    private static bool IsInside(Actor viewer, CommunityRecord record) =>
        viewer.HostName is not null || (viewer.Person is { } person && record.Members[person] is var member && (member.IsMember || member.Holds(Role.Sponsor)));

    private static IEnumerable<Win> Wins(Recognition recognition, DateTimeOffset from) => recognition.Milestones.Select(m => new Win(m.ReachedOn, m.Person, m, null))
        .Concat(recognition.Kudos.Select(k => new Win(k.At, k.To, null, k))).Where(w => w.On >= from);

    /// <summary>A milestone or kudos, before anybody asks who may see it.</summary>
    private readonly record struct Win(DateTimeOffset On, PersonId? Person, Milestone? Milestone, Kudos? Kudos)
    {
        public Celebration Celebrate(Func<PersonId, bool> shows) => Kudos is { } k
            ? new(On, Person, Milestone: null, 1, k.Id, shows(k.From) ? k.From : null, k.Reason, k.About)
            : new(On, Person, Milestone!.Kind, Milestone.Number, Kudos: null, From: null, Reason: null, About: null);
    }
}
