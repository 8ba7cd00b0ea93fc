using System.Reflection;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Lifecycles;

/// <summary>Builds any command there is, sensible or not, from small pools; a new command is picked up by itself.</summary>
internal sealed class AnyCommand(Random random, CommunityId[] communities, PersonId[] people)
{
    public static Type[] All { get; } = [.. typeof(Command).Assembly.GetExportedTypes().Where(t => t.IsAssignableTo(typeof(Command)) && !t.IsAbstract).OrderBy(t => t.Name, StringComparer.Ordinal)];

    public Command Next(CommunityId community, DateTimeOffset now) => Build(All[random.Next(All.Length)], community, now);

    public Command Build(Type type, CommunityId community, DateTimeOffset now)
    {
        ConstructorInfo constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        object?[] arguments = [.. constructor.GetParameters().Select((p, i) => i == 0 ? community : Value(p.ParameterType, p.Name!, now))];
        Command command = (Command)constructor.Invoke(arguments);
        foreach (PropertyInfo property in type.GetProperties().Where(p => p.CanWrite && constructor.GetParameters().All(c => c.Name != p.Name)))
        {
            if (random.Next(3) == 0)
            {
                property.SetValue(command, Value(property.PropertyType, property.Name, now));
            }
        }

        return command;
    }

    private object? Value(Type type, string name, DateTimeOffset now)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return random.Next(2) == 0 ? null : Value(inner, name, now);
        }

        return type switch
        {
            _ when type == typeof(CommunityId) => communities[random.Next(communities.Length)],
            _ when type == typeof(PersonId) => people[random.Next(people.Length)],
            _ when type == typeof(GatheringId) => new GatheringId(random.Next(2) == 0 ? $"gathering-{random.Next(6)}" : $"series-{random.Next(3)}@{Morning(now):yyyyMMdd}T100000"),
            _ when type == typeof(SeriesId) => new SeriesId($"series-{random.Next(3)}"),
            _ when type == typeof(DateTime) => Morning(now),
            _ when type == typeof(LocalSlot) => Morning(now) is var start ? new LocalSlot(start, start.AddHours(random.Next(0, 3)), random.Next(9) == 0 ? "Nowhere/Here" : "Europe/Berlin") : null,
            _ when type == typeof(GatheringDetails) => new GatheringDetails(random.Next(8) == 0 ? " " : "Retro", (GatheringKind)random.Next(10), (GatheringAudience)random.Next(2)) { Description = "some agenda said by somebody" },
            _ when type == typeof(GatheringSeries) => new GatheringSeries(new($"series-{random.Next(3)}"), (GatheringDetails)Value(typeof(GatheringDetails), name, now)!, (LocalSlot)Value(typeof(LocalSlot), name, now)!, new(RecurrenceFrequency.Daily))
            {
                Hosts = [people[random.Next(people.Length)]],
                Capacity = random.Next(3) == 0 ? 1 : null,
            },
            _ when type == typeof(FollowUp) => new FollowUp("something said by somebody", people[random.Next(people.Length)]),
            _ when type == typeof(ArtifactId) => new ArtifactId($"{communities[random.Next(communities.Length)]}-{random.Next(4)}"),
            _ when type == typeof(StoryId) => new StoryId($"{communities[random.Next(communities.Length)]}-{random.Next(4)}"),
            _ when type == typeof(TopicId) => new TopicId(random.Next(2) == 0 ? "agile" : "testing"),
            _ when type == typeof(ValueClaim) => new ValueClaim((ValueCycle)random.Next(5), "It helped.") { Contributors = [people[random.Next(people.Length)]] },
            _ when type == typeof(string) && name is "Links" && random.Next(6) != 0 => "https://wiki.example/a",
            _ when type.IsValueType && type.Name.EndsWith("Id", StringComparison.Ordinal) => Activator.CreateInstance(type, $"id-{random.Next(4)}"),
            _ when type == typeof(string) => name is "Scope" ? null : random.Next(8) == 0 ? " " : $"some {name} said by somebody",
            _ when type == typeof(DateTimeOffset) => now.AddDays(random.Next(-3, 60)),
            _ when type == typeof(TimeSpan) => TimeSpan.FromDays(random.Next(1, 400)),
            _ when type == typeof(bool) => random.Next(2) == 0,
            _ when type == typeof(int) => random.Next(0, 5),
            _ when type.IsEnum => Enum.GetValues(type).GetValue(random.Next(Enum.GetValues(type).Length)),
            _ when type == typeof(Domain) => World.Domain("agile", "testing"),
            _ when type == typeof(CharterTerms) => random.Next(6) == 0 ? new CharterTerms(" ", World.Domain("agile"), " ") : World.Terms(),
            _ when type == typeof(LegacyPlan) => World.Settled,
            _ when type == typeof(JoinConsent) => new JoinConsent("join/1", "web"),
            _ when type == typeof(ProcessingConsent) => new ProcessingConsent((ProcessingPurpose)random.Next(2), "text/1", "web"),
            _ when type == typeof(Rhythm) => random.Next(2) == 0 ? null : new Rhythm(TimeSpan.FromDays(14), "every other week"),
            _ when type == typeof(Space) => new Space(SpaceKind.Chat, "chat", "https://chat.example/a"),
            _ when type == typeof(Field) => new Field("cost-centre", "4711"),
            _ when type == typeof(LastFacilitatorChoice) => random.Next(3) switch
            {
                0 => null,
                1 => LastFacilitatorChoice.MakeDormant,
                _ => LastFacilitatorChoice.StartGrace(people[random.Next(people.Length)]),
            },
            _ when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>) => List(type.GetGenericArguments()[0], name, now),
            _ => throw new InvalidOperationException($"Say in AnyCommand.Value what a {type.Name} can be ({name})."),
        };
    }

    private DateTime Morning(DateTimeOffset now) => now.UtcDateTime.Date.AddDays(random.Next(-2, 9)).AddHours(10);

    private object List(Type item, string name, DateTimeOffset now)
    {
        Array items = Array.CreateInstance(item, random.Next(2));
        for (int i = 0; i < items.Length; i++)
        {
            items.SetValue(Value(item, name, now), i);
        }

        return typeof(ValueList).GetMethod(nameof(ValueList.ToValueList))!.MakeGenericMethod(item).Invoke(null, [items])!;
    }
}
