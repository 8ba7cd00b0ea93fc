using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Testing;

/// <summary>What a simulation is about: the organisation, its communities, how they behave and what changes.</summary>
/// <remarks>Immutable and compared by value; checked when a simulation runs. The same options give the same history on every machine.</remarks>
public sealed record SimulationOptions
{
    /// <summary>Gets where chance begins.</summary>
    /// <value>Any number. The default value is 1.</value>
    public ulong Seed { get; init; } = 1;

    /// <summary>Gets when the first week begins.</summary>
    /// <value>A Monday, 0:00 UTC, from 1970 to 2150. The default value is 6 January 2025.</value>
    public DateTimeOffset Start { get; init; } = new(2025, 1, 6, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Gets how many weeks are lived.</summary>
    /// <value>From 1 to 520. The default value is 52.</value>
    public int Weeks { get; init; } = 52;

    /// <summary>Gets the departments of the organisation.</summary>
    /// <value>At least one, each name once. The default value is five departments with 150 people.</value>
    public ValueList<SimulatedDepartment> Departments { get; init; } =
        [new("IT", 40), new("Marketing", 25), new("Sales", 35), new("Customer Service", 35), new("HR", 15)];

    /// <summary>Gets the places where people work; each person is at one of them by chance, in proportion to the weights.</summary>
    /// <value>At least one. The default value is Berlin (3), London (1) and Toronto (1).</value>
    public ValueList<SimulatedPlace> Places { get; init; } =
        [new("Berlin", "Europe/Berlin", 1, 3), new("London", "Europe/London", 0, 1), new("Toronto", "America/Toronto", -5, 1)];

    /// <summary>Gets the communities.</summary>
    /// <value>At least one, each id once. The default value is one community about agile ways of working.</value>
    public ValueList<SimulatedCommunity> Communities { get; init; } = [SimulatedCommunity.Agile];

    /// <summary>Gets how heavy the tail of participation is: the exponent of the Pareto distribution of people's rates.</summary>
    /// <value>Above 1, at most 100; the smaller, the more a few people do of everything. The default value is 2.5. Rates are cut off at 30 times the least one.</value>
    public double Tail { get; init; } = 2.5;

    /// <summary>Gets how the communities behave until something changes.</summary>
    /// <value>The default value is <see cref="CommunityBehaviour.Default"/>.</value>
    public CommunityBehaviour Behaviour { get; init; } = CommunityBehaviour.Default;

    /// <summary>Gets what changes.</summary>
    /// <value>In any order; those of one week act in this order. Empty by default.</value>
    public ValueList<Intervention> Interventions { get; init; } = [];

    /// <summary>The behaviour of a community in each week.</summary>
    internal CommunityBehaviour[] BehaviourOf(CommunityId community)
    {
        CommunityBehaviour now = Behaviour;
        CommunityBehaviour[] weeks = new CommunityBehaviour[Weeks];
        for (int week = 0; week < Weeks; week++)
        {
            foreach (ParameterChange change in Interventions.Where(i => i.Week == week && i.IsAbout(community)).SelectMany(i => i.Changes))
            {
                now = now.With(change.Parameter, change.Value);
            }

            now.Check();
            weeks[week] = now;
        }

        return weeks;
    }

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(Start, new DateTimeOffset(Start.UtcDateTime.Date, TimeSpan.Zero), nameof(Start));
        ArgumentOutOfRangeException.ThrowIfNotEqual(Start.DayOfWeek, DayOfWeek.Monday, nameof(Start));
        ArgumentOutOfRangeException.ThrowIfLessThan(Start.Year, 1970, nameof(Start));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Start.Year, 2150, nameof(Start));
        ArgumentOutOfRangeException.ThrowIfLessThan(Weeks, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Weeks, 520);
        if (!(Tail > 1 && Tail <= 100))
        {
            throw new ArgumentOutOfRangeException(nameof(Tail), Tail, "Above 1, at most 100.");
        }

        Require(Departments.Count > 0 && Departments.All(d => d.People > 0 && !string.IsNullOrWhiteSpace(d.Name)) && Distinct(Departments.Select(d => d.Name)), "Departments have names of their own and people.");
        Require(Departments.Sum(d => (long)d.People) <= 100_000, "An organisation has at most 100000 people.");
        Require(Places.Count > 0 && Places.All(p => p.Weight > 0 && Math.Abs(p.UtcOffset) <= 14), "Places have a weight above zero and an offset from -14 to 14.");
        Require(Communities.Count > 0 && Distinct(Communities.Select(c => c.Id.Text)), "Communities have ids of their own.");
        foreach (Intervention intervention in Interventions)
        {
            intervention.Check();
        }

        foreach (SimulatedCommunity community in Communities)
        {
            Require(community.Founders >= 3 && community.Founders <= Departments.Sum(d => d.People), "A community has from three founders to as many as there are people.");
            Require(community.Topics.Count > 0, "A community has at least one topic.");
            CommunityBehaviour[] behaviour = BehaviourOf(community.Id);
            Require(behaviour.All(b => b.Facilitators <= community.Founders) && behaviour[0].Facilitators > 0, "A community begins with a facilitator, and never has more of them than founders.");
        }

        static bool Distinct(IEnumerable<string> texts) => texts.GroupBy(t => t, StringComparer.Ordinal).All(g => g.Count() == 1);

        static void Require(bool condition, string message)
        {
            if (!condition)
            {
                throw new ArgumentException(message);
            }
        }
    }
}

/// <summary>A department of a simulated organisation.</summary>
/// <param name="Name">Its name.</param>
/// <param name="People">How many people it has; one or more.</param>
public sealed record SimulatedDepartment(string Name, int People);

/// <summary>A place where people of a simulated organisation work.</summary>
/// <param name="Name">Its name.</param>
/// <param name="TimeZone">Its time zone, an IANA id.</param>
/// <param name="UtcOffset">How many hours its clocks are ahead of UTC, all year; says when people there work.</param>
/// <param name="Weight">How many people work there, relative to the other places.</param>
public sealed record SimulatedPlace(string Name, string TimeZone, double UtcOffset, double Weight = 1);

/// <summary>A community that is simulated.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Purpose">Its purpose.</param>
/// <param name="Founders">How many people begin it; three or more.</param>
/// <param name="Topics">What it cares about; at least one.</param>
public sealed record SimulatedCommunity(CommunityId Id, string Name, string Purpose, int Founders, ValueList<TopicId> Topics)
{
    /// <summary>Gets a community about agile ways of working, with 30 founders.</summary>
    /// <value>A shared value.</value>
    public static SimulatedCommunity Agile { get; } =
        new(new("agile"), "Agile across departments", "To learn agile ways of working from each other.", 30, [new("kanban"), new("retrospectives"), new("scrum")]);
}
