using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>What becomes of everything that a closing community leaves behind.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Items">What is left behind, in the order of the plan; empty when there is nothing.</param>
/// <param name="Summary">The plan in words.</param>
public sealed record LegacyPlan(
    [property: JsonConverter(typeof(ValueListJsonConverter<LegacyItem>))] ValueList<LegacyItem> Items,
    string Summary)
{
    /// <summary>Returns what is wrong with the plan.</summary>
    /// <param name="community">The community that closes.</param>
    /// <returns>
    /// Every fault, empty when there is none: <c>legacy.no-summary</c>, <c>legacy.item-unnamed</c>, <c>legacy.item-twice</c>,
    /// <c>legacy.taken-over-by</c> (missing, superfluous, or the closing community itself).
    /// </returns>
    /// <exception cref="ArgumentException">A list holds null: that is misuse, no fault of the contents.</exception>
    public ValueList<Reason> Problems(CommunityId community)
    {
        Guards guards = new();
        guards.Require(!string.IsNullOrWhiteSpace(Summary), "legacy.no-summary", "A legacy plan says in words what becomes of what is left behind.");
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (LegacyItem item in Named.All(Items))
        {
            Defined.Check(item.Destination);
            guards.Require(!string.IsNullOrWhiteSpace(item.Name), "legacy.item-unnamed", "An item of a legacy plan has a name.");
            guards.Require(names.Add(item.Name), "legacy.item-twice", $"'{item.Name}' stands in the plan twice.");
            bool named = item.TakenOverBy is { } by && by != default && by != community;
            guards.Require(item.Destination == LegacyDestination.Community ? named : item.TakenOverBy is null, "legacy.taken-over-by", $"'{item.Name}' names another community exactly when a community takes it over.");
        }

        return guards.Unmet;
    }
}
