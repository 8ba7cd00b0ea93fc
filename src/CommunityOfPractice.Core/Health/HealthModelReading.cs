using System.Text.Json;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>Reads a health model member by member, noting every fault with its place instead of stopping at the first.</summary>
internal sealed class HealthModelReading
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly List<Reason> faults = [];
    private readonly JsonPlaces places;
    private readonly HashSet<string>? indicators;

    private HealthModelReading(JsonPlaces places, HashSet<string>? indicators)
    {
        this.places = places;
        this.indicators = indicators;
    }

    public static Decision<HealthModel> Read(string json, HashSet<string>? indicators)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, Lenient);
            HealthModelReading reading = new(JsonPlaces.Of(json), indicators);
            HealthModel? model = reading.Model(document.RootElement);
            return reading.faults.Count == 0 && model is not null ? Decision<HealthModel>.Accept(model) : Decision<HealthModel>.Refuse([.. reading.faults]);
        }
        catch (JsonException problem)
        {
            return Decision<HealthModel>.Refuse(new Reason("model.json", $"It is no JSON: {problem.Message}"));
        }
    }

    private HealthModel? Model(JsonElement root)
    {
        Dictionary<string, JsonElement> members = Members(root, "$", ["version", "dimensions", "bands", "minimum"]);
        string? version = Text(members, "$", "version");
        List<HealthDimension?> dimensions = Items(members, "$", "dimensions", Dimension);
        List<HealthBand?> bands = Items(members, "$", "bands", Band);
        MinimumData? minimum = members.TryGetValue("minimum", out JsonElement data) ? Minimum(data, "$.minimum") : null;
        return version is null || minimum is null || dimensions.Contains(null) || bands.Contains(null)
            ? null
            : Make("$", () => new HealthModel(version, [.. dimensions!], [.. bands!], minimum));
    }

    private HealthDimension? Dimension(JsonElement element, string place)
    {
        Dictionary<string, JsonElement> members = Members(element, place, ["id", "name", "weight", "indicators"]);
        string? id = Text(members, place, "id"), name = Text(members, place, "name");
        double? weight = Weight(members, place);
        List<ScoredIndicator?> scored = Items(members, place, "indicators", Indicator);
        return id is null || name is null || weight is null || scored.Contains(null) ? null : Make(place, () => new HealthDimension(id, name, weight.Value, [.. scored!]));
    }

    private ScoredIndicator? Indicator(JsonElement element, string place)
    {
        Dictionary<string, JsonElement> members = Members(element, place, ["indicator", "weight", "goalposts"]);
        string? id = Text(members, place, "indicator");
        if (id is not null && indicators?.Contains(id) == false)
        {
            Note("model.indicator", place + ".indicator", $"there is no indicator '{id}'");
        }

        double? weight = Weight(members, place);
        Goalposts? goalposts = members.TryGetValue("goalposts", out JsonElement posts) ? Posts(posts, place + ".goalposts") : null;
        return id is null || weight is null || goalposts is null ? null : Make(place, () => new ScoredIndicator(id, weight.Value, goalposts));
    }

    private Goalposts? Posts(JsonElement element, string place)
    {
        Dictionary<string, JsonElement> members = Members(element, place, ["shape", "points"]);
        GoalpostShape? shape = null;
        if (Text(members, place, "shape") is { } word)
        {
            shape = Enum.GetValues<GoalpostShape>().Where(s => JsonNamingPolicy.CamelCase.ConvertName(s.ToString()) == word).Select(s => (GoalpostShape?)s).FirstOrDefault();
            if (shape is null)
            {
                Note("model.value", place + ".shape", $"'{word}' is none of linear, logarithmic, band, binary");
            }
        }

        List<double?> points = Items(members, place, "points", (item, at) => NumberOf(item, at));
        return shape is null || points.Contains(null) ? null : Make(place, () => new Goalposts(shape.Value, [.. points.Select(p => p!.Value)]));
    }

    private HealthBand? Band(JsonElement element, string place)
    {
        Dictionary<string, JsonElement> members = Members(element, place, ["name", "from"]);
        string? name = Text(members, place, "name");
        double? from = Number(members, place, "from");
        return name is null || from is null ? null : Make(place, () => new HealthBand(name, from.Value));
    }

    private MinimumData? Minimum(JsonElement element, string place)
    {
        Dictionary<string, JsonElement> members = Members(element, place, ["dimensionCoverage", "dimensions", "contributors", "contributions", "observedDays"], "requiredDimension", "people");
        double? coverage = Number(members, place, "dimensionCoverage");
        int? dimensions = Whole(members, place, "dimensions"), contributors = Whole(members, place, "contributors");
        int? contributions = Whole(members, place, "contributions"), days = Whole(members, place, "observedDays");
        string? required = members.TryGetValue("requiredDimension", out JsonElement value) && value.ValueKind != JsonValueKind.Null ? Text(members, place, "requiredDimension") : null;
        int? people = members.ContainsKey("people") ? Whole(members, place, "people") : 0;
        return coverage is null || dimensions is null || people is null || contributors is null || contributions is null || days is null ? null : new()
        {
            DimensionCoverage = coverage.Value,
            Dimensions = dimensions.Value,
            RequiredDimension = required,
            People = people.Value,
            Contributors = contributors.Value,
            Contributions = contributions.Value,
            ObservedDays = days.Value,
        };
    }

    /// <summary>The members of an object; what is no object has none.</summary>
    private Dictionary<string, JsonElement> Members(JsonElement element, string place, string[] needed, params string[] optional)
    {
        Dictionary<string, JsonElement> members = [];
        if (element.ValueKind != JsonValueKind.Object)
        {
            Note("model.type", place, $"an object is needed, not {Word(element)}");
            return members;
        }

        foreach (JsonProperty member in element.EnumerateObject())
        {
            if (!needed.Contains(member.Name) && !optional.Contains(member.Name))
            {
                Note("model.unknown", $"{place}.{member.Name}", $"there is no such member; there are {string.Join(", ", needed.Concat(optional))}");
            }
            else if (!members.TryAdd(member.Name, member.Value))
            {
                Note("model.repeated", $"{place}.{member.Name}", "it stands there twice");
            }
        }

        foreach (string absent in needed.Where(name => !members.ContainsKey(name)))
        {
            Note("model.missing", place, $"'{absent}' is missing");
        }

        return members;
    }

    private List<T> Items<T>(Dictionary<string, JsonElement> members, string place, string name, Func<JsonElement, string, T> read)
    {
        if (!members.TryGetValue(name, out JsonElement list))
        {
            return [];
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            Note("model.type", $"{place}.{name}", $"a list is needed, not {Word(list)}");
            return [];
        }

        if (list.GetArrayLength() == 0)
        {
            Note("model.value", $"{place}.{name}", "at least one is needed");
        }

        return [.. list.EnumerateArray().Select((item, i) => read(item, $"{place}.{name}[{i}]"))];
    }

    private string? Text(Dictionary<string, JsonElement> members, string place, string name)
    {
        if (!members.TryGetValue(name, out JsonElement value))
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            Note("model.type", $"{place}.{name}", $"a text is needed, not {Word(value)}");
            return null;
        }

        if (string.IsNullOrWhiteSpace(value.GetString()))
        {
            Note("model.value", $"{place}.{name}", "the text is blank");
            return null;
        }

        return value.GetString();
    }

    private double? Number(Dictionary<string, JsonElement> members, string place, string name) => members.TryGetValue(name, out JsonElement value) ? NumberOf(value, $"{place}.{name}") : null;

    private double? Weight(Dictionary<string, JsonElement> members, string place)
    {
        double? weight = Number(members, place, "weight");
        if (weight is null or > 0)
        {
            return weight;
        }

        Note("model.value", place + ".weight", "a weight is positive");
        return null;
    }

    private double? NumberOf(JsonElement value, string place)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && double.IsFinite(number))
        {
            return number;
        }

        Note("model.type", place, $"a number is needed, not {Word(value)}");
        return null;
    }

    private int? Whole(Dictionary<string, JsonElement> members, string place, string name)
    {
        if (Number(members, place, name) is not { } number)
        {
            return null;
        }

        if (number >= 0 && number <= int.MaxValue && number == Math.Floor(number))
        {
            return (int)number;
        }

        Note("model.value", $"{place}.{name}", "a whole number from 0 on is needed");
        return null;
    }

    /// <summary>The rules stand in the constructors, once.</summary>
    private T? Make<T>(string place, Func<T> make)
        where T : class
    {
        try
        {
            return make();
        }
        catch (ArgumentException problem)
        {
            string text = problem.Message;
            int end = text.IndexOf(" (Parameter", StringComparison.Ordinal);
            Note("model.value", place, end > 0 ? text[..end] : text);
            return null;
        }
    }

    private void Note(string code, string place, string text) => faults.Add(new(code, $"{place}{places.LineOf(place)}: {text}"));

    private static string Word(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "the number " + element.GetRawText(),
        JsonValueKind.Null => "null",
        _ => element.GetRawText(),
    };
}
