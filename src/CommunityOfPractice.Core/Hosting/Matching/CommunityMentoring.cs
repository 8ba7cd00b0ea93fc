using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Loads the members who agreed to matching and assigns those who asked for a mentor, or offered to be one; nobody else takes part.</summary>
/// <remarks>Safe for concurrent use when the ports are.</remarks>
public sealed class CommunityMentoring : ICommunityMentoring
{
    private readonly ParticipantSource source;

    /// <summary>Creates the service.</summary>
    /// <param name="source">Who may take part, and by which rules and criteria.</param>
    public CommunityMentoring(ParticipantSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        this.source = source;
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
        DateTimeOffset now = source.Now;
        MentoringRelation[] known = [.. relations.Select(r => r.AsOf(now))];
        PairingRequest request = await source.RequestAsync(community, choices, now, seed, rules, [], [new KnownRelation(known)], cancellationToken).ConfigureAwait(false);
        HashSet<PersonId> matched = [.. request.People.Select(p => p.Person)];
        return Mentoring.Assign(
            MentoringMarket.FromRequest(
                request,
                mentees.Where(m => matched.Contains(m.Key)).ToDictionary(m => m.Key, m => Left(m, known.Where(r => r.Mentee == m.Key))),
                mentors.Where(m => matched.Contains(m.Key)).ToDictionary(m => m.Key, m => Left(m, known.Where(r => r.Mentor == m.Key)))),
            objective);
    }

    private static int Left(KeyValuePair<PersonId, int> places, IEnumerable<MentoringRelation> relations) => Math.Max(0, places.Value - relations.Count(r => r.TakesAPlace));
}
