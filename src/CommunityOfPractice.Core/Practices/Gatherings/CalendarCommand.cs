using System.Runtime.CompilerServices;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>A command about gatherings and their series.</summary>
/// <param name="Community">The community that it is put to.</param>
public abstract record CalendarCommand(CommunityId Community) : PracticeCommand(Community)
{
    /// <summary>The facts that follow; guards that are not met are noted.</summary>
    internal abstract IEnumerable<Fact> Decide(Calendar calendar, PracticeContext context, Guards guards);

    internal sealed override IEnumerable<Fact> Decide(Practice practice, PracticeContext context, Guards guards)
    {
        guards.Require(context.Community.IsLiving, "community.not-living", $"This needs a community that goes on; '{context.Community.Id}' is {context.Community.Status}.");
        return Decide(practice.Calendar, context, guards);
    }

    /// <summary>Each of them once.</summary>
    private protected static ValueList<PersonId> Once(ValueList<PersonId> people, [CallerArgumentExpression(nameof(people))] string? parameter = null) =>
        Named.All(people, parameter).Distinct().ToValueList();
}

/// <summary>A command about one gathering, or one occurrence of a series.</summary>
/// <param name="Community">The community that it is put to.</param>
/// <param name="Gathering">The gathering.</param>
/// <exception cref="ArgumentException"><paramref name="Gathering"/> is the default value.</exception>
public abstract record GatheringCommand(CommunityId Community, GatheringId Gathering) : CalendarCommand(Community)
{
    /// <summary>Gets the gathering.</summary>
    /// <value>Never the default value.</value>
    public GatheringId Gathering { get; init => field = Named.Check(value); } = Named.Check(Gathering);

    /// <summary>The facts that follow about a gathering that there is; guards that are not met are noted.</summary>
    private protected abstract IEnumerable<Fact> Decide(Gathering gathering, PracticeContext context, Guards guards);

    internal override IEnumerable<Fact> Decide(Calendar calendar, PracticeContext context, Guards guards)
    {
        Gathering? found = calendar.Find(Gathering);
        if (!guards.Require(found is not null, "gathering.unknown", $"There is no gathering '{Gathering}'."))
        {
            return [];
        }

        IEnumerable<Fact> facts = Decide(found!, context, guards);
        return calendar.Knows(found!.Id) ? facts : facts.Prepend(GatheringScheduled.Of(found.Info));
    }
}
