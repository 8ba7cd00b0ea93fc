using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Answers what is being asked from the records.</summary>
/// <remarks>Safe for concurrent use. Questions about one community wait for the commands put to it.</remarks>
public sealed class QuestionQueries : IQuestionQueries
{
    private readonly CommunityRecords records;
    private readonly PracticePolicy policy;

    /// <summary>Creates the service.</summary>
    /// <param name="records">The records of communities.</param>
    /// <param name="policies">The policies in force.</param>
    public QuestionQueries(CommunityRecords records, PolicySet policies)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(policies);
        this.records = records;
        policy = policies.Practice;
    }

    /// <inheritdoc/>
    public async ValueTask<Decision<ValueList<OpenQuestion>>> OpenAsync(CommunityId community, Actor viewer, int take = 100, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(take);
        using RecordLease lease = await records.AcquireAsync(community, cancellationToken).ConfigureAwait(false);
        CommunityRecord record = lease.Record;
        return IsInside(viewer, record) || record.Community.Visibility == Visibility.Public && record.Community.Status != CommunityStatus.None
            ? Decision<ValueList<OpenQuestion>>.Accept(record.Practice.Questions.Queue(records.Now.Latest(record.LatestAt), policy).Take(take).ToValueList())
            : Decision<ValueList<OpenQuestion>>.Refuse(Hidden(viewer, record));
    }

    /// <inheritdoc/>
    public async ValueTask<Decision<Question>> FindAsync(CommunityId community, QuestionId question, Actor viewer, CancellationToken cancellationToken = default)
    {
        using RecordLease lease = await records.AcquireAsync(community, cancellationToken).ConfigureAwait(false);
        CommunityRecord record = lease.Record;
        Question? found = record.Practice.Questions.Find(question);
        bool own = found is not null && viewer.Is(found.Asker);
        return own || IsInside(viewer, record)
            ? found is not null ? Decision<Question>.Accept(found) : Decision<Question>.Refuse(Reason.Of("question.unknown", $"There is no question '{question}'."))
            : Decision<Question>.Refuse(Hidden(viewer, record));
    }

    private static bool IsInside(Actor viewer, CommunityRecord record) => record.Community.Status != CommunityStatus.None
        && (viewer.Checked(nameof(viewer)).HostName is not null || (viewer.Person is { } person && record.Members[person] is var member && (member.IsMember || member.Holds(Role.Sponsor))));

    private Reason Hidden(Actor viewer, CommunityRecord record) => Sight.Of(viewer, record, records.Now).Community
        ? new("questions.hidden", "What is asked in this community is for its members.")
        : new("community.unknown", "There is no such community.");
}
