using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Testing;

/// <content>Who writes, who responds, who meets over coffee.</content>
internal sealed partial class SimulatedLife
{
    private readonly List<(Activity Activity, Stay By)> said = [];

    /// <summary>Two who met, and the week in which one may turn to the other with a probability.</summary>
    public List<(Stay One, Stay Other, int Week, double Probability)> Acquaintances { get; } = [];

    /// <summary>What was said; who leaves says the last of it before.</summary>
    public IEnumerable<Activity> Activities => said.Select(s => s.By.Until <= s.Activity.At ? s.Activity with { At = s.By.Until.Value.AddMinutes(-1) } : s.Activity);

    /// <summary>When somebody writes: Monday to Friday, when it is between 8 and 18 o'clock at their place.</summary>
    public static double HourOfDay(double unit, double offset)
    {
        double hour = 8 + (10 * unit) - offset;
        return hour < 0 ? hour + 24 : hour >= 24 ? hour - 24 : hour;
    }

    private void Write(Stay author, int week, Responders responders)
    {
        Chance chance = Draws(week, Matter.Writing, author.Person);
        int days = 5 - author.FirstDay(week);
        int count = chance.Poisson(Behaviour[week].PostsPerWeek * people.Factor[author.Person] * days / 5);
        for (int i = 0; i < count; i++)
        {
            DateTimeOffset at = At(week, author.FirstDay(week) + chance.Below(days), HourOfDay(chance.Unit(), Offset(author)));
            ActivityId id = new(FormattableString.Invariant($"c{number}-w{week}-p{author.Person}-{i}"));
            Act act = chance.Happens(Behaviour[week].QuestionShare) ? Act.Ask : Act.Post;
            Activity post = new(Community, people[author.Person], at, act) { Id = id, Thread = new(id.Text), Topics = [about.Topics[chance.Below(about.Topics.Count)]] };
            said.Add((post, author));
            bool answered = Respond(author, week, post, responders, new Chance(random.Split(week).Split(-1).Split(author.Person).Split(i)));
            author.Answered ??= answered;
        }
    }

    private bool Respond(Stay author, int week, Activity post, Responders responders, Chance chance)
    {
        (double any, double facilitator) = responders.Answered(author, week);
        double draw = chance.Unit(), mean = responders.MeanWait(author, week), first = chance.Wait(mean);
        if (draw >= any)
        {
            return false;
        }

        bool byRole = draw < facilitator;
        Stay responder = byRole ? responders.Facilitator(author, chance) : responders.Member(author, week, chance);
        Act act = post.Act == Act.Ask ? Act.Answer : byRole && author.IsNew(week) ? Act.Welcome : Act.Reply;
        Add(responder, act, first, 0);
        int further = responders.Pool.Any(p => p != author) ? chance.Poisson(Behaviour[week].FurtherResponses) : 0;
        for (int i = 1; i <= further; i++)
        {
            Add(responders.Member(author, week, chance), Act.Comment, Math.Max(first, chance.Wait(mean)), i);
        }

        return true;

        void Add(Stay by, Act act, double hours, int index) => said.Add((
            new(Community, people[by.Person], post.At.AddSeconds(Math.Ceiling(3600 * hours)), act)
            {
                Id = new(FormattableString.Invariant($"{post.Id}-r{index}")),
                InReplyTo = post.Id,
                Thread = post.Thread,
                Topics = post.Topics,
            },
            by));
    }

    /// <summary>Pairs members of different departments who met least, on a Wednesday; of last week's pairs some turn to each other.</summary>
    private void HaveCoffee(int week, IReadOnlyList<Stay> pool)
    {
        foreach ((Stay one, Stay other, _, double probability) in Acquaintances.Where(a => a.Week == week && a.One.IsThere(week) && a.Other.IsThere(week)))
        {
            TurnTo(one, other, week, probability);
        }

        int every = Behaviour[week].CoffeeEveryWeeks;
        if (every == 0 || week % every != 0)
        {
            return;
        }

        Chance chance = Draws(week, Matter.Coffee);
        List<Stay> waiting = [.. pool.Where(_ => chance.Happens(Behaviour[week].CoffeeShare)).OrderBy(_ => chance.Unit())];
        while (waiting.Count > 1)
        {
            Stay one = waiting[0];
            Stay other = waiting.Skip(1).OrderBy(w => people.Department[w.Person] == people.Department[one.Person]).ThenBy(w => Met(one, w)).First();
            waiting.RemoveAll(w => w == one || w == other);
            bool met = chance.Happens(Behaviour[week].CoffeeMeetShare);
            int useful = 2 + chance.Below(4);
            Meetings.Add(new(At(week, 2, 13), [people[one.Person], people[other.Person]]) { Met = met, Useful = met ? useful : null });
            if (met)
            {
                Acquaintances.Add((one, other, week + 1, Behaviour[week].CoffeeTieShare));
            }
        }
    }

    private int Met(Stay one, Stay other) => Acquaintances.Count(a => (a.One == one && a.Other == other) || (a.One == other && a.Other == one));

    private void TurnTo(Stay one, Stay other, int week, double probability)
    {
        Chance chance = Draws(week, Matter.CoffeeAfter, one.Person);
        (Stay by, Stay to) = chance.Happens(0.5) ? (one, other) : (other, one);
        DateTimeOffset at = At(week, chance.Below(5), HourOfDay(chance.Unit(), Offset(by)));
        if (chance.Happens(probability))
        {
            said.Add((new(Community, people[by.Person], at, Act.Comment) { Id = new(FormattableString.Invariant($"c{number}-w{week}-p{by.Person}-coffee")), To = [people[to.Person]] }, by));
        }
    }

    private double Offset(Stay stay) => options.Places[people.Place[stay.Person]].UtcOffset;
}
