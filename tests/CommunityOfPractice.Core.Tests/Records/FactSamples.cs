using System.Reflection;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Records;

/// <summary>Made-up facts of any type, by reflection and from a seed: a new fact needs no line here.</summary>
internal sealed class FactSamples(int seed)
{
    public static readonly DateTimeOffset Begin = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
    public static readonly CommunityId Community = new("testers");
    public static readonly PersonId Anna = new("anna"), Ben = new("ben"), Cleo = new("cleo"), Tombstone = new("gone-7f");

    /// <summary>Stands in every text that is marked as personal data.</summary>
    public const string Canary = "only between us ü";

    private static readonly PersonId[] People = [Anna, Ben, Cleo];
    private readonly Random random = new(seed);

    /// <summary>Every type of fact that the library has.</summary>
    public static Type[] Types { get; } = [.. typeof(Fact).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Fact)) && !t.IsAbstract).OrderBy(t => t.Name, StringComparer.Ordinal)];

    public Fact Any() => Of(Types[random.Next(Types.Length)]);

    public Fact Of(Type type) => (Fact)Value(type, marked: false);

    /// <summary>A made-up value of any other type, such as a membership.</summary>
    public T Sample<T>() => (T)Value(typeof(T), marked: false);

    public Change Change(int minutes, Fact? fact = null) => new(Begin.AddMinutes(minutes), Actor(), Cause(), fact ?? Any());

    /// <summary>A sealed journal of facts that need not make sense together.</summary>
    public JournalEntry[] Journal(int count)
    {
        SeededSalts salts = new($"salts {seed}");
        List<JournalEntry> entries = [];
        for (int i = 0; i < count; i++)
        {
            Change change = Change(i);
            if (change.Fact is MemberErased)
            {
                change = change with { Fact = new MemberErased(Anna, []) };
            }

            entries.Add(Sealing.Seal(Community, i + 1, entries.LastOrDefault()?.Seal.Hash, change.OccurredAt.AddSeconds(random.Next(60)), change, salts.Next()));
        }

        return [.. entries];
    }

    private Actor Actor() => random.Next(4) switch
    {
        0 => Core.People.Actor.Host("import"),
        1 => Core.People.Actor.Policy("lapse-inactive/1"),
        _ => Core.People.Actor.Of(Person()),
    };

    private PersonId Person() => People[random.Next(People.Length)];

    private Cause Cause() => random.Next(3) == 0 ? Core.Communities.Cause.Unstated : new()
    {
        CommandId = random.Next(2) == 0 ? null : $"command-{random.Next(1000)}",
        Rule = random.Next(2) == 0 ? null : new("rule/1", "policy/1", [new("days", "90")], [new("last seen", "2026-01-01")]),
        Fields = random.Next(2) == 0 ? [] : [new("note", Canary), new("ticket", "17")],
    };

    private object Value(Type type, bool marked)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Value(underlying, marked);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>))
        {
            Type item = type.GetGenericArguments()[0];
            Array items = Array.CreateInstance(item, random.Next(3));
            for (int i = 0; i < items.Length; i++)
            {
                items.SetValue(Value(item, marked), i);
            }

            return typeof(ValueList).GetMethod(nameof(ValueList.ToValueList))!.MakeGenericMethod(item).Invoke(null, [items])!;
        }

        return type switch
        {
            _ when type == typeof(string) => marked ? Canary : $"text {random.Next(1000)} \"é\"",
            _ when type == typeof(PersonId) => Person(),
            _ when type == typeof(Actor) => Actor(),
            _ when type == typeof(CommunityId) => new CommunityId($"other-{random.Next(9)}"),
            _ when type == typeof(DateTimeOffset) => Begin.AddHours(random.Next(10_000)),
            _ when type == typeof(DateOnly) => new DateOnly(2026, 1, 1).AddDays(random.Next(500)),
            _ when type == typeof(TimeSpan) => TimeSpan.FromHours(1 + random.Next(1000)),
            _ when type == typeof(bool) => random.Next(2) == 0,
            _ when type.IsEnum => Enum.GetValuesAsUnderlyingType(type) is { Length: > 0 } values ? Enum.ToObject(type, values.GetValue(random.Next(values.Length))!) : 0,
            _ when type.IsPrimitive || type == typeof(decimal) => Convert.ChangeType(1 + random.Next(90), type, System.Globalization.CultureInfo.InvariantCulture),
            _ when type.Name.EndsWith("Id", StringComparison.Ordinal) && type.IsValueType => Activator.CreateInstance(type, $"id-{random.Next(99)}")!,
            _ => Record(type),
        };
    }

    private object Record(Type type)
    {
        ConstructorInfo constructor = type.GetConstructors().Where(c => c.GetParameters() is not [var only] || only.ParameterType != type).MaxBy(c => c.GetParameters().Length)
            ?? throw new InvalidOperationException($"{type} has no public constructor.");
        TargetInvocationException? problem = null;
        for (int attempt = 0; attempt < 50; attempt++)
        {
            try
            {
                object?[] arguments = [.. constructor.GetParameters().Select(p => Argument(type, p))];
                object made = constructor.Invoke(arguments);
                foreach (PropertyInfo property in type.GetProperties().Where(p => p.SetMethod is { IsPublic: true } && !p.IsDefined(typeof(System.Text.Json.Serialization.JsonIgnoreAttribute)) && constructor.GetParameters().All(c => c.Name != p.Name)))
                {
                    bool mayBeNull = new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable;
                    property.SetValue(made, mayBeNull && random.Next(3) == 0 ? null : Value(property.PropertyType, property.IsDefined(typeof(PersonalDataAttribute))));
                }

                return made;
            }
            catch (TargetInvocationException refused)
            {
                problem = refused;
            }
        }

        throw new InvalidOperationException($"No sample of {type} could be made: teach FactSamples.Value about it.", problem);
    }

    private object? Argument(Type owner, ParameterInfo parameter)
    {
        PropertyInfo? property = owner.GetProperty(parameter.Name!);
        bool mayBeNull = new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;
        return mayBeNull && random.Next(3) == 0 ? null : Value(parameter.ParameterType, property?.IsDefined(typeof(PersonalDataAttribute)) == true);
    }
}
