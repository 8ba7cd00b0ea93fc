using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>Who facilitated when, and what the facilitators did in the window.</summary>
internal sealed class Facilitation
{
    private readonly ILookup<int, MembershipPeriod> periods;

    public Facilitation(HealthEvidence evidence)
    {
        ActivityLog log = evidence.History.Log;
        periods = evidence.Roster!.Periods.Where(p => p.Role == Role.Facilitator).ToLookup(p => log.NumberOf(p.Person) ?? -1);
        HashSet<PersonId> there = [.. evidence.ActiveAt(evidence.LastMoment)];
        PersonId[] atEnd = [.. evidence.Roster.HoldersAt(Role.Facilitator, evidence.LastMoment).Where(there.Contains)];
        AtEnd = atEnd.Length;
        HashSet<int> numbers = [.. atEnd.Select(p => log.NumberOf(p) ?? -1)];
        HashSet<int> active = [];
        Dictionary<int, int> organised = [];
        ActivityWindow activity = evidence.Activity;
        ReadOnlySpan<int> actors = evidence.Actors.OfHistory[evidence.WindowStart..];
        for (int i = 0; i < activity.Count; i++)
        {
            if (actors[i] < 0)
            {
                continue;
            }

            int person = activity.People[i];
            if (activity.Acts[i].IsContribution() && numbers.Contains(person))
            {
                active.Add(person);
            }

            if (activity.Acts[i].IsOrganising())
            {
                Organising++;
                if (Facilitated(person, activity.Times[i]))
                {
                    organised[person] = organised.GetValueOrDefault(person) + 1;
                }
            }
        }

        ActiveAtEnd = active.Count;
        BusiestFacilitator = organised.Count == 0 ? 0 : organised.Values.Max();
        OrganisingEver = evidence.EverDone(Act.Host, Act.Curate, Act.Welcome);
    }

    /// <summary>How many hold the role at the as-of instant and are neither on leave nor lapsed.</summary>
    public int AtEnd { get; }

    /// <summary>How many of them contributed in the window.</summary>
    public int ActiveAtEnd { get; }

    /// <summary>Organising acts in the window, by anybody.</summary>
    public int Organising { get; }

    /// <summary>Organising acts of the facilitator who did most of them.</summary>
    public int BusiestFacilitator { get; }

    /// <summary>Whether anybody ever organised anything here.</summary>
    public bool OrganisingEver { get; }

    /// <summary>A reading that nobody is known to facilitate, or null when somebody is.</summary>
    public static Reading? Unknown(HealthEvidence evidence) => evidence.FacilitatorsKnown
        ? null
        : Reading.NotApplicable("facilitators.unknown", "The data do not say who facilitates.");

    /// <summary>Whether a person was a facilitator at an instant.</summary>
    public bool Facilitated(int person, long at) => periods[person].Any(p => p.Covers(new DateTimeOffset(at, TimeSpan.Zero)));
}
