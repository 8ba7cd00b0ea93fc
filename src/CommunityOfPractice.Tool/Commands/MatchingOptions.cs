using System.CommandLine;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Tool.Commands;

/// <summary>The options that commands about matching share.</summary>
internal static class MatchingOptions
{
    /// <summary>The instant that a round, a market or an assignment of questions needs.</summary>
    public static Option<DateTimeOffset> AsOf() => new("--as-of")
    {
        Description = "Only what is known before this instant counts (ISO 8601 or unix seconds).",
        HelpName = "TIME",
        Required = true,
        CustomParser = result =>
        {
            DateTimeOffset? instant = Durations.TryParseInstant(result.Tokens[0].Value);
            if (instant is null)
            {
                result.AddError($"'{result.Tokens[0].Value}' is not an instant such as 2026-12-01 or 2026-12-01T12:00:00Z.");
            }

            return instant ?? default;
        },
    };

    public static Option<string> File(string name, string description, bool required)
    {
        Option<string> option = new(name) { Description = description, HelpName = "FILE", Required = required };
        option.Validators.Add(result => FileNames.RefuseEmpty(result, name));
        return option;
    }

    public static Option<ulong> Seed(string what) => new("--seed") { Description = $"{what} Default: 0.", HelpName = "NUMBER" };

    /// <summary>A whole number within a range.</summary>
    public static Option<int> Whole(string name, string description, int least, int most, int usual)
    {
        Option<int> option = new(name) { Description = description, HelpName = "NUMBER", DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out int number) && (number < least || number > most))
            {
                result.AddError(most == int.MaxValue ? $"{name} is at least {least}." : $"{name} goes from {least} to {most}.");
            }
        });
        return option;
    }

    /// <summary>A length of time.</summary>
    public static Option<TimeSpan?> Length(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "LENGTH",
        CustomParser = result =>
        {
            TimeSpan? length = Durations.TryParse(result.Tokens[0].Value);
            if (length is null)
            {
                result.AddError($"'{result.Tokens[0].Value}' is not a length such as 7d, 4w or 36h, at most 3650d.");
            }

            return length;
        },
    };

    public static Option<bool> Json() => new("--json") { Description = "Print one JSON document instead of text." };
}
