using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;
using CommunityOfPractice.Tool.Evidence;

namespace CommunityOfPractice.Tool.Reporting;

/// <summary>The reports of all communities asked for, sorted by id, and what charts need beside them.</summary>
/// <param name="Models">The models that there were to choose from.</param>
/// <param name="ModelVersion">The version of the model used; of several, all of them.</param>
/// <param name="Window">The window of all reports.</param>
/// <param name="AsOfChosen">Whether the as-of instant was asked for.</param>
/// <param name="Ahead">How many activities lie after now and so after a default as-of instant.</param>
/// <param name="Communities">The reports.</param>
internal sealed record HealthDocument(HealthModels Models, string ModelVersion, TimeWindow Window, bool AsOfChosen, int Ahead, IReadOnlyList<CommunityHealthReport> Communities)
{
    public static HealthDocument Assess(InterchangeData data, HealthRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        int ahead = 0;
        HealthAssessor assessor = new(request.Models, StandardIndicators.All);
        TimeWindow window = TimeWindow.Last(request.Window, request.AsOf ?? JustAfterTheLast(data, now, out ahead));
        FileEvidence files = new(data, window);
        if (request.Only.Except(files.Communities).ToList() is { Count: > 0 } unknown)
        {
            throw new UsageException($"there is no community {string.Join(", ", unknown.Select(u => $"'{u}'"))} in the files");
        }

        CommunityId[] asked = request.Only.Count == 0 ? [.. files.Communities] : [.. request.Only.Distinct().Order()];
        HealthEvidence[] evidences = [.. asked.Select(files.Of)];
        CommunityHealthReport[] reports = new CommunityHealthReport[asked.Length];
        Parallel.For(0, asked.Length, new ParallelOptions { CancellationToken = cancellationToken }, i =>
        {
            HealthReport report = assessor.Assess(evidences[i], request.Assessment, before => files.In(before).Of(asked[i]), cancellationToken);
            reports[i] = new(files.NameOf(asked[i]), report, Development.Of(files, report, request.Trends, cancellationToken), WeeklyActivity.Of(evidences[i]), AnsweredInTime.WaitingCurve(evidences[i]), evidences[i]);
        });
        return new(assessor.Models, VersionOf(reports, assessor.Models), window, request.AsOf is not null, ahead, reports);
    }

    /// <summary>The model that a report was made with.</summary>
    public HealthModel ModelOf(HealthReport report) => report.ModelVersion == Models.Standard.Version ? Models.Standard : Models.Activity;

    /// <summary>The versions used, as a rule one.</summary>
    private static string VersionOf(CommunityHealthReport[] reports, HealthModels models) =>
        reports.Length == 0 ? models.Activity.Version : string.Join(", ", reports.Select(r => r.Report.ModelVersion).Distinct().Order(StringComparer.Ordinal));

    /// <summary>The second after the last thing that a person did, or now when that lies ahead: one wrong year must not move every report.</summary>
    public static DateTimeOffset JustAfterTheLast(InterchangeData data, DateTimeOffset now, out int ahead)
    {
        long last = -1;
        ahead = 0;
        foreach (CommunityId community in data.Log.Communities)
        {
            ActivityWindow all = data.Log.Of(community), past = all.Before(now);
            ahead += all.Count - past.Count;
            int i = past.Count - 1;
            while (i >= 0 && past.IsBot(i))
            {
                i--;
            }

            last = i < 0 ? last : Math.Max(last, past.Times[i]);
        }

        return last < 0
            ? throw new DataException("the files hold nothing that a person did before now; say --as-of to report anyway")
            : new DateTimeOffset((last / TimeSpan.TicksPerSecond + 1) * TimeSpan.TicksPerSecond, TimeSpan.Zero);
    }
}

/// <summary>One community's report, and what charts need beside it.</summary>
/// <param name="Name">The community's name; null when only its id is known.</param>
/// <param name="Report">The library's report.</param>
/// <param name="Development">Its stage, trends and alerts.</param>
/// <param name="Weeks">What happened week by week.</param>
/// <param name="Waiting">How the waiting for a first answer goes on; null when nothing was asked.</param>
/// <param name="Evidence">What the report rests on.</param>
internal sealed record CommunityHealthReport(string? Name, HealthReport Report, Development Development, ValueList<WeeklyActivity> Weeks, SurvivalCurve? Waiting, HealthEvidence Evidence)
{
    private readonly RoundedExplanation shown = RoundedExplanation.Of(Report);

    public string Title => Words.Plain(Name ?? Report.Community.Text);

    /// <summary>The title among others: names are not unique.</summary>
    public string TitleAmongOthers => Words.Title(Report.Community, Name);

    /// <summary>The baseline as it is shown; with all points it adds up to the shown score.</summary>
    public decimal ShownBaseline => shown.Baseline;

    /// <summary>An indicator's points as they are shown; null when it has no part in the score.</summary>
    public decimal? PointsOf(IndicatorResult result) => shown.Points.TryGetValue(result.Info.Id, out decimal points) ? points : null;

    /// <summary>An indicator's points as they are shown, in words.</summary>
    public string ShownPoints(IndicatorResult result) => PointsOf(result) is { } points ? Words.Points((double)points) : string.Empty;
}
