using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Indicators.Life;

/// <summary>Domains and practices written down by hand; days count from the window's first instant.</summary>
internal static class Known
{
    public static DateTimeOffset Day(double day) => Example.Start.AddDays(day);

    public static PersonId[] People(int count) => [.. Enumerable.Range(0, count).Select(i => new PersonId($"p{i}"))];

    public static Community Active(double since = -400) => new(SmallCommunity.Id) { Status = CommunityStatus.Active, StatusSince = Day(since) };

    public static Charter Charter(double from, double cadence = 100, double? until = null) => new(
        1, "Why", new([new(new("c#"), 1)], new(FocusKind.Passion, "x")), "By asking", null, TimeSpan.FromDays(cadence), Day(from), until is { } u ? Day(u) : null);

    public static SmallCommunity With(this SmallCommunity community, Community state, PracticeState? practice = null) => community with { State = state, Practice = practice ?? PracticeState.Empty };

    public static GatheringState Gathering(double day, GatheringKind kind = GatheringKind.Talk, PersonId[]? hosts = null, PersonId[]? came = null, PersonId[]? going = null, GatheringStatus status = GatheringStatus.Held) => new(
        new(new($"g{day}"), new("Together", kind), new(Day(day).DateTime, Day(day).AddHours(1).DateTime, "UTC", Day(day), Day(day).AddHours(1))) { Hosts = [.. hosts ?? []], Status = status },
        [.. (going ?? []).Order().Select((p, i) => new GuestReply(p, RsvpStatus.Going, Day(day), i + 1))],
        [.. (came ?? []).Order()],
        going?.Length ?? 0);

    public static PracticeState Gatherings(params GatheringState[] all) => PracticeState.Empty with { Gatherings = [.. all] };

    public static Artifact Artifact(string id, double published, double? confirmed = null, string? steward = null, params PersonId[] authors) => new(new(id), ArtifactKind.Guide, "Guide")
    {
        Versions = [new(1, Day(published), null, null)],
        ConfirmedOn = Day(confirmed ?? published),
        Steward = steward is null ? null : new PersonId(steward),
        Authors = [.. authors],
    };

    public static PracticeState Shelf(Artifact[] artifacts, params ArtifactUse[] uses) => PracticeState.Empty with { Artifacts = [.. artifacts], ArtifactUses = [.. uses] };
}
