using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Practices;

/// <summary>What is recorded about a gathering, as activities: its hosts hosted it and people attended it, each once, when it started.</summary>
internal static class GatheringActivities
{
    /// <summary>Those who host instead of others, when it was held already.</summary>
    public static IEnumerable<FactActivity> OfHosts(Practice before, GatheringId id, IEnumerable<PersonId> hosts) =>
        before.Calendar.Find(id) is { Status: GatheringStatus.Held } gathering ? hosts.Select(host => Host(gathering, host)) : [];

    public static IEnumerable<FactActivity> Of(Practice before, GatheringId id, IEnumerable<PersonId> present)
    {
        if (before.Calendar.Find(id) is not { } gathering)
        {
            yield break;
        }

        foreach (PersonId host in gathering.Info.Hosts)
        {
            yield return Host(gathering, host);
        }

        foreach (PersonId person in present)
        {
            yield return Told(gathering, person, Act.Attend) with { StandsIn = after => after.Calendar.Find(id) is { Status: not GatheringStatus.Cancelled } told && told.WasAttendedBy(person) };
        }
    }

    private static FactActivity Host(Gathering gathering, PersonId host) => Told(gathering, host, Act.Host) with
    {
        StandsIn = after => after.Calendar.Find(gathering.Id) is { Status: GatheringStatus.Held } held && held.IsHost(host),
    };

    private static FactActivity Told(Gathering gathering, PersonId person, Act act) => new(person, act)
    {
        At = gathering.Start,
        Once = $"{act}:{gathering.Id}:{person}",
        Formality = gathering.Info.Details.Kind.ToFormality(),
    };
}
