using System.Globalization;
using System.Reflection;
using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Constitution;

/// <summary>How much of a made-up record is filled.</summary>
internal enum Filling
{
    /// <summary>Now this, now that.</summary>
    Some,

    /// <summary>Every member is something other than its default.</summary>
    Full,

    /// <summary>What may be null is null, lists are empty, the rest is small.</summary>
    Least,
}

/// <summary>Made-up records and values of any type, by reflection and from a seed: a new type needs no line here, unless its constructor has rules.</summary>
internal sealed class RecordSamples(int seed)
{
    /// <summary>Stands in every text that is marked as personal data.</summary>
    public const string Canary = "only between us ü";

    public static readonly DateTimeOffset Begin = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    private const int Attempts = 50;

    private static readonly PersonId[] People = [new("anna"), new("ben"), new("cleo")];

    private readonly Random random = new(seed);

    public int Next(int limit) => random.Next(limit);

    public PersonId Person() => People[Next(People.Length)];

    public Actor Actor() => Next(4) switch
    {
        0 => Core.People.Actor.Host("import"),
        1 => Core.People.Actor.Policy("lapse-inactive/1"),
        _ => Core.People.Actor.Of(Person()),
    };

    /// <summary>A made-up value.</summary>
    /// <param name="type">Its type; for a closed union any of its cases is made.</param>
    /// <param name="filling">How much of it is filled.</param>
    /// <param name="marked">Whether it stands where personal data stand.</param>
    public object Value(Type type, Filling filling = Filling.Some, bool marked = false)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Value(underlying, filling, marked);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>))
        {
            Type item = type.GetGenericArguments()[0];
            Array items = Array.CreateInstance(item, filling switch { Filling.Full => 1 + Next(2), Filling.Least => 0, _ => Next(3) });
            for (int i = 0; i < items.Length; i++)
            {
                items.SetValue(Value(item, filling, marked), i);
            }

            return typeof(ValueList).GetMethod(nameof(ValueList.ToValueList))!.MakeGenericMethod(item).Invoke(null, [items])!;
        }

        return type switch
        {
            _ when type == typeof(string) => marked ? Canary : $"text {Next(1000)} \"é\"",
            _ when type == typeof(PersonId) => Person(),
            _ when type == typeof(Actor) => Actor(),
            _ when type == typeof(CommunityId) => new CommunityId($"other-{Next(9)}"),
            _ when type == typeof(DateTimeOffset) => Begin.AddHours(Next(10_000)),
            _ when type == typeof(DateOnly) => new DateOnly(2026, 1, 1).AddDays(Next(500)),
            _ when type == typeof(DateTime) => new DateTime(2026, 1, 1).AddMinutes(1 + Next(500_000)),
            _ when type == typeof(Recurrence) => Recurrence.Parse(Next(2) == 0 ? "FREQ=MONTHLY;BYDAY=2TU;UNTIL=20271231T000000Z" : "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=9", null),
            _ when type == typeof(TimeSpan) => TimeSpan.FromHours(1 + Next(1000)),
            _ when type == typeof(bool) => filling == Filling.Full || (filling == Filling.Some && Next(2) == 0),
            _ when type.IsEnum => OneOf(type, filling),
            _ when type.IsPrimitive || type == typeof(decimal) => Convert.ChangeType(filling == Filling.Least ? 1 : 1 + Next(90), type, CultureInfo.InvariantCulture),
            _ when type.Name.EndsWith("Id", StringComparison.Ordinal) && type.IsValueType => Activator.CreateInstance(type, $"id-{Next(99)}")!,
            _ when type.Assembly != typeof(ValueList).Assembly => throw new InvalidOperationException($"{type} is none of the library's types: teach RecordSamples.Value about it."),
            _ when type.IsAbstract => Case(type, filling),
            _ => Composed(type, filling),
        };
    }

    /// <summary>The cases of a closed union.</summary>
    public static Type[] CasesOf(Type union) =>
        [.. union.Assembly.GetExportedTypes().Where(t => t.IsSubclassOf(union) && !t.IsAbstract).OrderBy(t => t.FullName, StringComparer.Ordinal)];

    private object OneOf(Type type, Filling filling)
    {
        Array values = Enum.GetValues(type);
        int first = filling == Filling.Full && values.Length > 1 && Convert.ToInt64(values.GetValue(0), CultureInfo.InvariantCulture) == 0 ? 1 : 0;
        return values.GetValue(first + Next(values.Length - first))!;
    }

    private object Case(Type union, Filling filling) => CasesOf(union) is { Length: > 0 } cases
        ? Value(cases[Next(cases.Length)], filling)
        : throw new InvalidOperationException($"{union} is abstract and has no cases.");

    /// <summary>Through its largest public constructor, and then the members that the constructor does not take.</summary>
    private object Composed(Type type, Filling filling)
    {
        ConstructorInfo constructor = type.GetConstructors().Where(c => c.GetParameters() is not [var only] || only.ParameterType != type).MaxBy(c => c.GetParameters().Length)
            ?? throw new InvalidOperationException($"{type} has no public constructor.");
        ParameterInfo[] parameters = constructor.GetParameters();
        Exception? problem = null;
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            // What rules forbid to be full or empty is filled by chance.
            Filling now = attempt < Attempts / 2 ? filling : Filling.Some;
            try
            {
                object made = constructor.Invoke([.. parameters.Select(p => Argument(type, p, now))]);
                foreach (PropertyInfo property in type.GetProperties().Where(p => p.SetMethod is { IsPublic: true } && !p.IsDefined(typeof(JsonIgnoreAttribute)) && parameters.All(c => c.Name != p.Name)))
                {
                    property.SetValue(made, Member(property.PropertyType, new NullabilityInfoContext().Create(property).WriteState, now, property.IsDefined(typeof(PersonalDataAttribute))));
                }

                return made;
            }
            catch (TargetInvocationException refused)
            {
                problem = refused;
            }
        }

        throw new InvalidOperationException($"No sample of {type} could be made: teach RecordSamples.Value about it.", problem);
    }

    private object? Argument(Type owner, ParameterInfo parameter, Filling filling) =>
        Member(
            parameter.ParameterType,
            new NullabilityInfoContext().Create(parameter).WriteState,
            filling,
            owner.GetProperty(parameter.Name!)?.IsDefined(typeof(PersonalDataAttribute)) == true);

    private object? Member(Type type, NullabilityState state, Filling filling, bool marked)
    {
        bool empty = filling switch { Filling.Full => false, Filling.Least => true, _ => Next(3) == 0 };
        return empty && state == NullabilityState.Nullable ? null : Value(type, filling, marked);
    }
}
