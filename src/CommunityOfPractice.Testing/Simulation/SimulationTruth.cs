using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Testing;

/// <summary>What is true of simulated communities: computed from the parameters, given who joined and left when and who met over coffee.</summary>
/// <remarks>Immutable. Weeks are counted from 0; <c>from</c> is the first week, <c>until</c> the first that does not belong to the stretch any more.</remarks>
public sealed class SimulationTruth
{
    private readonly SimulationOptions options;
    private readonly SimulatedPeople people;
    private readonly Dictionary<CommunityId, SimulatedLife> lives;

    internal SimulationTruth(SimulationOptions options, SimulatedPeople people, SimulatedLife[] lives)
    {
        this.options = options;
        this.people = people;
        this.lives = lives.ToDictionary(l => l.Community);
        Changes = lives.SelectMany(ChangesOf).OrderBy(c => c.Week).ToValueList();
    }

    /// <summary>Gets what was planted: every parameter that an intervention changed.</summary>
    /// <value>By week; the communities of one week in the order of the options. Nothing else changes.</value>
    public ValueList<PlantedChange> Changes { get; }

    /// <summary>Returns how a community behaves in a week.</summary>
    /// <param name="community">The community.</param>
    /// <param name="week">The week.</param>
    /// <returns>The parameters in force.</returns>
    public CommunityBehaviour BehaviourOf(CommunityId community, int week)
    {
        Check(week, week + 1);
        return LifeOf(community).Behaviour[week];
    }

    /// <summary>Returns how much more than the average person somebody takes part.</summary>
    /// <param name="person">The person.</param>
    /// <returns>Above zero; 1 is the mean of the distribution from which people are drawn. Their own posts in a week are Poisson with this times <see cref="CommunityBehaviour.PostsPerWeek"/>.</returns>
    public double RateOf(PersonId person) => people.Factor[Array.FindIndex(people.People, p => p.Id == person) is >= 0 and int number ? number : throw new ArgumentException($"'{person}' is not simulated.", nameof(person))];

    /// <summary>Returns how many posts and questions of their own the members begin on average.</summary>
    /// <param name="community">The community.</param>
    /// <param name="from">The first week.</param>
    /// <param name="until">The first week after.</param>
    /// <returns>The expectation; the number itself is Poisson.</returns>
    public double ExpectedPosts(CommunityId community, int from, int until)
    {
        Check(from, until);
        SimulatedLife life = LifeOf(community);
        return Enumerable.Range(from, until - from).Sum(week => life.Stays.Sum(s => PostsOf(life, s, week)));
    }

    /// <summary>Returns how probable it is that a question gets an answer within some hours.</summary>
    /// <param name="community">The community.</param>
    /// <param name="from">The first week in which the question may be asked.</param>
    /// <param name="until">The first week in which it may not.</param>
    /// <param name="hours">Within how many hours; zero or more.</param>
    /// <returns>From 0 to 1, over all questions of that time; null when nobody asks.</returns>
    public double? AnsweredWithin(CommunityId community, int from, int until, double hours)
    {
        Check(from, until);
        SimulatedLife life = LifeOf(community);
        double asked = 0, answered = 0;
        for (int week = from; week < until; week++)
        {
            Responders responders = RespondersOf(life, week);
            foreach (Stay stay in life.Stays)
            {
                double questions = PostsOf(life, stay, week) * life.Behaviour[week].QuestionShare;
                asked += questions;
                answered += questions * responders.Answered(stay, week).Any * Waiting.Within(hours, responders.MeanWait(stay, week));
            }
        }

        return asked > 0 ? answered / asked : null;
    }

