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

    public Dictionary<PersonId, WorkingDay> WorkingDays { get; } = [];

    public List<(PersonId One, PersonId Other)> Blocks { get; } = [];

    /// <summary>What holds for the people behind the ids: of two pauses the longer, of two limits the lower; of two working days that under the person's own id.</summary>
    public Choices Under(PersonAliases aliases)
    {
        Choices people = new();
        people.OptedOut.UnionWith(OptedOut.Select(aliases.PersonOf));
        people.Blocks.AddRange(Blocks.Select(b => (aliases.PersonOf(b.One), aliases.PersonOf(b.Other))).Where(b => b.Item1 != b.Item2));
        Merge(PausedUntil, people.PausedUntil, aliases, all => all.Max(until => until));
        Merge(MostMeetings, people.MostMeetings, aliases, all => all.Min(most => most));
        Merge(WorkingDays, people.WorkingDays, aliases, all => all.First());
        return people;
    }

    private static void Merge<T>(Dictionary<PersonId, T> from, Dictionary<PersonId, T> to, PersonAliases aliases, Func<IEnumerable<T>, T> choose)
    {
        foreach (IGrouping<PersonId, KeyValuePair<PersonId, T>> same in from.GroupBy(one => aliases.PersonOf(one.Key)))
        {
            to[same.Key] = choose(same.OrderBy(one => one.Key != same.Key).ThenBy(one => one.Key).Select(one => one.Value));
        }
    }
}

/// <summary>Reads the settings of a round from JSON: the members of <see cref="PairingRules"/> in camel case, and what people chose. Every error is reported.</summary>
internal sealed partial class RulesFile
{
    private readonly List<string> errors = [];
    private int found;

    private RulesFile()
    {
    }

    public PairingRules Rules { get; private set; } = PairingRules.Default;

    public Choices Choices { get; private set; } = new();

    /// <summary>Reads a file; without one everything is at its default.</summary>
    public static RulesFile Read(Terminal terminal, string? path)
    {
        RulesFile file = new();
        bool opened = path is null || InputFiles.TryOpen(terminal, path, (stream, name) =>
        {
            try
            {
                using JsonDocument json = JsonDocument.Parse(stream, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
                file.Take(json.RootElement);
            }
            catch (JsonException problem)
            {
                file.errors.Add($"line {problem.LineNumber + 1}: this is no JSON: {Told(problem)} [rules.malformed]");
            }

            file.errors.ForEach(e => terminal.Complain(Reporting.Words.Plain($"error: {name}: {e}")));
        });
        file.found = opened ? file.errors.Count : 1;
        return file;
    }

    /// <exception cref="DataException">There were errors; they were printed.</exception>
    public void RefuseErrors()
    {
        if (found > 0)
        {
            throw new DataException($"{Reporting.Words.Errors(found)} in the rules, nothing was used");
        }
    }

    /// <summary>Puts the person behind each id in its place.</summary>
    public void Under(PersonAliases aliases)
    {
        Choices = Choices.Under(aliases);
        Rules = Rules with { FixedGuests = Rules.FixedGuests.Select(aliases.PersonOf).Distinct().ToValueList() };
    }

    /// <summary>The parser's sentence without its own count of lines, which begins at zero.</summary>
    private static string Told(JsonException problem) => problem.Message.IndexOf(" LineNumber:", StringComparison.Ordinal) is > 0 and var cut ? problem.Message[..cut] : problem.Message;

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

        errors.AddRange(Rules.Problems().Select(p => $"{MembersOf(p.Code)}: {p.Text} [{p.Code}]"));
    }

    /// <summary>Which members of the file a problem of the settings is about.</summary>
    private static string MembersOf(string code) => code switch
    {
        "rules.group-size" => "groupSize",
        "rules.fixed-guests" => "fixedGuests",
        "rules.reporting-depth" => "reportingDepth",
        "rules.shared-minutes" => "sharedMinutes",
        "rules.day" => "dayStart, dayEnd",
        "rules.shared-minutes-day" => "sharedMinutes, dayStart, dayEnd",
        "rules.repeat-penalty" => "repeatPenalty",
        "rules.repeat-half-life" => "repeatHalfLifeDays",
        "rules.capacity-window" => "capacityDays",
        "rules.weight" => "departmentWeight, locationWeight, topicWeight, outcomeWeight",
        _ => "rules",
    };

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
                    int before = errors.Count;
                    PersonId[] pair = [.. People($"{name}[{i}]", two)];
                    if (errors.Count > before)
                    {
                        continue;
                    }

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
                        if (most < 0)
                        {
                            errors.Add($"{name}.{person.Name}: it is zero or more [rules.number]");
                        }

                        Choices.MostMeetings[id] = Math.Max(0, most);
                    }
                }

                break;
            case "workingDays":
                foreach (JsonProperty person in Members(name, value))
                {
                    if (PersonOf(name, person.Name) is { } id && DayOf($"{name}.{person.Name}", person.Value) is { } day)
                    {
                        Choices.WorkingDays[id] = day;
                    }
                }

                break;
            default:
                errors.Add($"{name}: there is no such setting [rules.unknown]");
                break;
        }

        return Rules;
    }
}
