using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Indicators;

/// <summary>How long something waited in hours, and whether the wait ended with what was waited for: Kaplan-Meier by the book.</summary>
internal sealed record Waits(List<(double Hours, bool Ended)> All, int Withdrawn = 0)
{
    public int Answered => All.Count(w => w.Ended);

    public static Waits OfQuestions(Truth truth)
    {
        List<(double, bool)> waits = [];
        int withdrawn = 0;
        foreach (Activity question in truth.InWindow.Where(a => a.Act == Act.Ask))
        {
            DateTimeOffset? answer = First(truth.RepliesTo(question).Where(r => r.Act is Act.Answer or Act.Reply && r.Person != question.Person));
            DateTimeOffset? withdrawal = First(truth.RepliesTo(question).Where(r => r.Act == Act.Withdraw && r.Person == question.Person));
            bool answered = answer is not null && !(answer > withdrawal);
            withdrawn += !answered && withdrawal is not null ? 1 : 0;
            waits.Add((((answered ? answer : withdrawal ?? truth.AsOf)!.Value - question.At).TotalHours, answered));
        }

        return new(waits, withdrawn);
    }

    public static Waits OfFirstPosts(Truth truth)
    {
        List<(double, bool)> waits = [];
        foreach ((_, DateTimeOffset start, List<Activity> then) in truth.Newcomers)
        {
            Activity? first = then
                .Where(a => a.Act is Act.Post or Act.Ask && a.InReplyTo is null && a.At - start < TimeSpan.FromDays(30))
                .OrderBy(a => a.At).ThenBy(a => a.Id is null).ThenBy(a => a.Id?.Text, Utf8Order.Instance).ThenBy(a => a.Act).FirstOrDefault();
            if (first is not null && truth.InWindow.Contains(first))
            {
                DateTimeOffset? response = First(truth.RepliesTo(first).Where(r => r.Act is Act.Answer or Act.Reply or Act.Comment or Act.Welcome && r.Person != first.Person));
                DateTimeOffset? withdrawal = First(truth.RepliesTo(first).Where(r => r.Act == Act.Withdraw && r.Person == first.Person));
                bool answered = response is not null && !(response > withdrawal);
                waits.Add((((answered ? response : withdrawal ?? truth.AsOf)!.Value - first.At).TotalHours, answered));
            }
        }

        return new(waits);
    }

    /// <summary>S(t) and Greenwood's sum at t.</summary>
    public (double S, double Greenwood) At(double t)
    {
        double s = 1, greenwood = 0;
        foreach (double time in All.Where(w => w.Ended && w.Hours <= t).Select(w => w.Hours).Distinct().Order())
        {
            double atRisk = All.Count(w => w.Hours >= time), events = All.Count(w => w.Ended && w.Hours == time);
            s *= 1 - (events / atRisk);
            greenwood += events / (atRisk * (atRisk - events));
        }

        return (s, greenwood);
    }

    public double? Median => All.Where(w => w.Ended && At(w.Hours).S <= 0.5 + 1e-12).Select(w => (double?)w.Hours).Min();

    /// <summary>What an indicator of a share within 48 hours reads.</summary>
    public Measurement Within48(string what)
    {
        int full = All.Count(w => w.Ended || w.Hours >= 48);
        if (All.Count < 10)
        {
            return Expected.TooFew(what, All.Count, 10);
        }

        if (full < 10 && (Answered < 3 || All.Max(w => w.Hours) < 48))
        {
            return Expected.TooFew(what + " with 48 hours since", full, 10);
        }

        (double s, double greenwood) = At(48);
        if (s is 0 or 1)
        {
            (double low, double high) = Expected.Wilson(s == 1 ? 0 : full, full);
            return Expected.Value(1 - s, All.Count, Math.Min(low, 1 - s), Math.Max(high, 1 - s));
        }

        double spread = Math.Exp(1.959963984540054 * Math.Sqrt(greenwood) / -Math.Log(s));
        return Expected.Value(1 - s, All.Count, 1 - Math.Pow(s, 1 / spread), 1 - Math.Pow(s, spread));
    }

    private static DateTimeOffset? First(IEnumerable<Activity> activities) => activities.Select(a => (DateTimeOffset?)a.At).Min();
}
