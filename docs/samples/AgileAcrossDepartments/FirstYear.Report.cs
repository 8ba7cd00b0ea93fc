using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AgileAcrossDepartments;

/// <content>What it came to.</content>
internal sealed partial class FirstYear
{
    private async Task<Outcome> ReportAsync(ValueStory story)
    {
        await LiveToAsync(52);
        CommunityRecord record = await RecordAsync();
        HealthReport health = await host.GetRequiredService<ICommunityHealth>().AssessAsync(Organisation.Agile);
        SiloMap? silos = await host.GetRequiredService<IPortfolio>().SiloMapAsync(Organisation.Agile, SiloBorder.Department, Actor.Host("intranet"));
        TrendReport trends = TrendAssessor.Assess(
            [.. Enumerable.Range(0, 13).Select(period => simulation.EvidenceOf(Organisation.Agile, simulation.Weeks(4 * period, 4 * (period + 1))))],
            [new CrossDepartmentTies(0), new AnsweredInTime()]);
        Outcome outcome = new(health, silos, trends, story, record.Members.MembersAt(clock.Now).Count, record.Members.Holders(Role.Facilitator).Count);

        Chapter($"The first year: {outcome.Members} members, {outcome.Facilitators} facilitators");
        Tell(health.Summary);
        foreach (DimensionResult dimension in health.Dimensions)
        {
            Tell($"  {dimension.Name,-24} {dimension.Score,5:0.0}");
        }

        foreach (NextStep step in health.NextSteps)
        {
            Tell($"To do: {step.Text} ({step.Gain:+0.0} points)");
        }

        TellSilos(silos);
        Tell("Before and after, what is read beside what was planted; the trend over thirteen months:");
        TellTrends(trends);
        return outcome;
    }

    private void TellSilos(SiloMap? map)
    {
        if (map?.Across is not { } across)
        {
            Tell("Silos: too few people to say anything without saying it of single ones.");
            return;
        }

        Tell($"Silos: {across} ties across departments, {map.Within} within; {map.Crossing.Amount:+0.00;-0.00} beyond chance (E-I index).");
        SiloCell[] told = [.. map.Cells.Where(c => c.Finding is SiloFinding.More or SiloFinding.Fewer)];
        Tell(told.Length == 0 ? "  No two departments talk less or more than by chance." : "  More or fewer ties than by chance:");
        foreach (SiloCell cell in told)
        {
            Tell($"    {cell.First} - {cell.Second}: {cell.Ties} ties, {cell.Ratio:0.0} times as many as by chance ({cell.Finding})");
        }

        Tell($"  {map.WithheldCells} of {map.Cells.Count} cells are withheld: fewer than {map.SmallestGroup} people.");
    }

    /// <summary>The simulator knows what it planted: do the readings before and after say so?</summary>
    private void TellTrends(TrendReport trends)
    {
        SimulationTruth truth = simulation.Truth;
        TellChange(new CrossDepartmentTies(0), 26, (from, until) => truth.Ties(Organisation.Agile, from, until).BeyondChance);
        TellChange(new AnsweredInTime(), 26, (from, until) => truth.AnsweredWithin(Organisation.Agile, from, until, 48));
        TellChange(new NewcomerWelcome(), 20, (from, _) => truth.WelcomedWithin(Organisation.Agile, from, 48));

        void TellChange(IHealthIndicator indicator, int week, Func<int, int, double?> planted) => Tell(
            $"  {indicator.Info.Name,-26} read {Read(indicator, 0, week),5:0.00} -> {Read(indicator, week, 52),5:0.00}, planted {planted(0, week),5:0.00} -> {planted(week, 52),5:0.00}"
            + trends.Trends.Where(t => t.Info.Id == indicator.Info.Id).Select(t => $"   {t.Direction}").FirstOrDefault());
    }

    private double? Read(IHealthIndicator indicator, int from, int until) => indicator.Read(simulation.EvidenceOf(Organisation.Agile, simulation.Weeks(from, until))).Measurement.Amount;
}
