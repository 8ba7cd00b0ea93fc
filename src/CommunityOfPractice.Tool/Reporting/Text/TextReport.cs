using CommunityOfPractice.Core.Vocabulary;
using Spectre.Console;

namespace CommunityOfPractice.Tool.Reporting;

/// <summary>The report for a terminal: colour where there is some, plain text where it is piped.</summary>
internal static class TextReport
{
    /// <summary>One community is one screen, several are one line each; with everything, each has all its readings.</summary>
    public static void Write(IAnsiConsole console, HealthDocument document, bool everything)
    {
        TimeWindow window = document.Window;
        console.WriteLine($"As of {Durations.Format(window.Until)}{(document.AsOfChosen ? string.Empty : " (just after the last activity)")}, "
            + $"looking back {Durations.Format(window.Length)}, model {document.ModelVersion}");
        if (document.Communities.Count > 1 && !everything)
        {
            console.WriteLine();
            CommunityLines.Write(console, document.Communities);
            return;
        }

        foreach (CommunityHealthReport community in document.Communities)
        {
            console.WriteLine();
            FacilitatorPage.Write(console, community, document.ModelOf(community.Report));
            if (everything)
            {
                console.WriteLine();
                CatalogueText.Write(console, community);
                DevelopmentText.Write(console, community.Development);
            }
        }

        if (!everything && document.Communities.Count == 1)
        {
            console.WriteLine($"All {document.Communities[0].Report.Indicators.Count} readings: --all. A page with charts: --html FILE.");
        }
    }
}
