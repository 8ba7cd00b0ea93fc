using CommunityOfPractice.Tool.Reporting;

namespace CommunityOfPractice.Tool.Studies;

/// <summary>Numbers of a study with their intervals, as text.</summary>
internal static class StudyText
{
    public static string Number(double value, (double Low, double High)? interval) =>
        interval is { } i ? Words.Text($"{value:0.00} ({i.Low:0.00} to {i.High:0.00})") : Words.Text($"{value:0.00}");

    public static string Difference(double value, (double Low, double High)? interval) => interval is { } i
        ? Words.Text($"{value:+0.00;-0.00;0.00} ({i.Low:+0.00;-0.00;0.00} to {i.High:+0.00;-0.00;0.00})")
        : Words.Text($"{value:+0.00;-0.00;0.00}");
}
