using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Testing;

/// <summary>A simulated history of communities, with the truth behind it: for trying out dashboards, reports and stores on data whose effects are known.</summary>
/// <remarks>
/// <para>Members begin posts and questions at rates that differ by person with a heavy tail; others respond after a while, somebody of the same department more often where departments keep to
/// themselves; members join, leave, gather and meet for coffee. The parameters are those of <see cref="CommunityBehaviour"/>; interventions change them at a week.</para>
/// <para>Deterministic: the same options give the same history on every machine and in every culture. Two histories that differ in an intervention only are the same until its week. Immutable.</para>
/// </remarks>
public sealed class Simulation
{
    private readonly Dictionary<CommunityId, Roster> rosters;
    private readonly Dictionary<PersonId, Person> known;

    private Simulation(SimulationOptions options, SimulatedPeople people, SimulatedLife[] lives)
    {
        Options = options;
        People = people.People.OrderBy(p => p.Id).ToValueList();
        known = People.ToDictionary(p => p.Id);
        Commands = lives.SelectMany(l => l.Commands.OrderBy(c => c.At)).OrderBy(c => c.At).ToValueList();
        DateTimeOffset end = End;
        Activities = lives.SelectMany(l => l.Activities).Where(a => a.At < end).OrderBy(a => a.At).ThenBy(a => a.Id).ToValueList();
        Meetings = lives.SelectMany(l => l.Meetings).ToValueList();
        rosters = lives.ToDictionary(l => l.Community, l => new Roster(l.Community, PeriodsOf(l, people).ToValueList()));
        Log = ActivityLog.Of(Activities).OrThrow();
        Truth = new SimulationTruth(options, people, lives);
    }

    /// <summary>Gets what was simulated.</summary>
    /// <value>The options that were given.</value>
    public SimulationOptions Options { get; }

    /// <summary>Gets the people of the organisation, members or not.</summary>
    /// <value>By id.</value>
    public ValueList<Person> People { get; }

    /// <summary>Gets everything that the people put to the library: from the proposals on, as commands with who and when.</summary>
    /// <value>By time; none is refused by services with the default policies and permissions. Each has a <see cref="CommandRequest.CommandId"/>.</value>
    public ValueList<CommandRequest> Commands { get; }

    /// <summary>Gets what people did in the tools of the host: posts, questions, answers, remarks.</summary>
    /// <value>By time, each with an id; nobody acts before they join or after they leave. What commands do is not among them.</value>
    public ValueList<Activity> Activities { get; }

    /// <summary>Gets the meetings of coffee rounds with what became of them.</summary>
    /// <value>Community after community, by time.</value>
    public ValueList<MeetingEntry> Meetings { get; }

    /// <summary>Gets the activities as a log.</summary>
    /// <value>Of all communities.</value>
    public ActivityLog Log { get; }

    /// <summary>Gets what is true of the simulated communities.</summary>
    /// <value>Computed from the parameters, not from what happened to happen.</value>
    public SimulationTruth Truth { get; }

    /// <summary>Gets the end of the last week.</summary>
    /// <value>In UTC; everything happened before.</value>
    public DateTimeOffset End => Options.Start.AddDays(7 * Options.Weeks);

    /// <summary>Lives the history.</summary>
    /// <param name="options">What is simulated.</param>
    /// <returns>The history. O(weeks × members²) for each community.</returns>
    /// <exception cref="ArgumentException">Something is wrong with the options.</exception>
    public static Simulation Run(SimulationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        SplitMix64 random = new(options.Seed);
        SimulatedPeople people = new(options, random.Split(0));
        SimulatedLife[] lives = [.. options.Communities.Index().Select(c => new SimulatedLife(options, c.Index, people, random.Split(1 + c.Index)))];
        foreach (SimulatedLife life in lives)
        {
            life.Live();
        }

        return new(options, people, lives);
    }

    /// <summary>Returns some weeks as a window of time.</summary>
    /// <param name="from">The first week; 0 is the first of the simulation.</param>
    /// <param name="until">The first week that does not belong to it; above <paramref name="from"/>.</param>
    /// <returns>The window.</returns>
    public TimeWindow Weeks(int from, int until) => new(Options.Start.AddDays(7 * from), Options.Start.AddDays(7 * until));

    /// <summary>Returns who belonged to a community when, and who facilitated.</summary>
    /// <param name="community">The community.</param>
    /// <returns>The roster: the one that the journal gives once the commands are carried out.</returns>
    /// <exception cref="ArgumentException">It is not simulated.</exception>
    public Roster RosterOf(CommunityId community) => rosters.TryGetValue(community, out Roster? roster) ? roster : throw new ArgumentException($"'{community}' is not simulated.", nameof(community));

    /// <summary>Returns what indicators look at, without the way through services and stores: people, members, facilitators and activities, but no gatherings.</summary>
    /// <param name="community">The community.</param>
    /// <param name="window">The window.</param>
    /// <returns>The evidence.</returns>
    /// <exception cref="ArgumentException">The community is not simulated.</exception>
    public HealthEvidence EvidenceOf(CommunityId community, TimeWindow window) => new(community, Log, window, RosterOf(community), known);

    /// <summary>Carries out the commands and records the activities, in step with each other.</summary>
    /// <param name="commands">Where commands are carried out; its clock stands at the end of the part or later.</param>
    /// <param name="activities">Where activities are recorded.</param>
    /// <param name="part">What part of the history; null for all of it. Parts are put one after the other.</param>
    /// <param name="cancellationToken">Ends the call between two commands.</param>
    /// <returns>The task.</returns>
    /// <exception cref="InvalidOperationException">Something was refused: the services have stricter policies or permissions than the default ones, or something else is there already.</exception>
    public async Task PutAsync(ICommunityCommands commands, IActivityRecorder activities, TimeWindow? part = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(commands);
        ArgumentNullException.ThrowIfNull(activities);
        foreach (CommandRequest request in Commands.Where(c => part?.Contains(c.At!.Value) != false))
        {
            (await commands.ExecuteAsync(request, cancellationToken).ConfigureAwait(false)).OrThrow();
        }

        foreach (Activity[] batch in Activities.Where(a => part?.Contains(a.At) != false).Chunk(1000))
        {
            (await activities.RecordAsync(batch, cancellationToken).ConfigureAwait(false)).OrThrow();
        }
    }

    /// <summary>Returns the history in the interchange format, for files and the tool <c>cop</c>.</summary>
    /// <returns>People, communities, memberships, activities and meetings; gatherings are known only through the commands.</returns>
    public InterchangeData ToInterchange() => new(
        Log,
        People.Select(p => new PersonEntry(p.Id) { Department = p.History[0].Department, Location = p.History[0].Location, TimeZone = p.History[0].TimeZone }),
        Options.Communities.Select(c => new CommunityEntry(c.Id) { Name = c.Name, Topics = c.Topics, Chartered = Options.Start.AddHours(13) }),
        rosters.Values.SelectMany(r => r.Periods),
        Meetings);

    private static IEnumerable<MembershipPeriod> PeriodsOf(SimulatedLife life, SimulatedPeople people)
    {
        foreach (Stay stay in life.Stays)
        {
            LeaveReason? reason = stay.Until is null ? null : stay.LeftOrganisation ? LeaveReason.OrganisationExit : LeaveReason.Choice;
            yield return new(life.Community, people[stay.Person], stay.From, stay.Until) { Reason = reason };
            if (stay.FacilitatesFrom is { } from)
            {
                yield return new(life.Community, people[stay.Person], from, stay.Until, Role.Facilitator);
            }
        }
    }
}
