using System.Globalization;
using System.Text.Json;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Tool.Matching;

/// <summary>What people chose, as a rules file tells it.</summary>
internal sealed class Choices
{
    public HashSet<PersonId> OptedOut { get; } = [];

    public Dictionary<PersonId, DateTimeOffset> PausedUntil { get; } = [];

    public Dictionary<PersonId, int> MostMeetings { get; } = [];

    public List<(PersonId One, PersonId Other)> Blocks { get; } = [];
}

/// <summary>Reads the settings of a round from JSON: the members of <see cref="PairingRules"/> in camel case, and what people chose. Every error is reported.</summary>
internal sealed class RulesFile
{
    private readonly List<string> errors = [];

    private RulesFile()
    {
    }

    public PairingRules Rules { get; private set; } = PairingRules.Default;

    public Choices Choices { get; } = new();

    /// <exception cref="DataException">There were errors; they were printed.</exception>
    public static RulesFile Read(Terminal terminal, string path)
    {
        RulesFile file = new();
        bool opened = InputFiles.TryOpen(terminal, path, (stream, name) =>
        {
            try
            {
                using JsonDocument json = JsonDocument.Parse(stream, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
                file.Take(json.RootElement);
            }
            catch (JsonException problem)
            {
                file.errors.Add($"line {problem.LineNumber + 1}: this is no JSON: {problem.Message} [rules.malformed]");
            }

            file.errors.ForEach(e => terminal.Complain(Reporting.Words.Plain($"error: {name}: {e}")));
        });
        return opened && file.errors.Count == 0 ? file : throw new DataException($"{Math.Max(1, file.errors.Count)} errors, nothing was used");
    }

    private void Take(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            errors.Add("rules are a JSON object [rules.malformed]");
            return;
        }

        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (JsonProperty property in root.EnumerateObject())
        {
            if (!seen.Add(property.Name))
            {
                errors.Add($"{property.Name}: it stands there twice [rules.repeated]");
            }

            Take(property.Name, property.Value);
        }

        errors.AddRange(Rules.Problems().Select(p => $"{p.Text} [{p.Code}]"));
    }

    private void Take(string name, JsonElement value)
    {
        Rules = name switch
        {
            "format" => Rules with { Format = Word(name, value) },
            "groupSize" => Rules with { GroupSize = Whole(name, value) ?? Rules.GroupSize },
            "fixedGuests" => Rules with { FixedGuests = People(name, value).ToValueList() },
            "trios" => Rules with { Trios = Flag(name, value) },
            "reportingDepth" => Rules with { ReportingDepth = Whole(name, value) ?? Rules.ReportingDepth },
            "sharedLanguage" => Rules with { SharedLanguage = Flag(name, value) },
            "sharedMinutes" => Rules with { SharedMinutes = Whole(name, value) ?? Rules.SharedMinutes },
            "dayStart" => Rules with { DayStart = Whole(name, value) ?? Rules.DayStart },
            "dayEnd" => Rules with { DayEnd = Whole(name, value) ?? Rules.DayEnd },
            "requireOtherDepartment" => Rules with { RequireOtherDepartment = Flag(name, value) },
            "requireOtherLocation" => Rules with { RequireOtherLocation = Flag(name, value) },
            "noRepeatDays" => Rules with { NoRepeatWithin = Days(name, value) ?? Rules.NoRepeatWithin },
            "repeatPenalty" => Rules with { RepeatPenalty = value.ValueKind == JsonValueKind.Null ? null : Whole(name, value) },
            "repeatHalfLifeDays" => Rules with { RepeatHalfLife = Days(name, value) ?? Rules.RepeatHalfLife },
            "capacityDays" => Rules with { CapacityWindow = Days(name, value) ?? Rules.CapacityWindow },
            "departmentWeight" => Rules with { DepartmentWeight = Whole(name, value) ?? 0 },
            "locationWeight" => Rules with { LocationWeight = Whole(name, value) ?? 0 },
            "topicWeight" => Rules with { TopicWeight = Whole(name, value) ?? 0 },
            "outcomeWeight" => Rules with { OutcomeWeight = Whole(name, value) ?? 0 },
            _ => TakeChoice(name, value),
        };
    }

    private PairingRules TakeChoice(string name, JsonElement value)
    {
        switch (name)
        {
            case "optedOut":
                Choices.OptedOut.UnionWith(People(name, value));
                break;
            case "blocks":
                foreach ((JsonElement two, int i) in Items(name, value))
                {
                    PersonId[] pair = [.. People($"{name}[{i}]", two)];
                    if (pair.Length == 2 && pair[0] != pair[1])
                    {
                        Choices.Blocks.Add((pair[0], pair[1]));
                    }
                    else
                    {
                        errors.Add($"{name}[{i}]: a block names two different people [rules.block]");
                    }
                }

                break;
            case "pausedUntil":
                foreach (JsonProperty person in Members(name, value))
                {
                    if (PersonOf(name, person.Name) is { } id && Instant($"{name}.{person.Name}", person.Value) is { } until)
                    {
                        Choices.PausedUntil[id] = until;
                    }
                }

                break;
            case "mostMeetings":
                foreach (JsonProperty person in Members(name, value))
                {
                    if (PersonOf(name, person.Name) is { } id && Whole($"{name}.{person.Name}", person.Value) is { } most)
                    {
                        Choices.MostMeetings[id] = Math.Max(0, most);
                    }
                }

                break;
            default:
                errors.Add($"{name}: there is no such setting [rules.unknown]");
                break;
        }

        return Rules;
    }

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
