using System.Reflection;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Tests.Constitution;

/// <summary>Goodhart (domain 4.7): no league tables. Nothing that a host is given says of people how much they did, so that it could be sorted by it.</summary>
public sealed class NoLeaderboardTests
{
    /// <summary>Types that hold a person and a number, and why nobody can be ranked by it.</summary>
    private static readonly Dictionary<Type, string> Reviewed = new()
    {
        [typeof(Milestone)] = "which year of membership, 1 for a first: the same for everybody who gets there",
        [typeof(MilestoneReached)] = "the fact of it",
        [typeof(Celebration)] = "as Milestone",
        [typeof(GuestReply)] = "in which order answers came, for the queue of one gathering",
        [typeof(Artifact)] = "how many versions something has, whoever made them",
        [typeof(ArtifactVersion)] = "the number of one version",
        [typeof(ValueStory)] = "which revision of one story, and how long its chain is; nothing about how many somebody told",
        [typeof(StoryReceived)] = "the same, when it moves",
        [typeof(ErasureReceipt)] = "what an erasure did, under a tombstone that leads to nobody",
    };

    private static readonly Type[] Rooms = [.. typeof(Activity).Assembly.GetExportedTypes().Where(t => t.Namespace is "CommunityOfPractice.Core.Practices" or "CommunityOfPractice.Core.Hosting")];

    [Fact]
    public void NoType_TiesANumberToAPerson()
    {
        IEnumerable<string> found = Rooms.Where(t => !t.IsAbstract && !Reviewed.ContainsKey(t) && !t.IsAssignableTo(typeof(Core.Communities.Command)))
            .Where(t => Members(t).Any(IsPerson) && Members(t).Any(IsNumber)).Select(t => t.Name);

        Assert.Empty(found);
    }

    [Fact]
    public void NoMember_MapsPeopleToNumbers_OrOrdersThem()
    {
        IEnumerable<string> found =
            from type in Rooms
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            where MapsPeople(method.ReturnType) || (IsNumber(Inner(method.ReturnType)) && method.GetParameters().Any(p => IsPerson(p.ParameterType)))
            select $"{type.Name}.{method.Name}";

        Assert.Empty(found.Except(["ActivityLog.NumberOf", "Gathering.PlaceInQueue"])); // the place of a person in a table of names, and in one queue
    }

    [Fact]
    public void Reviewed_AreAllStillThere() => Assert.All(Reviewed.Keys, t => Assert.True(Members(t).Any(IsPerson) && Members(t).Any(IsNumber)));

    /// <summary>The guard guards: kudos a person would be found.</summary>
    [Fact]
    public void Tally_WouldBeFound() => Assert.True(Members(typeof(Tally)).Any(IsPerson) && Members(typeof(Tally)).Any(IsNumber) && MapsPeople(typeof(Task<IReadOnlyDictionary<PersonId, int>>)));

    private static IEnumerable<Type> Members(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(p => p.PropertyType);

    private static bool IsPerson(Type type) => (Nullable.GetUnderlyingType(type) ?? type) == typeof(PersonId);

    private static bool IsNumber(Type type) => Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type) is >= TypeCode.SByte and <= TypeCode.Decimal && !(Nullable.GetUnderlyingType(type) ?? type).IsEnum;

    private static bool MapsPeople(Type type) => type.IsGenericType
        && ((type.GetGenericArguments() is [var key, var value] && IsPerson(key) && IsNumber(value)) || type.GetGenericArguments().Any(MapsPeople));

    /// <summary>What is waited for and decided.</summary>
    private static Type Inner(Type type) => type.Name is "Task`1" or "ValueTask`1" or "Decision`1" ? Inner(type.GetGenericArguments()[0]) : type;

    private sealed record Tally(PersonId Person, int Kudos);
}
