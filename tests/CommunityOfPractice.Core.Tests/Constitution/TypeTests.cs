using System.Reflection;
using System.Runtime.CompilerServices;

namespace CommunityOfPractice.Core.Tests.Constitution;

/// <summary>Sealed, static or closed: no third kind. Structs are read-only, state has no setters, the domain is not asynchronous.</summary>
public sealed class TypeTests
{
    private static readonly Type[] Types = [.. typeof(Core.Vocabulary.Score).Assembly.GetTypes()
        .Where(t => !t.IsDefined(typeof(CompilerGeneratedAttribute)) && t.Namespace?.StartsWith("CommunityOfPractice.Core", StringComparison.Ordinal) == true)];

    private static readonly string[] RoomsWithPorts = ["People", "Records", "Hosting", "Interchange"];

    [Fact]
    public void Classes_AreSealedStaticOrClosed()
    {
        IEnumerable<Type> open = Types.Where(t => t.IsClass && !t.IsSealed && !IsClosed(t) && !(t is { IsAbstract: true, IsVisible: false }));

        Assert.Empty(open);
    }

    [Fact]
    public void Structs_AreReadOnly()
    {
        IEnumerable<Type> mutable = Types.Where(t => t is { IsValueType: true, IsEnum: false, IsVisible: true } && !t.IsDefined(typeof(IsReadOnlyAttribute)));

        Assert.Empty(mutable);
    }

    [Fact]
    public void PublicSetters_AreOnOptionsOnly()
    {
        IEnumerable<string> setters =
            from type in Types
            where type.IsVisible && !type.Name.EndsWith("Options", StringComparison.Ordinal)
            from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            where property.SetMethod is { IsPublic: true } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))
            select $"{type.Name}.{property.Name}";

        Assert.Empty(setters);
    }

    [Fact]
    public void PublicFields_AreConstantsOnly()
    {
        IEnumerable<string> fields =
            from type in Types
            where type is { IsVisible: true, IsEnum: false }
            from field in type.GetFields(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            where !field.IsLiteral
            select $"{type.Name}.{field.Name}";

        Assert.Empty(fields);
    }

    [Fact]
    public void StaticFields_AreReadOnly()
    {
        IEnumerable<string> state =
            from type in Types
            from field in type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly)
            where !field.IsLiteral && !field.IsInitOnly && !field.Name.StartsWith('<') && !IsGenerated(type)
            select $"{type.Name}.{field.Name}";

        Assert.Empty(state);
    }

    [Fact]
    public void Tasks_AreReturnedByPortsAndServicesOnly()
    {
        IEnumerable<string> tasks =
            from type in Types
            where !RoomsWithPorts.Contains(type.Namespace!.Split('.')[2])
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            where method.ReturnType.Name is "Task" or "Task`1" or "ValueTask" or "ValueTask`1" or "IAsyncEnumerable`1"
            select $"{type.Name}.{method.Name}";

        Assert.Empty(tasks);
    }

    [Fact]
    public void AsynchronousMethods_TakeACancellationTokenLast()
    {
        IEnumerable<string> without =
            from type in Types
            where type.IsVisible
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            where method.ReturnType.Name is "Task" or "Task`1" or "ValueTask" or "ValueTask`1" or "IAsyncEnumerable`1"
            where method.GetParameters().LastOrDefault()?.ParameterType != typeof(CancellationToken)
            select $"{type.Name}.{method.Name}";

        Assert.Empty(without);
    }

    /// <summary>A closed union: abstract, with constructors that nobody outside can call, or with a duty that nobody outside can fulfil.</summary>
    private static bool IsClosed(Type type) =>
        type.IsAbstract && type.GetMethods(BindingFlags.NonPublic | BindingFlags.Instance).Any(m => m.IsAbstract && (m.IsFamilyAndAssembly || m.IsAssembly));

    private static bool IsGenerated(Type type) => typeof(System.Text.Json.Serialization.JsonSerializerContext).IsAssignableFrom(type);
}
