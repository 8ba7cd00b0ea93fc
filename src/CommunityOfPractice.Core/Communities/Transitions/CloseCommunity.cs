using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>C9: a community closes; its content is kept, and its members become alumni.</summary>
/// <remarks>
/// Guards: <c>community.not-closing</c>, <c>closing.window-open</c>, <c>closing.objected</c> (one for each member who would facilitate and whose objection
/// stands: neither withdrawn nor answered, see <see cref="Objection.Stands"/>), <c>legacy.item-open</c> (one for each item without a destination), <c>legacy.item-unplanned</c>
/// (one for each open item of the community, see <see cref="Surroundings.OpenItems"/>), <c>closing.no-thanks</c>.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Thanks">What the members are thanked with.</param>
public sealed record CloseCommunity(CommunityId Community, string Thanks) : CommunityCommand(Community)
{
    internal override IEnumerable<Fact> Decide(Community community, CommunityContext context, Guards guards)
    {
        guards.RequireText(Thanks, "closing.no-thanks", "The members are thanked.");
        if (guards.RequireClosing(community))
        {
            Closure closing = community.Closing!;
            guards.Require(context.At >= closing.EffectiveOn, "closing.window-open", $"Members can object until {closing.EffectiveOn:O}.");
            foreach (Objection objection in closing.Objections.Where(o => o.Stands && context.IsMember(o.Person)))
            {
                guards.Require(false, "closing.objected", $"'{objection.Person}' objected in time and would facilitate: call the closing off, or answer.");
            }

            foreach (LegacyItem item in closing.Plan.Items)
            {
                guards.Require(item.IsSettled, "legacy.item-open", $"It is not decided what becomes of '{item.Name}'.");
            }
        }

        foreach (string item in context.Around.OpenItems)
        {
            guards.Require(false, "legacy.item-unplanned", $"'{item}' is open.");
        }

        return [new CommunityClosed(Thanks)];
    }
}

/// <summary>C9 happened: the community is closed, and what it made can be read.</summary>
/// <param name="Thanks">What the members were thanked with.</param>
public sealed record CommunityClosed([property: PersonalData] string Thanks) : CommunityFact
{
    internal override Community Apply(Community before, Change change) => before.To(CommunityStatus.Closed, change).WithoutCharter(change.OccurredAt) with
    {
        Closing = before.Closing is { } closing ? closing with { EndedOn = change.OccurredAt } : null,
    };
}
