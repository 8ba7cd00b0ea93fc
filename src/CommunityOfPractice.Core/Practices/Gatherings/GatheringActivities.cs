using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Practices;

/// <summary>What is recorded about a gathering, as activities: its hosts hosted it and people attended it, each once, when it started.</summary>
internal static class GatheringActivities
{
    public static IEnumerable<FactActivity> Of(Practice before, GatheringId id, IEnumerable<PersonId> present)
    {
        if (before.Calendar.Find(id) is not { } gathering)
        {
            yield break;
        }

        FactActivity Told(PersonId person, Act act) => new(person, act)
        {
            At = gathering.Start,
            Once = $"{act}:{id}:{person}",
            Formality = gathering.Info.Details.Kind.ToFormality(),
        };

        foreach (PersonId host in gathering.Info.Hosts)
        {
            yield return Told(host, Act.Host) with { StandsIn = after => after.Calendar.Find(id) is { Status: GatheringStatus.Held } held && held.IsHost(host) };
        }

        foreach (PersonId person in present)
        {
            yield return Told(person, Act.Attend) with { StandsIn = after => after.Calendar.Find(id)?.WasAttendedBy(person) == true };
        }
    }
}