    /// <summary>Returns how probable it is that a newcomer's post gets a response within some hours, in a week in which members and, where there are to be any, facilitators are there.</summary>
    /// <param name="community">The community.</param>
    /// <param name="week">The week.</param>
    /// <param name="hours">Within how many hours; zero or more.</param>
    /// <returns>From 0 to 1.</returns>
    public double WelcomedWithin(CommunityId community, int week, double hours)
    {
        CommunityBehaviour behaviour = BehaviourOf(community, week);
        double facilitator = behaviour.Facilitators > 0 ? behaviour.FacilitatorAnswers : 0;
        return (facilitator + ((1 - facilitator) * behaviour.NewcomerAnswerProbability)) * Waiting.Within(hours, behaviour.NewcomerAnswerHours);
    }

    /// <summary>Returns how probable it is that a member stays through some weeks.</summary>
    /// <param name="community">The community.</param>
    /// <param name="from">The first week.</param>
    /// <param name="until">The first week after.</param>
    /// <param name="unanswered">Whether the member's first post got no response.</param>
    /// <returns>From 0 to 1: the exponential of minus the summed hazards. Facilitators stay.</returns>
    public double Staying(CommunityId community, int from, int until, bool unanswered = false)
    {
        Check(from, until);
        return PortableMath.Exp(-LifeOf(community).Behaviour[from..until].Sum(b => b.LeavingPerWeek * (unanswered ? b.LeavingFactorUnanswered : 1)));
    }

    /// <summary>Returns how many ties within and across departments are to be expected among those who are members at the end: pairs of whom one turned to the other.</summary>
    /// <param name="community">The community.</param>
    /// <param name="from">The first week.</param>
    /// <param name="until">The first week after.</param>
    /// <returns>Expectations, exact for members whose leaving does not depend on answers. O(weeks × members²).</returns>
    public ExpectedTies Ties(CommunityId community, int from, int until)
    {
        Check(from, until);
        return new TieExpectation(options, people, LifeOf(community), from, until).Sum();
    }

    internal double PostsOf(SimulatedLife life, Stay stay, int week) =>
        stay.IsThere(week) ? life.Behaviour[week].PostsPerWeek * people.Factor[stay.Person] * (5 - stay.FirstDay(week)) / 5 : 0;

    internal Responders RespondersOf(SimulatedLife life, int week) => new(people, life.Behaviour[week], life.Stays, life.Facilitators[week], week);

    private SimulatedLife LifeOf(CommunityId community) => lives.TryGetValue(community, out SimulatedLife? life) ? life : throw new ArgumentException($"'{community}' is not simulated.", nameof(community));

    private void Check(int from, int until)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(until, from);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(until, options.Weeks);
    }

    private IEnumerable<PlantedChange> ChangesOf(SimulatedLife life)
    {
        CommunityBehaviour before = options.Behaviour;
        foreach (Intervention intervention in options.Interventions.Where(i => i.Week < options.Weeks && i.IsAbout(life.Community)).OrderBy(i => i.Week))
        {
            foreach (ParameterChange change in intervention.Changes.Where(c => before.Of(c.Parameter) != c.Value))
            {
                yield return new(life.Community, intervention.Week, intervention.Name, change.Parameter, before.Of(change.Parameter), change.Value);
                before = before.With(change.Parameter, change.Value);
            }
        }
    }
}

/// <summary>How many ties are to be expected.</summary>
/// <param name="External">Ties between two departments, on average.</param>
/// <param name="Internal">Ties within a department, on average.</param>
/// <param name="ByChance">The E-I index that the same number of ties would have on average if departments did not matter.</param>
public sealed record ExpectedTies(double External, double Internal, double ByChance)
{
    /// <summary>Gets the E-I index of the expected ties.</summary>
    /// <value>From -1 (all within) to 1 (all across); null without ties.</value>
    public double? EiIndex => External + Internal > 0 ? (External - Internal) / (External + Internal) : null;

    /// <summary>Gets the index beyond chance, which the indicator <c>cross-department-ties/v1</c> estimates.</summary>
    /// <value>0 is chance; null without ties.</value>
    public double? BeyondChance => EiIndex - ByChance;
}
