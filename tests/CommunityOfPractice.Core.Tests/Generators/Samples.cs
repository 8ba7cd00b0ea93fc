using FsCheck;
using FsCheck.Fluent;

namespace CommunityOfPractice.Core.Tests.Generators;

/// <summary>The same values in every run, for tests that ask whether something is among them: by chance alone they would fail now and then.</summary>
internal static class Samples
{
    public static IReadOnlyList<T> Same<T>(this Gen<T> generator, int count, int size = 50) => generator.Sample(count, new Rnd(20261127UL), size);
}
