using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>Whether people move toward the core or the rim: the change of weighted commitment for each person in 13 weeks.</summary>
/// <remarks>
/// Levels (peripheral, occasional, active, core) are derived from the 13 weeks before the as-of instant and the 13 before those, by the default policy about participation without hysteresis; weights 1, 4, 7, 10, squared. Range: any number, 0 is unchanged.
/// The people are the members at each moment, without those on leave or lapsed, or those who have acted by then where members are unknown. Little data: insufficient below 26 weeks since the first activity and below 5 people at both moments. Details: the shares
/// that moved up, stayed and moved down, for all and from each level, and the weighted sums. Context only. O(activities). Source: Orbit model (2022), which calls the value gravity; its model of 2020 calls something else so.
/// </remarks>
public sealed class LadderClimb : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "ladder-momentum/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Movement on the ladder",
        "index",
        "Whether people take part more deeply than a quarter ago (above 0) or less (below 0).");

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return Ladder.TooYoung(evidence) ?? Of(Ladder.Of(evidence));
    }

    private static Reading Of(Ladder ladder)
    {
        if (ladder.Then.Length < 5)
        {
            return Reading.Insufficient("people at both moments", ladder.Then.Length, 5);
        }

        LadderMomentum all = LadderMomentum.Of(ladder.Then, ladder.Now);
        double change = LadderMomentum.PerMember(ladder.CountsThen, ladder.CountsNow, LadderMomentum.OrbitWeights)!.Value;
        return new(new Measurement.Value(change, ladder.CountsNow.Sum()))
        {
            Details =
            [
                new("weightedThen", LadderMomentum.Weighted(ladder.CountsThen, LadderMomentum.OrbitWeights)),
                new("weightedNow", LadderMomentum.Weighted(ladder.CountsNow, LadderMomentum.OrbitWeights)),
                new("up", all.UpRate!.Value),
                new("held", 1 - all.UpRate.Value - all.DownRate!.Value),
                new("down", all.DownRate.Value),
                .. Enum.GetValues<ParticipationLevel>().SelectMany(level => Rung(ladder, level)),
            ],
        };
    }

    /// <summary>The rates of each rung, whose number of people is not told beside them.</summary>
    internal static IEnumerable<string> RungDetails => Enum.GetValues<ParticipationLevel>().SelectMany(level => (string[])[NameOf(level) + "Up", NameOf(level) + "Down"]);

    private static Detail[] Rung(Ladder ladder, ParticipationLevel level)
    {
        LadderMomentum from = LadderMomentum.Of(ladder.Then, ladder.Now, (int)level);
        string name = NameOf(level);
        return from.UpRate is { } up && from.DownRate is { } down ? [new(name + "Up", up), new(name + "Down", down)] : [];
    }

    private static string NameOf(ParticipationLevel level) => level switch
    {
        ParticipationLevel.Peripheral => "peripheral",
        ParticipationLevel.Occasional => "occasional",
        ParticipationLevel.Active => "active",
        _ => "core",
    };
}
