using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <content>What speaks against a model that is nevertheless one: a host may have reasons of its own.</content>
public sealed partial record HealthModel
{
    /// <summary>More of these is size, and size is not health.</summary>
    private static string[] Volumes => [Contributors.Id, ValueStories.Id, BridgingMembers.Id, InactiveContributors.Id, MemberGrowth.Id, GatheringReach.Id];

    /// <summary>Both ends are worse than what lies between: the catalogue gives them no direction.</summary>
    private static bool IsTwoSided(string id) => id is ContributionGini.Id or MemberGini.Id;

    /// <summary>Readings that say the same in other words: of one row, one is enough.</summary>
    private static string[][] SameInformation =>
    [
        [CrossDepartmentTies.Id, DepartmentModularity.Id],
        [AnsweredInTime.Id, FirstAnswerMedian.Id, MeanWaitForAnswer.Id, UnansweredQuestions.Id],
        [ContributionGini.Id, MemberGini.Id, TopContributorsShare.Id],
        [ActivityBurstiness.Id, GatheringBurstiness.Id],
        [ContributorAbsenceFactor.Id, CappedAbsenceFactor.Id, EffectiveContributors.Id],
        [MemberInitiated.Id, MemberInitiatedWeeks.Id],
    ];

    /// <summary>Returns what speaks against the model by the catalogue of readings (docs/health.md).</summary>
    /// <returns>
    /// Reasons: <c>doubt.volume</c> (size is scored, such as how many contribute or how many stories there are), <c>doubt.context</c> (a reading is scored that the catalogue reports beside the score),
    /// <c>doubt.same-information</c> (two readings are scored that say the same), <c>doubt.reversed</c> (the goalposts
    /// of a reading run the other way than in the shipped models), <c>doubt.version</c> (another model has this version: a shipped one). Empty for the shipped models, and for readings of a host, of which nothing is known. The model works all the same.
    /// </returns>
    public ValueList<Reason> Doubts()
    {
        List<Reason> doubts = [];
        string[] scored = [.. Dimensions.SelectMany(d => d.Indicators).Select(i => i.Indicator)];
        HashSet<string> shipped = [.. Standard.Dimensions.Concat(Activity.Dimensions).SelectMany(d => d.Indicators).Select(i => i.Indicator)];
        foreach (string id in scored)
        {
            if (Volumes.Contains(id))
            {
                doubts.Add(Doubt("doubt.volume", $"'{id}' is scored, which grows with size: a score of it rewards more and not better.", id));
            }
            else if (!shipped.Contains(id) && StandardIndicators.All.Any(i => i.Info.Id == id))
            {
                doubts.Add(Doubt("doubt.context", $"'{id}' is scored, which the catalogue reports beside the score: what is better is not settled, or others stand for it.", id));
            }
        }

        foreach (string[] same in SameInformation.Select(row => row.Where(scored.Contains).ToArray()).Where(row => row.Length > 1))
        {
            doubts.Add(Doubt("doubt.same-information", $"{string.Join(" and ", same.Select(id => $"'{id}'"))} say the same in other words, and count twice: score one of them only.", same));
        }

        foreach (ScoredIndicator row in Dimensions.SelectMany(d => d.Indicators).Where(i => Direction(i) * Shipped(i.Indicator).Sum(Direction) < 0))
        {
            doubts.Add(Doubt("doubt.reversed", $"'{row.Indicator}' scores higher where the shipped models score lower: are its goalposts the wrong way round?", row.Indicator));
        }

        if (new[] { Standard, Activity }.Any(m => m.Version == Version && m != this))
        {
            doubts.Add(Doubt("doubt.version", $"'{Version}' is the version of a shipped model, and this is another one: reports would not tell them apart.", Version));
        }

        return doubts.ToValueList();
    }

    private static IEnumerable<ScoredIndicator> Shipped(string id) => Standard.Dimensions.Concat(Activity.Dimensions).SelectMany(d => d.Indicators).Where(i => i.Indicator == id);

    /// <summary>1 where more is better, -1 where less is, 0 for a band.</summary>
    private static int Direction(ScoredIndicator row) => row.Goalposts.Shape == GoalpostShape.Band ? 0 : Math.Sign(row.Goalposts.Points[1] - row.Goalposts.Points[0]);

    /// <summary>Readings without a direction that are scored as if they had one.</summary>
    private static IEnumerable<string> WithoutDirection(IEnumerable<HealthDimension> dimensions) =>
        dimensions.SelectMany(d => d.Indicators).Where(i => IsTwoSided(i.Indicator) && i.Goalposts.Shape != GoalpostShape.Band).Select(i => i.Indicator);

    private static Reason Doubt(string code, string text, params string[] ids) => new(code, text) { Arguments = [.. ids] };
}
