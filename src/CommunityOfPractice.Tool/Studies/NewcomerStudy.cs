using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Tool.Studies;

/// <summary>Whether newcomers whose first question was answered early came back more often than the others.</summary>
/// <param name="Rows">One for each community, and one for all.</param>
internal sealed record NewcomerStudy(IReadOnlyList<NewcomerRow> Rows)
{
    public static NewcomerStudy Of(ActivityLog log)
    {
        List<NewcomerRow> rows = [];
        List<AskingNewcomer> everybody = [];
        int unnamed = 0;
        foreach (CommunityId community in log.Communities.Order())
        {
            IReadOnlyList<AskingNewcomer> newcomers = AskingNewcomer.In(log, community, out int deleted);
            everybody.AddRange(newcomers);
            unnamed += deleted;
            rows.Add(NewcomerRow.Of(community.Text, newcomers, deleted));
        }

        rows.Add(NewcomerRow.Of("all", everybody, unnamed));
        return new(rows);
    }
}

/// <summary>What the newcomers of one community, or of all, did.</summary>
/// <param name="Name">The community, or <c>all</c>.</param>
/// <param name="Newcomers">People whose first post was a question and who were observed for 48 hours.</param>
/// <param name="Unnamed">First questions of deleted accounts, left out.</param>
/// <param name="Brackets">Who returned from day 8 to 30, of those observed for 30 days: early, and late or never.</param>
/// <param name="Late">Of the second group those answered later than 48 hours, and those not answered in 30 days.</param>
/// <param name="Adjusted">The difference inside community and week.</param>
/// <param name="EarlyByDay30">The probability of a post between hour 48 and day 30, by Kaplan-Meier, of those answered early.</param>
/// <param name="OthersByDay30">The same of the others.</param>
internal sealed record NewcomerRow(
    string Name, int Newcomers, int Unnamed, TwoGroups Brackets, TwoGroups Late, (double Value, double Low, double High)? Adjusted, Curve? EarlyByDay30, Curve? OthersByDay30)
{
    private const double Month = 30;

    public static NewcomerRow Of(string name, IReadOnlyList<AskingNewcomer> all, int unnamed)
    {
        AskingNewcomer[] observed = [.. all.Where(n => n.Observed >= AskingNewcomer.EarlyDays)], complete = [.. all.Where(n => n.Observed >= Month)];
        return new(
            name,
            observed.Length,
            unnamed,
            Groups(complete, n => n.Early),
            Groups([.. complete.Where(n => !n.Early)], n => n.Answered < Month),
            TwoGroups.Pooled(complete.GroupBy(n => (n.Community, n.Week)).Select(stratum => Groups([.. stratum], n => n.Early))),
            CurveOf([.. observed.Where(n => n.Early)]),
            CurveOf([.. observed.Where(n => !n.Early)]));
    }

    /// <summary>The difference of the two curves on day 30, with Greenwood's interval; null without both curves, and where neither shows any spread.</summary>
    public (double Value, double Low, double High)? ByDay30
    {
        get
        {
            if (EarlyByDay30 is not { } early || OthersByDay30 is not { } others || early.Error + others.Error <= 1e-12)
            {
                return null;
            }

            double value = early.Value - others.Value, spread = Normal.Z95 * Math.Sqrt((early.Error * early.Error) + (others.Error * others.Error));
            return (value, value - spread, value + spread);
        }
    }

    private static TwoGroups Groups(AskingNewcomer[] people, Func<AskingNewcomer, bool> isFirst) => new(
        people.Count(n => isFirst(n) && n.Returned), people.Count(isFirst), people.Count(n => !isFirst(n) && n.Returned), people.Count(n => !isFirst(n)));

    private static Curve? CurveOf(AskingNewcomer[] people)
    {
        double[] times = [.. people.Select(n => (n.Next ?? n.Observed) - AskingNewcomer.EarlyDays)];
        bool[] returned = [.. people.Select(n => n.Next is not null)];
        return SurvivalCurve.KaplanMeier(times, returned) is { } curve && curve.StandardError(Month - AskingNewcomer.EarlyDays) is { } error
            ? new(1 - curve.At(Month - AskingNewcomer.EarlyDays), error)
            : null;
    }
}

/// <summary>A probability from a survival curve, and its standard error.</summary>
internal sealed record Curve(double Value, double Error);
