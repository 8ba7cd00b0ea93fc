using System.Globalization;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>The state of every rule while the periods of a community go by.</summary>
internal sealed class AlertWalk(AlertPolicy policy, SuppressionPolicy suppression)
{
    private readonly List<CommunityAlert> alerts = [];
    private readonly Dictionary<string, int> open = [];
    private readonly Queue<int> usual = [];
    private double quietFrom;
    private bool newcomersBefore = true; // in the first period everybody is new

    public ValueList<CommunityAlert> Alerts => alerts.ToValueList();

    public void Step(AlertSignals period)
    {
        Activity(period);
        FirstContributions(period);
        if (period.BusiestShare is { } share)
        {
            Switch(
                AlertRules.Overload, period, share >= policy.OverloadShare, share <= policy.RelievedShare,
                "Most of the organising falls on one facilitator; share it before it becomes too much.", [new("threshold", policy.OverloadShare)]);
        }

        if (period.AbsenceFactor is { } few && period.Contributions >= policy.LeastUsual && !suppression.IsSmall(period.Contributors))
        {
            Switch(
                AlertRules.FewCarry, period, few <= policy.CarryingPeople, few >= policy.RelievedPeople,
                "Half of all contributions rest on very few people; invite others by name to take a part.", [new("absenceFactor", few), new("threshold", policy.CarryingPeople)]);
        }

        if (period.OutOfHoursShare is { } late)
        {
            Switch(
                AlertRules.OutOfHours, period, late >= policy.OutOfHoursShare, late <= policy.EasedHoursShare,
                "Much of the work is done out of hours; ask whether there is time for the community at work.", [new("threshold", policy.OutOfHoursShare)]);
        }

        if (period.Facilitators is { } facilitators)
        {
            bool risk = facilitators < policy.Facilitators && period.Successors is null or 0;
            bool known = period.Successors is not null;
            Switch(
                AlertRules.SuccessionRisk, period, risk, !risk,
                $"Too few people facilitate, and {(known ? "nobody has agreed to follow them" : "whether somebody has agreed to follow them is not known")}; ask for a successor.",
                [new("facilitators", facilitators), new("needed", policy.Facilitators)],
                saysMore: known);
        }
    }

    /// <summary>What a declared break covers is no silence: a period is measured against the part of what is usual that lies outside, and one with a break is not usual itself.</summary>
    private void Activity(AlertSignals period)
    {
        if (open.ContainsKey(AlertRules.GoneQuiet))
        {
            if (period.Contributions >= policy.ReturnShare * quietFrom)
            {
                Clear(AlertRules.GoneQuiet, period);
                alerts.Add(new(AlertRules.CameBack, period.Period, "The community is active again after a quiet time; say welcome back.") { Cleared = period.Period, Evidence = Numbers(period, quietFrom) });
                Remember(period);
            }

            return; // what happens while it is quiet is not usual
        }

        double? median = usual.Count >= 3 ? Median.Of([.. usual.Select(c => (double)c)]) : null;
        double? expected = median * (1 - Math.Clamp(period.OnBreak, 0, 1));
        if (expected >= policy.LeastUsual && period.Contributions <= policy.QuietShare * expected)
        {
            quietFrom = median!.Value;
            Raise(AlertRules.GoneQuiet, period, "The community has gone quiet: far fewer contributions than usual.", Numbers(period, quietFrom));
            return;
        }

        if (period.OnBreak <= 0)
        {
            Remember(period);
        }
    }

    private void FirstContributions(AlertSignals period)
    {
        if (period.FirstContributors > 0 && !newcomersBefore)
        {
            bool few = suppression.IsSmall(period.FirstContributors);
            string who = few ? "Somebody" : string.Create(CultureInfo.InvariantCulture, $"{period.FirstContributors} people");
            alerts.Add(new(AlertRules.FirstContribution, period.Period, $"{who} contributed for the first time, after a period without newcomers; see that they are answered.")
            {
                Cleared = period.Period,
                Evidence = few ? [] : [new("firstContributors", period.FirstContributors)],
            });
        }

        newcomersBefore = period.FirstContributors > 0 || (newcomersBefore && period.OnBreak > 0);
    }

    /// <param name="rule">The rule.</param>
    /// <param name="period">The period.</param>
    /// <param name="begins">Whether it begins where it does not hold.</param>
    /// <param name="ends">Whether it ends where it holds.</param>
    /// <param name="text">What is told.</param>
    /// <param name="evidence">What it rests on when it begins.</param>
    /// <param name="saysMore">Whether the text says more than what was told when it began, perhaps in a period of which less was known.</param>
    private void Switch(string rule, AlertSignals period, bool begins, bool ends, string text, ValueList<Detail> evidence, bool saysMore = false)
    {
        if (open.TryGetValue(rule, out int place))
        {
            if (ends)
            {
                Clear(rule, period);
            }
            else if (saysMore)
            {
                alerts[place] = alerts[place] with { Text = text };
            }
        }
        else if (begins)
        {
            Raise(rule, period, text, evidence);
        }
    }

    private void Raise(string rule, AlertSignals period, string text, ValueList<Detail> evidence)
    {
        open[rule] = alerts.Count;
        alerts.Add(new(rule, period.Period, text) { Evidence = evidence });
    }

    private void Clear(string rule, AlertSignals period)
    {
        open.Remove(rule, out int place);
        alerts[place] = alerts[place] with { Cleared = period.Period };
    }

    private void Remember(AlertSignals period)
    {
        usual.Enqueue(period.Contributions);
        while (usual.Count > policy.Baseline)
        {
            usual.Dequeue();
        }
    }

    private ValueList<Detail> Numbers(AlertSignals period, double median) =>
        suppression.IsSmall(period.Contributors) ? [] : [new("contributions", period.Contributions), new("usual", median)];
}
