namespace CommunityOfPractice.Tool.Matching;

/// <summary>The rules of a round in words, each with the setting of the rules file that switches it off.</summary>
internal static class RuleWords
{
    public static string Of(IEnumerable<string> rules) => string.Join("; ", rules.Select(Of));

    private static string Of(string rule) => rule switch
    {
        "pair.reporting-line" => "that neither reports to the other (reportingDepth)",
        "pair.no-common-language" => "a language in common (sharedLanguage)",
        "pair.no-common-hours" => "working days that fall together (sharedMinutes)",
        "pair.same-department" => "different departments (requireOtherDepartment)",
        "pair.same-location" => "different places (requireOtherLocation)",
        "pair.met-recently" => "no repeat within a time (noRepeatDays)",
        "trios" => "pairs of two only (trios)",
        _ => rule,
    };
}
