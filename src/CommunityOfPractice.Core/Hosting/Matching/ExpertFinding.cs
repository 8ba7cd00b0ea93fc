using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Finds experts from the records.</summary>
/// <remarks>Safe for concurrent use. Time O(answers · topics + questions · members).</remarks>
public sealed class ExpertFinding : IExpertFinding
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private readonly CommunityRecords records;
    private readonly PracticePolicy policy;
    private readonly int asksPerWeek;

    /// <summary>Creates the service.</summary>
    /// <param name="records">The records of communities.</param>
    /// <param name="policies">The policies in force.</param>
    /// <param name="asksPerWeek">How many questions a week somebody is asked who agreed and did not say how many; zero or more. The default value is 2.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asksPerWeek"/> is negative.</exception>
    public ExpertFinding(CommunityRecords records, PolicySet policies, int asksPerWeek = 2)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentOutOfRangeException.ThrowIfNegative(asksPerWeek);
        this.records = records;
        policy = policies.Practice;
        this.asksPerWeek = asksPerWeek;
    }

    /// <inheritdoc/>
    public async ValueTask<Decision<ValueList<ExpertSuggestion>>> RankAsync(
        CommunityId community, QuestionId question, Actor viewer, int top = 5, IReadOnlyCollection<ExpertCandidate>? choices = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(top);
        using RecordLease lease = await records.AcquireAsync(community, cancellationToken).ConfigureAwait(false);
        CommunityRecord record = lease.Record;
        if (!Sight.Of(viewer, record, records.Now).All)
        {
            return Decision<ValueList<ExpertSuggestion>>.Refuse(Hidden);
        }

        Question? found = record.Practice.Questions.Find(question);
        if (found is not { IsOpen: true })
        {
            return Decision<ValueList<ExpertSuggestion>>.Refuse(
                found is null ? Reason.Of("question.unknown", $"There is no question '{question}'.") : new Reason("question.not-open", "The question is not open."));
        }

        DateTimeOffset at = At(record);
        return Decision<ValueList<ExpertSuggestion>>.Accept(FinderOf(record, at).Rank(AskOf(found), Candidates(record, at, choices), top));
    }

    /// <inheritdoc/>
    public async ValueTask<Decision<ExpertRound>> AssignAsync(
        CommunityId community, Actor viewer, IReadOnlyCollection<ExpertCandidate>? choices = null, CancellationToken cancellationToken = default)
    {
        using RecordLease lease = await records.AcquireAsync(community, cancellationToken).ConfigureAwait(false);
        CommunityRecord record = lease.Record;
        if (!Sight.Of(viewer, record, records.Now).All)
        {
            return Decision<ExpertRound>.Refuse(Hidden);
        }

        DateTimeOffset at = At(record);
        IEnumerable<Question> waiting = record.Practice.Questions.All.Where(q => q.Status == QuestionStatus.Unanswered && !IsBeingAsked(q, at));
        return Decision<ExpertRound>.Accept(FinderOf(record, at).Assign(waiting.Select(AskOf), Candidates(record, at, choices)));
    }

    private static Reason Hidden => new("experts.hidden", "Whom to ask is shown to facilitators and to the host.");

    /// <summary>Just after now, so that what happened at this very moment counts.</summary>
    private DateTimeOffset At(CommunityRecord record) => records.Now.Latest(record.LatestAt).AddTicks(1);

    private bool IsBeingAsked(Question question, DateTimeOffset at) => question.Escalations.Any(e => e.Person is not null && at - e.At <= policy.EscalateAfter);

    private static OpenAsk AskOf(Question question) => new(question.Id.Text, question.Asker, question.Topics)
    {
        AskedBefore = question.Escalations.Select(e => e.Person).OfType<PersonId>().Concat(question.Answers.Select(a => a.By)).Distinct().Order().ToValueList(),
    };

    private static ExpertFinder FinderOf(CommunityRecord record, DateTimeOffset at) => new(
        from question in record.Practice.Questions.All
        from answer in question.Answers
        where MatchingConsent.Agreed(record.Members[answer.By])
        let accepted = question.AcceptedAnswer == answer.Id
        select new AnswerEvidence(answer.By, accepted && question.Status == QuestionStatus.Accepted ? question.StatusSince : answer.At, question.Topics, accepted),
        at);

    private IEnumerable<ExpertCandidate> Candidates(CommunityRecord record, DateTimeOffset at, IReadOnlyCollection<ExpertCandidate>? choices)
    {
        Dictionary<PersonId, ExpertCandidate> chosen = (choices ?? []).ToDictionary(c => c.Person);
        Dictionary<PersonId, int> asked = [];
        foreach (Escalation escalation in record.Practice.Questions.All.SelectMany(q => q.Escalations))
        {
            if (escalation.Person is { } person && at - escalation.At < Week)
            {
                asked[person] = asked.GetValueOrDefault(person) + 1;
            }
        }

        return record.Members.All.Where(MatchingConsent.Agreed).Select(member =>
        {
            ExpertCandidate own = chosen.GetValueOrDefault(member.Person) ?? new(member.Person, asksPerWeek);
            return own with { OptedIn = true, Asks = Math.Max(0, own.Asks - asked.GetValueOrDefault(member.Person)) };
        }).ToList();
    }
}
