using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>A member thanks another one.</summary>
/// <remarks>
/// Guards: <c>community.not-living</c>, <c>actor.not-a-member</c>, <c>kudos.self</c>, <c>kudos.not-a-member</c> (who is thanked), <c>kudos.opted-out</c> (who is thanked does not
/// want to be recognised), <c>kudos.exists</c>, <c>kudos.no-reason</c>, <c>kudos.rate-limit</c> (<see cref="PracticePolicy.MaxKudosPerDay"/>).
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Kudos">The id that the host gives it.</param>
/// <param name="To">Who is thanked.</param>
/// <param name="Reason">What for.</param>
/// <param name="About">What it is about, as the host names things, such as an answer or a gathering; null for nothing in particular.</param>
/// <exception cref="ArgumentException">An id is the default value.</exception>
public sealed record GiveKudos(CommunityId Community, KudosId Kudos, PersonId To, string Reason, string? About = null) : PracticeCommand(Community)
{
    /// <summary>Gets the id that the host gives it.</summary>
    /// <value>Never the default value.</value>
    public KudosId Kudos { get; init => field = Named.Check(value); } = Named.Check(Kudos);

    /// <summary>Gets who is thanked.</summary>
    /// <value>Never the default value.</value>
    public PersonId To { get; init => field = Named.Check(value); } = Named.Check(To);

    internal override IEnumerable<Fact> Decide(Practice practice, PracticeContext context, Guards guards)
    {
        Recognition recognition = practice.Recognition;
        guards.RequireLivingHere(context);
        guards.RequireMember(context);
        guards.Require(!context.By.Is(To), "kudos.self", "Nobody thanks themselves.");
        guards.Require(context.IsMember(To), "kudos.not-a-member", $"'{To}' is no member of the community.");
        guards.Require(!recognition.IsOptedOut(To), "kudos.opted-out", $"'{To}' does not want to be recognised.");
        guards.Require(recognition.Find(Kudos) is null, "kudos.exists", $"There are kudos '{Kudos}' already.");
        guards.RequireText(Reason, "kudos.no-reason", "Whoever thanks says what for.");
        if (context.By.Person is not { } from)
        {
            return [];
        }

        guards.Require(recognition.GivenOn(from, context.At) < context.Policy.MaxKudosPerDay, "kudos.rate-limit", $"One member gives kudos at most {context.Policy.MaxKudosPerDay} times a day.");
        return [new KudosGiven(Kudos, from, To, Reason, About)];
    }
}

/// <summary>A member thanked another one.</summary>
/// <param name="Kudos">Which kudos.</param>
/// <param name="From">Who thanked.</param>
/// <param name="To">Who was thanked.</param>
/// <param name="Reason">What for.</param>
/// <param name="About">What it is about, as the host names things; null for nothing in particular.</param>
public sealed record KudosGiven(
    [property: JsonRequired] KudosId Kudos,
    [property: JsonRequired] PersonId From,
    [property: JsonRequired] PersonId To,
    [property: PersonalData, JsonRequired] string Reason,
    [property: PersonalData] string? About) : PracticeFact
{
    internal override Practice Apply(Practice before, Change change) =>
        before.With(before.Recognition.Given(new Kudos(Kudos, From, To, change.OccurredAt, Reason, About)));

    internal override IEnumerable<FactActivity> Activities(Practice before, Change change) => [new(From, Act.React) { To = [To] }];
}
