using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Testing;

/// <summary>Sums over all pairs how probable it is that one turned to the other in some weeks.</summary>
/// <remarks>
/// Posts are Poisson, and each leads to contact with a certain other person with a known probability. So there is no contact with the probability exp(-posts × that probability), and the
/// posts of different people and weeks are independent. Posts near the ends of the stretch are weighed by whether the response falls into it.
/// </remarks>
internal sealed class TieExpectation(SimulationOptions options, SimulatedPeople people, SimulatedLife life, int from, int until)
{
    private const int HoursOfWork = 10;

    private readonly DateTimeOffset end = options.Start.AddDays(7 * until);

    public ExpectedTies Sum()
    {
        Stay[] members = [.. life.Stays.Where(s => s.From < end && !(s.Until < end))];
        double[,] contact = new double[members.Length, members.Length];
        for (int week = Math.Max(0, from - 1); week < until; week++)
        {
            AddWeek(members, contact, week);
        }

        Dictionary<Stay, int> numbers = members.Index().ToDictionary(m => m.Item, m => m.Index);
        foreach ((Stay one, Stay other, int week, double probability) in life.Acquaintances.Where(a => a.Week >= from && a.Week < until))
        {
            if (numbers.TryGetValue(one, out int i) && numbers.TryGetValue(other, out int j))
            {
                contact[i, j] += probability < 1 ? -PortableMath.Log(1 - probability) : 700;
            }
        }

        double external = 0, inside = 0;
        long pairs = 0, crossing = 0;
        for (int i = 0; i < members.Length; i++)
        {
            for (int j = i + 1; j < members.Length; j++)
            {
                bool crosses = people.Department[members[i].Person] != people.Department[members[j].Person];
                double tie = 1 - PortableMath.Exp(-contact[i, j] - contact[j, i]);
                external += crosses ? tie : 0;
                inside += crosses ? 0 : tie;
                pairs++;
                crossing += crosses ? 1 : 0;
            }
        }

        return new(external, inside, pairs == 0 ? 0 : (2.0 * crossing / pairs) - 1);
    }

    /// <summary>Adds, for each author and other member, posts of a week times the probability that the other responds within the stretch.</summary>
    private void AddWeek(Stay[] members, double[,] contact, int week)
    {
        CommunityBehaviour behaviour = life.Behaviour[week];
        Responders responders = new(people, behaviour, life.Stays, life.Facilitators[week], week);
        for (int i = 0; i < members.Length; i++)
        {
            Stay author = members[i];
            double any = author.IsThere(week) ? responders.Answered(author, week).Any : 0;
            if (any <= 0)
            {
                continue;
            }

            double posts = behaviour.PostsPerWeek * people.Factor[author.Person] * (5 - author.FirstDay(week)) / 5;
            double[]? within = week == until - 1 || week < from ? WithinWeek(author, week, responders.MeanWait(author, week)) : null;
            for (int j = 0; j < members.Length; j++)
            {
                double share = responders.ShareOf(author, members[j], week), first = responders.FirstShareOf(author, members[j], week);
                contact[i, j] += posts * any * Contact(first, share, behaviour.FurtherResponses, within, late: week < from);
            }
        }
    }

    /// <summary>The probability that somebody is among those who respond, once anybody does; only in time, or only later, where that is asked.</summary>
    private static double Contact(double first, double share, double further, double[]? within, bool late)
    {
        double never = (1 - first) * PortableMath.Exp(-further * share);
        return within is null ? 1 - never
            : late ? within.Average(w => 1 - (((1 - w) * never) + (w * PortableMath.Exp(-further * share * (1 - w)))))
            : within.Average(w => w * (1 - ((1 - first) * PortableMath.Exp(-further * share * w))));
    }

    /// <summary>For posts at all hours of work of the week, how probable it is that a wait ends before the week does.</summary>
    private double[] WithinWeek(Stay author, int week, double mean)
    {
        double offset = options.Places[people.Place[author.Person]].UtcOffset;
        int firstDay = author.FirstDay(week);
        return
        [
            .. from day in Enumerable.Range(firstDay, 5 - firstDay)
               from hour in Enumerable.Range(0, HoursOfWork)
               select Waiting.Within(168 - (24 * day) - SimulatedLife.HourOfDay((hour + 0.5) / HoursOfWork, offset), mean),
        ];
    }
}
