using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Who gave kudos takes them back.</summary>
/// <remarks>Guards: <c>community.not-living</c>, <c>kudos.unknown</c>, <c>kudos.not-giver</c>, <c>kudos.withdrawn</c>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Kudos">Which kudos.</param>
/// <exception cref="ArgumentException"><paramref name="Kudos"/> is the default value.</exception>
public sealed record WithdrawKudos(CommunityId Community, KudosId Kudos) : PracticeCommand(Community)
{
    /// <summary>Gets which kudos.</summary>
    /// <value>Never the default value.</value>
    public KudosId Kudos { get; init => field = Named.Check(value); } = Named.Check(Kudos);

    internal override IEnumerable<Fact> Decide(Practice practice, PracticeContext context, Guards guards)
    {
        guards.RequireLivingHere(context);
        Kudos? given = practice.Recognition.Find(Kudos);
        if (guards.Require(given is not null, "kudos.unknown", $"There are no kudos '{Kudos}'."))
        {
            guards.Require(context.By.Is(given!.From), "kudos.not-giver", "Only who gave them can take them back.");
            guards.Require(!given.IsWithdrawn, "kudos.withdrawn", "They were taken back already.");
        }

        return [new KudosWithdrawn(Kudos)];
    }
}

/// <summary>Who gave kudos took them back.</summary>
/// <param name="Kudos">Which kudos.</param>
public sealed record KudosWithdrawn([property: JsonRequired] KudosId Kudos) : PracticeFact
{
    internal override Practice Apply(Practice before, Change change) => before.With(before.Recognition.Withdrawn(Kudos));
}
