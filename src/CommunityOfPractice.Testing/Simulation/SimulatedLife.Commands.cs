using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Testing;

/// <content>Charter, purpose and gatherings: what the community as a whole does.</content>
internal sealed partial class SimulatedLife
{
    private static readonly (GatheringKind Kind, string Title)[] Gatherings =
        [(GatheringKind.CoffeeChat, "Coffee and cases"), (GatheringKind.Workshop, "Workshop"), (GatheringKind.PeerDiscussion, "Peers talk a case through"), (GatheringKind.Talk, "Talk")];

    private string purpose;

    private Domain Domain => new([.. about.Topics.Select(t => new TopicWeight(t, 1))], new Focus(FocusKind.Challenge, "Everybody solves the same problems alone."))
    {
        ScopeIn = [.. about.Topics.Select(t => t.Text)],
        ScopeOut = ["How single teams are led."],
        ValueForMembers = "Somebody to ask who knows it from their own work.",
        ValueForOrganisation = "Problems are solved once.",
    };

    private CharterTerms Terms(string purpose) => new(purpose, Domain, "By nomination; a facilitator serves for two years.");

    private void Launch()
    {
        Do(new AdoptCharter(about.Id, Terms(about.Purpose)), Host, At(0, 0, 13));
        if (Behaviour[0].GatheringEveryWeeks is > 0 and int every)
        {
            Do(new SetRhythm(about.Id, new Rhythm(TimeSpan.FromDays(7 * every), FormattableString.Invariant($"every {every} weeks on Thursday at 15:00"))), Host, At(0, 0, 13));
        }

        Do(new LaunchCommunity(about.Id, At(0, 3, 15)), Host, At(0, 0, 14));
    }

    private void ReviewPurpose(int week)
    {
        foreach (Intervention intervention in options.Interventions.Where(i => i.Week == week && i.Purpose is not null && i.IsAbout(about.Id)))
        {
            bool same = intervention.Purpose == purpose;
            purpose = intervention.Purpose!;
            int participants = Math.Max(1, Stays.Count(s => s.Responds(week)) / 2);
            Do(new ReviewPurpose(about.Id, same ? ReviewVerdict.Reaffirm : ReviewVerdict.Amend, participants, intervention.Name) { Charter = same ? null : Terms(purpose) }, Host, At(week, 0, 7));
        }
    }

    /// <summary>On a Thursday at three: announced on Monday, answered until Wednesday, recorded on Friday.</summary>
    private void Gather(int week, IReadOnlyList<Stay> pool)
    {
        int every = Behaviour[week].GatheringEveryWeeks;
        if (every == 0 || week % every != 0 || pool.Count == 0)
        {
            return;
        }

        Chance chance = Draws(week, Matter.Gathering);
        PersonId hosting = people[pool[chance.Below(pool.Count)].Person];
        GatheringId gathering = new(FormattableString.Invariant($"gathering-{week}"));
        (GatheringKind kind, string title) = Gatherings[week / every % Gatherings.Length];
        DateTime start = options.Start.UtcDateTime.AddDays((7 * week) + 3).AddHours(15);
        string zone = options.Places.MaxBy(p => p.Weight)!.TimeZone;
        Do(new ScheduleGathering(about.Id, gathering, new(title, kind), new LocalSlot(start, start.AddHours(1), zone)) { Hosts = [hosting] }, Host, At(week, 0, 18));
        List<PersonId> came = [hosting];
        foreach (Stay stay in pool)
        {
            Chance own = Draws(week, Matter.Gathering, 1 + stay.Person);
            PersonId person = people[stay.Person];
            if (own.Happens(Behaviour[week].GoingShare))
            {
                Do(new Rsvp(about.Id, gathering, person, RsvpAnswer.Yes), Actor.Of(person), At(week, 1, 8 + (36 * own.Unit())));
                if (own.Happens(Behaviour[week].ShowUpShare) && person != hosting)
                {
                    came.Add(person);
                }
            }
        }

        Do(new RecordAttendance(about.Id, gathering, [.. came]), Host, At(week, 4, 20));
    }
}
