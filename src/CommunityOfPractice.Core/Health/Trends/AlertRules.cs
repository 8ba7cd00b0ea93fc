namespace CommunityOfPractice.Core.Health;

/// <summary>The ids of the rules that raise alerts; a changed rule gets a new one.</summary>
public static class AlertRules
{
    /// <summary>Far fewer contributions than usual.</summary>
    public const string GoneQuiet = "gone-quiet/v1";

    /// <summary>A community that had gone quiet contributes again.</summary>
    public const string CameBack = "came-back/v1";

    /// <summary>People contributed for the first time, after a period in which nobody did.</summary>
    public const string FirstContribution = "first-contribution/v1";

    /// <summary>Most of the organising falls on one facilitator.</summary>
    public const string Overload = "overload/v1";

    /// <summary>Half of all contributions rest on one person.</summary>
    public const string FewCarry = "few-carry/v1";

    /// <summary>Much of the work is done out of hours.</summary>
    public const string OutOfHours = "out-of-hours/v1";

    /// <summary>Too few facilitators, and nobody who has agreed to succeed.</summary>
    public const string SuccessionRisk = "succession-risk/v1";
}
