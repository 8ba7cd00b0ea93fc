using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Two people who have, had or declined a mentoring relation are not proposed to each other again. Private: nobody else learns that one was declined.</summary>
internal sealed class KnownRelation(IEnumerable<MentoringRelation> relations) : IMatchRule<Participant, Participant>
{
    private readonly HashSet<(PersonId, PersonId)> known = [.. relations.Select(r => (r.Mentee, r.Mentor))];

    public string Id => "mentoring.known";

    public bool IsPrivate => true;

    public Reason? Forbids(Participant seeker, Participant candidate) =>
        known.Contains((seeker.Person, candidate.Person)) ? new(Id, "They know each other from an earlier proposal.") : null;
}
