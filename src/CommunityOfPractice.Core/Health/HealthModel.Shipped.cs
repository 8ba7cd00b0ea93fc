using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <content>The models that the library brings along: all weights and goalposts stand here.</content>
public sealed partial record HealthModel
{
    private static readonly ValueList<HealthBand> ShippedBands = [new("Fragile", 0), new("Developing", 40), new("Steady", 60), new("Thriving", 80)];

    /// <summary>Gets the model for a community of which domain and practice are known as well as its people and what they do.</summary>
    /// <value>
    /// Version <c>community/2</c>: the dimensions domain (0.2), community (0.4), practice (0.2) and stewardship (0.2). Its weights and goalposts are the starting values
    /// of the project's domain research, section 4.2; they are not calibrated.
    /// </value>
    public static HealthModel Standard { get; } = new(
        "community/2",
        [
            new("domain", "Domain", 0.2,
            [
                new(PurposeFreshness.Id, 0.6, Goalposts.Linear(0, 1)),
                new(CharterCompleteness.Id, 0.2, Goalposts.Linear(0.4, 1)),
                new(SponsorPresent.Id, 0.2, Goalposts.Binary(50, 100)),
            ]),
            new("community", "Community", 0.4,
            [
                new(NewcomerActivation.Id, 0.15, Goalposts.Linear(0.1, 0.6)),
                new(NewcomerWelcome.Id, 0.15, Goalposts.Linear(0.3, 0.9)),
                new(NewcomerStay.Id, 0.15, Goalposts.Linear(0.2, 0.7)),
                new(AnsweredInTime.Id, 0.20, Goalposts.Linear(0.3, 0.9)),
                new(MemberInitiatedWeeks.Id, 0.15, Goalposts.Linear(0.2, 0.8)),
                new(CrossDepartmentTies.Id, 0.10, Goalposts.Linear(-0.4, 0.1)),
                new(Isolates.Id, 0.10, Goalposts.Linear(0.7, 0.2)),
            ]),
            new("practice", "Practice", 0.2,
            [
                new(ArtifactFreshness.Id, 0.3, Goalposts.Linear(0.2, 0.8)),
                new(ArtifactReuse.Id, 0.3, Goalposts.Linear(0.1, 0.6)),
                new(RhythmKept.Id, 0.25, Goalposts.Linear(0.3, 0.95)),
                new(FormalShare.Id, 0.15, Goalposts.Band(0, 0.2, 0.8, 1)),
            ]),
            new("stewardship", "Stewardship", 0.2,
            [
                new(CappedAbsenceFactor.Id, 0.4, Goalposts.Logarithmic(1, 8)),
                new(ActiveFacilitators.Id, 0.3, Goalposts.Linear(1, 3)),
                new(FacilitatorLoad.Id, 0.2, Goalposts.Linear(0.9, 0.4)),
                new(Indicators.OrphanedArtifacts.Id, 0.1, Goalposts.Linear(0.3, 0)),
            ]),
        ],
        ShippedBands,
        new MinimumData { Dimensions = 3, RequiredDimension = "community" });

    /// <summary>Gets the model for what an activity log, a roster and attributes of people can tell.</summary>
    /// <value>
    /// Version <c>activity/5</c>: the dimensions community (0.6) and stewardship (0.4). Its weights and goalposts are the starting values
    /// of the project's domain research, section 4.2, for the indicators that can be read without a journal, and three indicators of breadth that a bare log of contributions
    /// has too (docs/adr/0040); they are not calibrated. A score needs five people known in the community and three who contributed in the window (docs/adr/0086).
    /// </value>
    public static HealthModel Activity { get; } = new(
        "activity/5",
        [
            new("community", "Community", 0.6,
            [
                new(AnsweredInTime.Id, 0.20, Goalposts.Linear(0.3, 0.9)),
                new(NewcomerActivation.Id, 0.15, Goalposts.Linear(0.1, 0.6)),
                new(NewcomerWelcome.Id, 0.15, Goalposts.Linear(0.3, 0.9)),
                new(NewcomerReturn.Id, 0.15, Goalposts.Linear(0.1, 0.6)),
                new(MemberInitiatedWeeks.Id, 0.15, Goalposts.Linear(0.2, 0.8)),
                new(CrossDepartmentTies.Id, 0.10, Goalposts.Linear(-0.4, 0.1)),
                new(Isolates.Id, 0.10, Goalposts.Linear(0.7, 0.2)),
                new(SharedWeeks.Id, 0.20, Goalposts.Linear(0, 1)),
                new(NewContributors.Id, 0.15, Goalposts.Linear(0, 0.5)),
            ]),
            new("stewardship", "Stewardship", 0.4,
            [
                new(ActiveFacilitators.Id, 0.3, Goalposts.Linear(1, 3)),
                new(FacilitatorLoad.Id, 0.2, Goalposts.Linear(0.9, 0.4)),
                new(EffectiveContributors.Id, 0.3, Goalposts.Logarithmic(1, 16)),
            ]),
        ],
        ShippedBands,
        new MinimumData { DimensionCoverage = 0.4, RequiredDimension = "community", People = 5, Contributors = 3 });
}
