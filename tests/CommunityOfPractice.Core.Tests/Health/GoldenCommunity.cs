using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Tests.Indicators;

namespace CommunityOfPractice.Core.Tests.Health;

/// <summary>A small community that never changes, for the document that must not change either.</summary>
internal static class GoldenCommunity
{
    public static SmallCommunity Known { get; } = (Example.Of([.. Questions(), .. Gatherings(), .. Newcomers()]) with
    {
        People = [.. Enumerable.Range(0, 9).Select(i => new Core.People.Person(new($"p{i}"), [new() { Department = i % 3 == 0 ? "it" : "sales" }]))],
    }).WithRoster(
    [
        .. Enumerable.Range(0, 9).Select(i => Example.Member($"p{i}", i < 3 ? -100 : i * 4)),
        Example.Facilitator("p0", -100),
        Example.Facilitator("p1", 20),
        Example.Member("boss", -100, role: Role.Sponsor),
    ]);

    /// <summary>Fourteen questions: nine answered after growing waits, two by their askers, one by a bot, one withdrawn, one open.</summary>
    private static IEnumerable<Activity> Questions()
    {
        for (int i = 0; i < 14; i++)
        {
            string asker = $"p{i * 5 % 9}";
            yield return Example.Did(asker, Act.Ask, 5 + (6 * i), $"q{i}");
            yield return Example.Did(i is 10 or 12 ? asker : $"p{(i + 1) % 9}", i == 12 ? Act.Withdraw : Act.Answer, 5 + (6 * i) + (0.3 * (i + 1)), $"r{i}", i == 13 ? "not exported" : $"q{i}") with
            {
                Actor = i == 11 ? ActorKind.Bot : ActorKind.Human,
            };
        }
    }

    private static IEnumerable<Activity> Gatherings() => Enumerable.Range(0, 12).Select(i => Example.Did($"p{i % 4 / 2}", i % 3 == 0 ? Act.Curate : Act.Host, 7 * i) with { To = i == 3 ? [new("p7"), new("p8")] : [] });

    private static IEnumerable<Activity> Newcomers() => Enumerable.Range(3, 6).SelectMany(i => new[]
    {
        Example.Did($"p{i}", Act.View, i * 4),
        Example.Did($"p{i}", Act.Post, (i * 4) + (5 * (i - 2)), $"hello{i}"),
        Example.Did("p0", Act.Welcome, (i * 4) + (5 * (i - 2)) + 1, null, $"hello{i}"),
    });
}
