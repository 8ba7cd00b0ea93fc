using CommunityOfPractice.Core.Benchmarks.SideBySide;
using CommunityOfPractice.Core.Matching;

namespace CommunityOfPractice.Core.Benchmarks.Matching;

/// <summary>People to be divided into groups, with what each two of them are worth: 0 to 1000 points, from a stateless hash of the two and the seed.</summary>
internal sealed class GroupInstance : IMatchCriterion<Participant, Participant>
{
    private const ulong Seed = 36;
    private readonly int[] points;

    public GroupInstance(string family, int people, int size)
    {
        (Family, People, Size) = (family, people, size);
        points = new int[people * people];
        for (int one = 0; one < people; one++)
        {
            for (int other = 0; other < one; other++)
            {
                points[(one * people) + other] = points[(other * people) + one] = PointsOf(family, one, other);
            }
        }
    }

    public string Family { get; }

    public int People { get; }

    /// <summary>Gets the size aimed at; groups differ by one at most.</summary>
    public int Size { get; }

    public string Id => "study.points";

    public string Name => "points";

    public int Points(int one, int other) => points[(one * People) + other];

    public double? Fit(Participant seeker, Participant candidate) => Points(NumberOf(seeker), NumberOf(candidate)) / 1000.0;

    public string Because(Participant seeker, Participant candidate) => "The study says so.";

    public PairingRequest Request(ulong seed) =>
        new(Enumerable.Range(0, People).Select(p => new Participant(new($"p{p}")) { OptedIn = true }), new(2026, 11, 27, 0, 0, 0, TimeSpan.Zero), seed)
        {
            Rules = new() { Format = PairingFormat.Groups, GroupSize = Size, DepartmentWeight = 0, LocationWeight = 0, TopicWeight = 0, OutcomeWeight = 0 },
            ExtraCriteria = [new(this, 1000)],
        };

    public static int NumberOf(Participant participant) => int.Parse(participant.Person.Text.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>uniform: any points; steps: 0, 100 … 1000, so that much is equally good; topics: how many of four topics out of sixteen two people share, and whether their departments differ.</summary>
    private static int PointsOf(string family, int one, int other)
    {
        ulong hash = SplitMix.Mix((Seed * 1_000_003) + ((ulong)one << 32) + (ulong)other);
        return family switch
        {
            "uniform" => (int)(hash % 1001),
            "steps" => (int)(hash % 11) * 100,
            _ => (150 * Topics(one).Intersect(Topics(other)).Count()) + (one % 5 == other % 5 ? 0 : 400),
        };
    }

    private static IEnumerable<ulong> Topics(int person) => Enumerable.Range(0, 4).Select(topic => SplitMix.Mix((Seed << 40) + ((ulong)person * 4) + (ulong)topic) % 16).Distinct();
}
