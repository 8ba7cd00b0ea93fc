namespace CommunityOfPractice.Testing;

/// <summary>Who responds to whom in one week: the same numbers are drawn from and computed with.</summary>
internal sealed class Responders
{
    private readonly SimulatedPeople people;
    private readonly CommunityBehaviour behaviour;
    private readonly Stay[] pool, facilitators;
    private readonly double all;
    private readonly double[] byDepartment;
    private readonly int[] peopleByDepartment;

    public Responders(SimulatedPeople people, CommunityBehaviour behaviour, IEnumerable<Stay> stays, IEnumerable<Stay> facilitators, int week)
    {
        this.people = people;
        this.behaviour = behaviour;
        pool = [.. stays.Where(s => s.Responds(week))];
        this.facilitators = [.. facilitators.Where(s => s.Responds(week))];
        int departments = people.Department[^1] + 1;
        (byDepartment, peopleByDepartment) = (new double[departments], new int[departments]);
        foreach (Stay stay in pool)
        {
            byDepartment[people.Department[stay.Person]] += people.Factor[stay.Person];
            peopleByDepartment[people.Department[stay.Person]]++;
            all += people.Factor[stay.Person];
        }
    }

    public IReadOnlyList<Stay> Pool => pool;

    /// <summary>The probability that somebody's post gets a response, and that a facilitator gives it.</summary>
    public (double Any, double Facilitator) Answered(Stay author, int week)
    {
        double facilitator = facilitators.Any(f => f != author) ? behaviour.FacilitatorAnswers : 0;
        double member = pool.Any(p => p != author) ? author.IsNew(week) ? behaviour.NewcomerAnswerProbability : behaviour.AnswerProbability : 0;
        return (facilitator + ((1 - facilitator) * member), facilitator);
    }

    public double MeanWait(Stay author, int week) => author.IsNew(week) ? behaviour.NewcomerAnswerHours : behaviour.AnswerHours;

    /// <summary>The probability that a certain person is the member who responds.</summary>
    public double ShareOf(Stay author, Stay other, int week)
    {
        if (other == author || !other.Responds(week))
        {
            return 0;
        }

        (double others, double own) = Weights(author, week);
        double mixing = own > 0 ? behaviour.Mixing : 1;
        double factor = people.Factor[other.Person];
        return (mixing * factor / others) + (people.Department[other.Person] == people.Department[author.Person] && own > 0 ? (1 - mixing) * factor / own : 0);
    }

    /// <summary>The probability that a certain person is the first to respond, once somebody does.</summary>
    public double FirstShareOf(Stay author, Stay other, int week)
    {
        (double any, double facilitator) = Answered(author, week);
        if (any <= 0)
        {
            return 0;
        }

        double byRole = facilitator > 0 && other != author && facilitators.Contains(other) ? facilitator / facilitators.Count(f => f != author) : 0;
        return (byRole + ((any - facilitator) * ShareOf(author, other, week))) / any;
    }

    public Stay Facilitator(Stay author, Chance chance)
    {
        Stay[] others = [.. facilitators.Where(f => f != author)];
        return others[chance.Below(others.Length)];
    }

    /// <summary>Draws a member who responds; there is one.</summary>
    public Stay Member(Stay author, int week, Chance chance)
    {
        (double others, double own) = Weights(author, week);
        bool inside = !chance.Happens(own > 0 ? behaviour.Mixing : 1);
        double left = chance.Unit() * (inside ? own : others);
        Stay? found = null;
        foreach (Stay stay in pool)
        {
            if (stay != author && (!inside || people.Department[stay.Person] == people.Department[author.Person]))
            {
                found = stay;
                left -= people.Factor[stay.Person];
                if (left < 0)
                {
                    break;
                }
            }
        }

        return found!;
    }

    /// <summary>The weights of everybody else, and of those in the same department: zero when there are none.</summary>
    private (double Others, double Own) Weights(Stay author, int week)
    {
        int department = people.Department[author.Person];
        bool among = author.Responds(week);
        double self = among ? people.Factor[author.Person] : 0;
        bool alone = peopleByDepartment[department] == (among ? 1 : 0);
        return (all - self, alone ? 0 : byDepartment[department] - self);
    }
}
