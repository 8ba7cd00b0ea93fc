using CommunityOfPractice.Core.Communities;

namespace CommunityOfPractice.Core.Practices;

/// <summary>A fact about gatherings and their series.</summary>
public abstract record CalendarFact : PracticeFact
{
    private protected CalendarFact()
    {
    }

    /// <summary>What the calendar is after the fact; a fact about a gathering that is not there changes nothing.</summary>
    internal abstract Calendar Apply(Calendar before, DateTimeOffset at);

    internal sealed override Practice Apply(Practice before, Change change) => before.With(Apply(before.Calendar, change.OccurredAt));
}
