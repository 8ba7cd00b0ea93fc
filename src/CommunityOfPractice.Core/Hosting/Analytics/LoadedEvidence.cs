using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>What was loaded about a community; several windows can be looked at.</summary>
internal sealed record LoadedEvidence(CommunityId Community, ActivityLog Log, Roster? Roster, IReadOnlyDictionary<PersonId, Person> People)
{
    /// <summary>The reason when somebody is not to be counted.</summary>
    public static Reason NotCounted { get; } = new("analytics.not-counted", "They are not counted: they objected, or did not agree.");

    /// <summary>The entries up to the latest instant that can be asked for, in their order; empty for a host without a journal.</summary>
    public IReadOnlyList<JournalEntry> Journal { get; init; } = [];

    /// <summary>Who is counted.</summary>
    public Func<PersonId, bool> Counts { get; init; } = _ => true;

    /// <summary>Which ids are one person.</summary>
    public PersonAliases Aliases { get; init; } = PersonAliases.None;

    public PracticePolicy PracticePolicy { get; init; } = PracticePolicy.Default;

    /// <summary>How many people the organisation had, as of each instant that was asked for.</summary>
    public IReadOnlyDictionary<DateTimeOffset, OrganisationCounts> Organisation { get; init; } = new Dictionary<DateTimeOffset, OrganisationCounts>();

    /// <summary>Everything known in a window, domain and practice as the journal tells them at its end. O(entries).</summary>
    public HealthEvidence In(TimeWindow window)
    {
        if (Journal.Count == 0)
        {
            return new(Community, Log, window, Roster, People) { PracticePolicy = PracticePolicy, Organisation = Organisation.GetValueOrDefault(window.Until) };
        }

        CommunityRecord record = new(Community);
        List<TimeWindow> breaks = [];
        foreach (JournalEntry entry in Journal.TakeWhile(e => e.Change.OccurredAt < window.Until))
        {
            record.Apply(entry);
            NoteBreak(breaks, entry.Change);
        }

        return new(Community, Log, window, Roster, People)
        {
            State = record.Community,
            SuccessorReady = record.Members.Successor(Role.Facilitator) is not null,
            Practice = CountedPractice.Of(record.Practice, Counts, Aliases),
            Breaks = breaks.ToValueList(),
            PracticePolicy = PracticePolicy,
            Organisation = Organisation.GetValueOrDefault(window.Until),
        };
    }

    /// <summary>Only people, what they did and when they were on a break, for what looks at nothing else. O(entries).</summary>
    public HealthEvidence ActivityIn(TimeWindow window)
    {
        List<TimeWindow> breaks = [];
        foreach (JournalEntry entry in Journal.TakeWhile(e => e.Change.OccurredAt < window.Until))
        {
            NoteBreak(breaks, entry.Change);
        }

        return new(Community, Log, window, Roster, People) { Breaks = breaks.ToValueList() };
    }

    /// <summary>A break given again moves its end; one that is ended early ends then.</summary>
    private static void NoteBreak(List<TimeWindow> breaks, Change change)
    {
        bool running = breaks.Count > 0 && breaks[^1].Until > change.OccurredAt;
        switch (change.Fact)
        {
            case CommunityPaused paused when running:
                breaks[^1] = new(breaks[^1].From, paused.Until);
                break;
            case CommunityPaused paused:
                breaks.Add(new(change.OccurredAt, paused.Until));
                break;
            case CommunityResumed or PauseEnded when running:
                breaks[^1] = new(breaks[^1].From, change.OccurredAt);
                break;
        }
    }
}
