using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Loads the members who agreed to matching and assigns those who asked for a mentor, or offered to be one; nobody else is even looked at.</summary>
/// <remarks>Safe for concurrent use when the ports are.</remarks>
public sealed class CommunityMentoring : ICommunityMentoring
{
    private readonly CommunityRecords records;
    private readonly IPeopleDirectory people;
    private readonly TimeProvider clock;
    private readonly PairingRules rules;

    /// <summary>Creates the service.</summary>
    /// <param name="records">Who belongs, and who agreed.</param>
    /// <param name="people">What is known about people.</param>
    /// <param name="clock">Tells what now is.</param>
    /// <param name="rules">The settings when none are given.</param>
    public CommunityMentoring(CommunityRecords records, IPeopleDirectory people, TimeProvider clock, PairingRules rules)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(rules);
        this.records = records;
        this.people = people;
        this.clock = clock;
        this.rules = rules;
    }

    /// <inheritdoc/>
    public async ValueTask<MentoringResult> AssignAsync(
        CommunityId community,
        IReadOnlyDictionary<PersonId, int> mentees,
        IReadOnlyDictionary<PersonId, int> mentors,
        IReadOnlyCollection<MentoringRelation> relations,
        IReadOnlyCollection<Participant> choices,
        MentoringObjective objective,
        ulong seed,
        PairingRules? rules = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(mentees);
        ArgumentNullException.ThrowIfNull(mentors);
        ArgumentNullException.ThrowIfNull(relations);
        ArgumentNullException.ThrowIfNull(choices);
        DateTimeOffset now = clock.GetUtcNow();
        MentoringRelation[] known = [.. relations.Select(r => r.AsOf(now))];
        List<Participant> agreed = await AgreedParticipants.LoadAsync(records, people, community, choices, now, cancellationToken).ConfigureAwait(false);
        HashSet<PersonId> matched = [.. agreed.Select(p => p.Person)];
        PairingRequest request = new(agreed, now, seed) { Rules = rules ?? this.rules, ExtraRules = [new KnownRelation(known)] };
        return Mentoring.Assign(
            MentoringMarket.FromRequest(
                request,
                mentees.Where(m => matched.Contains(m.Key)).ToDictionary(m => m.Key, m => Left(m, known.Where(r => r.Mentee == m.Key))),
                mentors.Where(m => matched.Contains(m.Key)).ToDictionary(m => m.Key, m => Left(m, known.Where(r => r.Mentor == m.Key)))),
            objective);
    }

    private static int Left(KeyValuePair<PersonId, int> places, IEnumerable<MentoringRelation> relations) => Math.Max(0, places.Value - relations.Count(r => r.TakesAPlace));
}
