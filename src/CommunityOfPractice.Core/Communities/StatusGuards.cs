using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>The guards that many commands share, each with one code and one sentence.</summary>
internal static class StatusGuards
{
    public static bool RequireProposed(this Guards guards, Community community) =>
        guards.Require(community.Status == CommunityStatus.Proposed, "community.not-proposed", $"This needs a proposed community; '{community.Id}' is {community.Status}.");

    public static bool RequireChartered(this Guards guards, Community community) =>
        guards.Require(community.Status == CommunityStatus.Chartered, "community.not-chartered", $"This needs a chartered community; '{community.Id}' is {community.Status}.");

    public static bool RequireActive(this Guards guards, Community community) =>
        guards.Require(community.Status == CommunityStatus.Active, "community.not-active", $"This needs an active community; '{community.Id}' is {community.Status}.");

    public static bool RequireDormant(this Guards guards, Community community) =>
        guards.Require(community.Status == CommunityStatus.Dormant, "community.not-dormant", $"This needs a dormant community; '{community.Id}' is {community.Status}.");

    public static bool RequireClosing(this Guards guards, Community community) =>
        guards.Require(community.Status == CommunityStatus.Closing, "community.not-closing", $"This needs a community that is closing; '{community.Id}' is {community.Status}.");

    public static bool RequireActiveOrDormant(this Guards guards, Community community) => guards.Require(
        community.Status is CommunityStatus.Active or CommunityStatus.Dormant, "community.not-active-or-dormant", $"This needs an active or dormant community; '{community.Id}' is {community.Status}.");

    public static bool RequireLiving(this Guards guards, Community community) =>
        guards.Require(community.IsLiving, "community.not-living", $"This needs a community that goes on; '{community.Id}' is {community.Status}.");

    public static bool RequireFacilitator(this Guards guards, CommunityContext context) =>
        guards.Require(context.ActiveFacilitators > 0, "community.no-facilitator", "A community needs an active facilitator.");

    public static bool RequireOwnAct(this Guards guards, CommunityContext context, PersonId person) =>
        guards.Require(context.By.Is(person), "consent.not-own-act", $"Only '{person}' can say so.");

    public static bool RequireText(this Guards guards, string? text, string code, string sentence) =>
        guards.Require(!string.IsNullOrWhiteSpace(text), code, sentence);

    /// <summary>Refuses a link upwards that would close a circle, and one about which nothing is known.</summary>
    public static void RequireNoCircle(this Guards guards, CommunityId below, CommunityId above, CommunityContext context)
    {
        Ancestry? known = context.Around.Ancestry is { } ancestry && ancestry.Of == above ? ancestry : null;
        guards.Require(known is not null, "lineage.ancestors-unknown", $"What stands above '{above}' was not looked up.");
        guards.Require(known?.Ancestors.Contains(below) != true, "lineage.circle", $"'{below}' stands above '{above}' already.");
    }

    /// <summary>A list of people or communities without repetitions, by id.</summary>
    public static ValueList<T> Sorted<T>(this IEnumerable<T> ids)
        where T : struct, IComparable<T> =>
        ids.Distinct().Order().Select(id => EqualityComparer<T>.Default.Equals(id, default) ? throw new ArgumentException("An id has its default value.", nameof(ids)) : id).ToValueList();
}
