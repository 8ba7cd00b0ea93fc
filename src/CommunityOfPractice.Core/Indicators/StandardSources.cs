using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>What each standard indicator reads: one row an indicator, by id.</summary>
/// <remarks>A test fails when a standard indicator has no row, and when its reading changes with something that the row does not name.</remarks>
public static class StandardSources
{
    private static readonly ValueList<Act> Contributions = Enum.GetValues<Act>().Where(a => a.IsContribution()).ToValueList();
    private static readonly ValueList<Act> Everything = Enum.GetValues<Act>().ToValueList();
    private static readonly ValueList<Act> Organising = Enum.GetValues<Act>().Where(a => a.IsOrganising()).ToValueList();

    private static readonly Dictionary<string, ReadingSources> Rows = new(StringComparer.Ordinal)
    {
        [Contributors.Id] = new(Contributions) { Group = ReadingGroup.Events, PeopleDetails = ["once", "twoToFour", "fiveOrMore"], PartsOfTheWhole = true },
        [TopContributorsShare.Id] = new(Contributions) { Group = ReadingGroup.People },
        [ContributionGini.Id] = new(Contributions) { Group = ReadingGroup.People },
        [ContributorAbsenceFactor.Id] = new(Contributions) { Group = ReadingGroup.People },
        [MemberInitiated.Id] = new(Everything) { Replies = true, Roles = true },
        [AnsweredInTime.Id] = new([Act.Ask, Act.Answer, Act.Reply, Act.Withdraw]) { Replies = true },
        [FirstAnswerMedian.Id] = new([Act.Ask, Act.Answer, Act.Reply, Act.Withdraw]) { Replies = true },
        [NewcomerActivation.Id] = new(Everything) { Memberships = true, Group = ReadingGroup.People },
        [NewcomerWelcome.Id] = new(Everything) { Replies = true, Memberships = true, Group = ReadingGroup.People },
        [NewcomerReturn.Id] = new(Everything) { Memberships = true, Group = ReadingGroup.People },
        [Momentum.Id] = new(Everything) { PeopleDetails = ["lastWeek"] },
        [TieReciprocity.Id] = new(Contributions) { Replies = true, Memberships = true },
        [Isolates.Id] = new(Everything) { Replies = true, Memberships = true, Group = ReadingGroup.People },
        [CrossDepartmentTies.Id] = new(Everything) { Replies = true, Memberships = true, Attributes = ["department"] },
        [ActiveFacilitators.Id] = new(Contributions) { Roles = true, Group = ReadingGroup.Office },
        [FacilitatorLoad.Id] = new(Organising) { Roles = true, Group = ReadingGroup.Office },
    };

    /// <summary>Finds what a standard indicator reads.</summary>
    /// <param name="indicator">The id of the indicator.</param>
    /// <returns>Its sources; null for an indicator that is not a standard one.</returns>
    public static ReadingSources? Of(string indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return Rows.GetValueOrDefault(indicator);
    }
}
