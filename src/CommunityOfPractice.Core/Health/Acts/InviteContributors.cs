using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Health;

/// <summary>Invite people to contribute who never did: one act a person.</summary>
internal sealed class InviteContributors : IHealthAct
{
    public string Indicator => NewContributors.Id;

    public ActOffer? Offer(HealthEvidence evidence, Reading reading, double target, int most)
    {
        int silent = evidence.MembersKnown ? SilentMembers(evidence) : int.MaxValue;
        return ShareOffers.Joining(
            reading,
            target,
            most,
            acts => acts <= silent
                ? $"Ask {WholeActs.Count(acts, "person", "people")} by name who never contributed for a small first contribution."
                : $"Invite {WholeActs.Count(acts, "person", "people")} to a small first contribution, newcomers among them: too few members are left who never contributed.");
    }

    /// <summary>How many members never contributed; a step that asks for more of them could not be taken.</summary>
    private static int SilentMembers(HealthEvidence evidence)
    {
        HashSet<PersonId> silent = [.. evidence.ActiveAt(evidence.LastMoment)];
        ActivityWindow history = evidence.History;
        for (int i = 0; i < history.Count && silent.Count > 0; i++)
        {
            if (history.Acts[i].IsContribution())
            {
                silent.Remove(history.Log.Person(history.People[i]));
            }
        }

        return silent.Count;
    }
}
