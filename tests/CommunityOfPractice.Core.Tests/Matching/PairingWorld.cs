using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Matching;

/// <summary>Random people, histories and settings for pairing rounds.</summary>
internal static class PairingWorld
{
    public static readonly DateTimeOffset At = new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero);

    private static readonly string[] Departments = ["sales", "support", "legal", "research"], Places = ["Berlin", "Lagos", "Lima"], Topics = ["go", "rust", "sql", "care", "tests"];
    private static readonly string?[] Zones = ["Europe/Berlin", "Africa/Lagos", "America/Lima", "Asia/Tokyo", null];

    /// <summary>The pairing rules without any hard rule.</summary>
    public static PairingRules Free { get; } = PairingRules.Default with { ReportingDepth = 0, SharedLanguage = false, SharedMinutes = 0 };

    public static PersonId Id(int number) => new($"p{number:D3}");

    public static Participant Free1(int number) => new(Id(number)) { OptedIn = true };

    public static List<Participant> FreePeople(int count) => [.. Enumerable.Range(0, count).Select(Free1)];

    public static List<Participant> People(Random random, int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => new Participant(Id(i))
        {
            OptedIn = random.Next(12) > 0,
            PausedUntil = random.Next(12) == 0 ? At.AddDays(random.Next(-5, 20)) : null,
            Blocks = random.Next(6) == 0 ? [Id(random.Next(count))] : [],
            MostMeetings = random.Next(8) == 0 ? random.Next(3) : null,
            Topics = Topics.Where(_ => random.Next(3) == 0).Select(t => new TopicId(t)).ToValueList(),
            Attributes = new()
            {
                Department = random.Next(5) == 0 ? null : Departments[random.Next(Departments.Length)],
                Location = Places[random.Next(Places.Length)],
                TimeZone = Zones[random.Next(Zones.Length)],
                Languages = random.Next(4) == 0 ? [] : random.Next(3) == 0 ? ["de", "en-GB"] : random.Next(2) == 0 ? ["en"] : ["de"],
                Manager = random.Next(2) == 0 ? Id(random.Next(count)) : null,
            },
        }),
    ];

    public static List<PastMeeting> History(Random random, int count, int meetings) =>
    [
        .. Enumerable.Range(0, count == 0 ? 0 : meetings).Select(_ => new PastMeeting(
            At.AddDays(-random.Next(1, 300)), Enumerable.Range(0, random.Next(1, 4)).Select(_ => Id(random.Next(count))).Distinct().ToValueList())
        {
            Met = random.Next(4) switch { 0 => false, 1 => true, _ => null },
            Useful = random.Next(3) == 0 ? random.Next(6) : null,
        }),
    ];

    public static PairingRequest Request(Random random, int most, PairingRules? rules = null)
    {
        int count = random.Next(most + 1);
        return new(People(random, count), At, (ulong)random.NextInt64())
        {
            Rules = rules ?? PairingRules.Default with
            {
                Trios = random.Next(3) > 0,
                RequireOtherDepartment = random.Next(4) == 0,
                RequireOtherLocation = random.Next(6) == 0,
                NoRepeatWithin = random.Next(4) == 0 ? TimeSpan.FromDays(60) : TimeSpan.Zero,
                RepeatPenalty = random.Next(2) == 0 ? null : random.Next(500),
            },
            History = History(random, count, random.Next(3 * (count + 1))),
        };
    }

    public static PairingRequest With(this PairingRequest request, IEnumerable<Participant>? people = null, IReadOnlyCollection<PastMeeting>? history = null, PairingRules? rules = null, DateTimeOffset? at = null, ulong? seed = null) =>
        new(people ?? request.People, at ?? request.At, seed ?? request.Seed)
        {
            Rules = rules ?? request.Rules,
            History = history ?? request.History,
            Managers = request.Managers,
            ExtraRules = request.ExtraRules,
            ExtraCriteria = request.ExtraCriteria,
        };
}
