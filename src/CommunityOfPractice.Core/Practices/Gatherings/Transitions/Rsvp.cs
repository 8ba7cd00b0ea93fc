using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Somebody answers whether they come, for themselves; nobody answers for others.</summary>
/// <remarks>
/// A yes takes a free place, or the last turn in the queue. Whoever gives a place up frees it for who waits longest; whoever comes back is last again. Guards: <c>community.not-living</c>,
/// <c>gathering.unknown</c>, <c>actor.not-own-act</c>, <c>gathering.not-planned</c>, <c>gathering.started</c>, <c>rsvp.members-only</c>, <c>rsvp.kept-out</c>, <c>rsvp.unchanged</c>.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Gathering">The gathering, or an occurrence of a series.</param>
/// <param name="Person">Who answers.</param>
/// <param name="Answer">What.</param>
/// <exception cref="ArgumentException">An id is the default value.</exception>
public sealed record Rsvp(CommunityId Community, GatheringId Gathering, PersonId Person, RsvpAnswer Answer) : GatheringCommand(Community, Gathering)
{
    /// <summary>Gets who answers.</summary>
    /// <value>Never the default value.</value>
    public PersonId Person { get; init => field = Named.Check(value); } = Named.Check(Person);

    /// <inheritdoc/>
    public override PersonId? Subject => Person;

    private protected override IEnumerable<Fact> Decide(Gathering gathering, PracticeContext context, Guards guards)
    {
        Defined.Check(Answer);
        RsvpStatus before = gathering.StatusOf(Person);
        guards.OwnAct(context, Person);
        guards.Planned(gathering);
        guards.NotStarted(gathering, context);
        guards.Require(gathering.Info.Details.Audience != GatheringAudience.Members || context.IsMember(Person), "rsvp.members-only", "This gathering is for members.");
        guards.Require(!context.IsKeptOut(Person), "rsvp.kept-out", "This person may not come.");
        guards.Require(!IsAnswered(before), "rsvp.unchanged", $"'{Person}' has answered so already.");
        bool full = gathering.Going >= gathering.Info.Capacity;
        bool waits = Answer == RsvpAnswer.Yes && full;
        return guards.Met
            ? [new RsvpGiven(gathering.Id, Person, Answer, waits), .. before == RsvpStatus.Going ? GuestChanges.Promotions(gathering.Id, gathering.Guests.Without(Person), gathering.Info.Capacity) : []]
            : [];
    }

    private bool IsAnswered(RsvpStatus status) => Answer switch
    {
        RsvpAnswer.Yes => status is RsvpStatus.Going or RsvpStatus.Waiting,
        RsvpAnswer.Maybe => status == RsvpStatus.Maybe,
        _ => status == RsvpStatus.Declined,
    };
}

/// <summary>Somebody answered whether they come.</summary>
/// <param name="Gathering">The gathering.</param>
/// <param name="Person">Who answered.</param>
/// <param name="Answer">What.</param>
/// <param name="Waits">Whether a yes found no free place: they wait, after everybody who waits already.</param>
public sealed record RsvpGiven(GatheringId Gathering, PersonId Person, RsvpAnswer Answer, bool Waits) : CalendarFact
{
    internal override Calendar Apply(Calendar before, DateTimeOffset at) => before.With(Gathering, g => g.With(g.Guests.Answer(Person, Status, at)));

    private RsvpStatus Status => Answer switch
    {
        RsvpAnswer.Yes => Waits ? RsvpStatus.Waiting : RsvpStatus.Going,
        RsvpAnswer.Maybe => RsvpStatus.Maybe,
        _ => RsvpStatus.Declined,
    };
}

/// <summary>Somebody who waited got a place.</summary>
/// <param name="Gathering">The gathering.</param>
/// <param name="Person">Who got it; the host tells them.</param>
public sealed record GuestPromoted(GatheringId Gathering, PersonId Person) : CalendarFact
{
    internal override Calendar Apply(Calendar before, DateTimeOffset at) => before.With(Gathering, g => g.With(g.Guests.Promote(Person)));
}

/// <summary>An answer counts no more: the person is no member any more, was erased, or may not come for another reason.</summary>
/// <param name="Gathering">The gathering.</param>
/// <param name="Person">Whose answer.</param>
public sealed record RsvpEnded(GatheringId Gathering, PersonId Person) : CalendarFact
{
    internal override Calendar Apply(Calendar before, DateTimeOffset at) => before.With(Gathering, g => g.With(g.Guests.Without(Person)));
}
