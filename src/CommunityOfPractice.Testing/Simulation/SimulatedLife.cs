using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Testing;

/// <summary>One community's life, week by week. Every draw belongs to a week, a matter and a person, so that a change leaves the weeks before it as they were.</summary>
internal sealed partial class SimulatedLife
{
    private static readonly Actor Host = Actor.Host("simulator");

    private readonly SimulationOptions options;
    private readonly SimulatedCommunity about;
    private readonly SimulatedPeople people;
    private readonly SplitMix64 random;
    private readonly int number;
    private readonly List<Stay> facilitators = [];
    private readonly List<int> outside;

    public SimulatedLife(SimulationOptions options, int number, SimulatedPeople people, SplitMix64 random)
    {
        this.options = options;
        this.number = number;
        this.people = people;
        this.random = random;
        about = options.Communities[number];
        purpose = about.Purpose;
        Behaviour = options.BehaviourOf(about.Id);
        outside = [.. Enumerable.Range(0, people.Count)];
    }

    /// <summary>What is drawn in a week.</summary>
    private enum Matter
    {
        Joining,
        Leaving,
        Writing,
        Coffee,
        CoffeeAfter,
        Gathering,
    }

    public CommunityId Community => about.Id;

    public CommunityBehaviour[] Behaviour { get; }

    public List<Stay> Stays { get; } = [];

    /// <summary>Who facilitated in each week.</summary>
    public List<Stay[]> Facilitators { get; } = [];

    public List<CommandRequest> Commands { get; } = [];

    public List<MeetingEntry> Meetings { get; } = [];

    public void Live()
    {
        for (int week = 0; week < options.Weeks; week++)
        {
            Join(week);
            ChangeFacilitators(week);
            if (week == 0)
            {
                Launch();
            }

            ReviewPurpose(week);
            Facilitators.Add([.. facilitators]);
            Leave(week);
            Responders responders = new(people, Behaviour[week], Stays, facilitators, week);
            foreach (Stay stay in Stays.Where(s => s.IsThere(week)))
            {
                Write(stay, week, responders);
            }

            Gather(week, responders.Pool);
            HaveCoffee(week, responders.Pool);
        }
    }

    private DateTimeOffset At(int week, double day, double hour) => options.Start.AddDays((7 * week) + day).AddMinutes(Math.Floor(60 * hour));

    private Chance Draws(int week, Matter matter, int person = 0) => new(random.Split(week).Split((int)matter).Split(person));

    private void Do(Command command, Actor by, DateTimeOffset at) => Commands.Add(new(command, by) { At = at, CommandId = FormattableString.Invariant($"simulated-{Commands.Count}") });

    /// <summary>Founders join on the first Monday morning, others on a Monday of their own.</summary>
    private void Join(int week)
    {
        Chance chance = Draws(week, Matter.Joining);
        int count = Math.Min(outside.Count, week == 0 ? about.Founders : chance.Poisson(Behaviour[week].JoiningPerWeek));
        if (week > 0)
        {
            AddMembers(week, count, chance, _ => 8 + (9 * chance.Unit()));
            return;
        }

        List<Stay> founders = AddMembers(0, count, chance, i => 9 + (3.0 * i / count));
        PersonId[] first = [.. founders.Take(5).Select(f => people[f.Person])];
        Do(new ProposeCommunity(about.Id, first[0], about.Name, about.Purpose, CommunityKind.CommunityOfPractice, []) { Domain = Domain, Interested = [.. first] }, Actor.Of(first[0]), At(0, 0, 8));
    }

    private List<Stay> AddMembers(int week, int count, Chance chance, Func<int, double> hourOf)
    {
        List<Stay> added = [];
        for (int i = 0; i < count; i++)
        {
            int chosen = chance.Below(outside.Count);
            Stay stay = new(outside[chosen], week, At(week, 0, hourOf(i)));
            outside.RemoveAt(chosen);
            PersonId person = people[stay.Person];
            Do(new JoinCommunity(about.Id, person, new JoinConsent("join/1", "simulator")), Actor.Of(person), stay.From);
            Do(new GiveConsent(about.Id, person, new ProcessingConsent(ProcessingPurpose.Matching, "matching/1", "simulator")), Actor.Of(person), stay.From);
            added.Add(stay);
        }

        Stays.AddRange(added);
        return added;
    }

    /// <summary>The ones to go leave the organisation on Monday morning; the ones to come are the longest-standing members.</summary>
    private void ChangeFacilitators(int week)
    {
        for (; facilitators.Count > Behaviour[week].Facilitators; facilitators.RemoveAt(facilitators.Count - 1))
        {
            Stay leaving = facilitators[^1];
            DateTimeOffset at = At(week, 0, 6);
            leaving.Leave(week - 1, at, organisation: true);
            Do(new LeaveCommunity(about.Id, people[leaving.Person], LeaveReason.OrganisationExit) { IfLast = LastFacilitatorChoice.StartGrace(null) }, Host, at);
        }

        foreach (Stay stay in Stays.Where(s => s.IsThere(week) && s.Responds(week) && !facilitators.Contains(s)).Take(Behaviour[week].Facilitators - facilitators.Count).ToArray())
        {
            stay.FacilitatesFrom = At(week, 0, 12.25);
            facilitators.Add(stay);
            Do(new NominateForRole(about.Id, people[stay.Person], Role.Facilitator), Host, stay.FacilitatesFrom.Value);
            Do(new AcceptNomination(about.Id, people[stay.Person], Role.Facilitator), Actor.Of(people[stay.Person]), stay.FacilitatesFrom.Value);
        }
    }

    /// <summary>People leave on a Saturday; those whose first post found no response sooner, when that has an effect.</summary>
    private void Leave(int week)
    {
        foreach (Stay stay in Stays.Where(s => s.IsThere(week) && s.FacilitatesFrom is null))
        {
            Chance chance = Draws(week, Matter.Leaving, stay.Person);
            double hazard = Behaviour[week].LeavingPerWeek * (stay.Answered == false ? Behaviour[week].LeavingFactorUnanswered : 1);
            if (chance.Happens(1 - PortableMath.Exp(-hazard)))
            {
                stay.Leave(week, At(week, 5, 8 + (8 * chance.Unit())));
                Do(new LeaveCommunity(about.Id, people[stay.Person]), Actor.Of(people[stay.Person]), stay.Until!.Value);
            }
        }
    }
}
