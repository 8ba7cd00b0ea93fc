using System.Globalization;
using System.Text.Json;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Tool.Matching;

/// <content>The values of members, each with what is wrong with it.</content>
internal sealed partial class RulesFile
{
    /// <summary>A working day such as <c>08:30-16:00</c>.</summary>
    private WorkingDay? DayOf(string name, JsonElement value)
    {
        string[] parts = value.ValueKind == JsonValueKind.String ? value.GetString()!.Split('-', StringSplitOptions.TrimEntries) : [];
        if (parts is [var from, var to] && MinuteOf(from) is { } start and < 1440 && MinuteOf(to) is { } end && end > start)
        {
            return new(start, end);
        }

        errors.Add($"{name}: a working day such as \"08:30-16:00\" is needed [rules.working-day]");
        return null;
    }

    private static int? MinuteOf(string text) =>
        text is [_, _, ':', _, _] && int.TryParse(text.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out int hours)
        && int.TryParse(text.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out int minutes) && minutes < 60 && (hours * 60) + minutes <= 1440
            ? (hours * 60) + minutes
            : null;

    private PairingFormat Word(string name, JsonElement value)
    {
        switch (value.ValueKind == JsonValueKind.String ? value.GetString() : null)
        {
            case "pairs":
                return PairingFormat.Pairs;
            case "groups":
                return PairingFormat.Groups;
            case "lottery":
                return PairingFormat.Lottery;
            default:
                errors.Add($"{name}: it is pairs, groups or lottery [rules.format]");
                return PairingFormat.Pairs;
        }
    }

    private int? Whole(string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number))
        {
            return number;
        }

        errors.Add($"{name}: a whole number is needed [rules.number]");
        return null;
    }

    private TimeSpan? Days(string name, JsonElement value)
    {
        int? days = Whole(name, value);
        if (days is < 0 or > 36500)
        {
            errors.Add($"{name}: it goes from 0 to 36500 days [rules.number]");
            return null;
        }

        return days is { } known ? TimeSpan.FromDays(known) : null;
    }

    private bool Flag(string name, JsonElement value)
    {
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            errors.Add($"{name}: it is true or false [rules.flag]");
        }

        return value.ValueKind == JsonValueKind.True;
    }

    private DateTimeOffset? Instant(string name, JsonElement value)
    {
        DateTimeOffset? instant = value.ValueKind == JsonValueKind.String ? Durations.TryParseInstant(value.GetString()!) : null;
        if (instant is null)
        {
            errors.Add($"{name}: an instant such as 2026-12-01 is needed [rules.time]");
        }

        return instant;
    }

    private List<PersonId> People(string name, JsonElement value) =>
        [.. Items(name, value).Select(item => item.Item.ValueKind == JsonValueKind.String ? PersonOf($"{name}[{item.Number.ToString(CultureInfo.InvariantCulture)}]", item.Item.GetString()!) : NoPerson($"{name}[{item.Number}]")).OfType<PersonId>()];

    private PersonId? PersonOf(string name, string text) => PersonId.TryParse(text, null, out PersonId id) ? id : NoPerson(name);

    private PersonId? NoPerson(string name)
    {
        errors.Add($"{name}: the id of a person is needed [rules.person]");
        return null;
    }

    private List<(JsonElement Item, int Number)> Items(string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            errors.Add($"{name}: a list is needed [rules.list]");
            return [];
        }

        return [.. value.EnumerateArray().Select((item, i) => (item, i))];
    }

    private List<JsonProperty> Members(string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            errors.Add($"{name}: an object from people to values is needed [rules.object]");
            return [];
        }

        return [.. value.EnumerateObject()];
    }
}
