using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>When each person started, and what became of it.</summary>
/// <remarks>
/// Somebody starts when their first membership begins, when members are known, and otherwise with their first activity in the log.
/// </remarks>
internal sealed class Newcomers
{
    private readonly Newcomer?[] byActor;

    private Newcomers(IReadOnlyList<Newcomer> all, Newcomer?[] byActor)
    {
        All = all;
        this.byActor = byActor;
    }

    /// <summary>Everybody who started before the as-of instant.</summary>
    public IReadOnlyList<Newcomer> All { get; }

    /// <summary>When an actor started, in UTC ticks; null for somebody who did not.</summary>
    public long? StartOf(int actor) => byActor[actor]?.Start;

    /// <summary>Those who started in the window and whose first days, as many as given, lie before the as-of instant and before any leave or exit.</summary>
    public IEnumerable<Newcomer> StartedWithExposure(HealthEvidence evidence, TimeSpan exposure) =>
        All.Where(n => n.Start >= evidence.Window.From.UtcTicks && n.Start + exposure.Ticks <= evidence.AsOf.UtcTicks && n.IsWatched(exposure));

    /// <summary>When enough people, of those who have started already, will be in the window with their first days behind them; null when more must start.</summary>
    public DateTimeOffset? EnoughOn(HealthEvidence evidence, TimeSpan exposure, int need)
    {
        long[] starts = [.. All.Where(n => n.IsWatched(exposure)).Select(n => n.Start).Order()];
        for (int first = 0; first + need <= starts.Length; first++)
        {
            long on = starts[first + need - 1] + exposure.Ticks;
            if (on > evidence.AsOf.UtcTicks && starts[first] >= on - evidence.Window.Length.Ticks)
            {
                return new DateTimeOffset(starts[first + need - 1], TimeSpan.Zero).Later(exposure);
            }
        }

        return null;
    }

    /// <summary>The reading of the newcomers with full exposure who were seen again in the bracket of so many days.</summary>
    public static Reading ShareSeenAgain(HealthEvidence evidence, int days, Func<Newcomer, bool> seenAgain)
    {
        TimeSpan bracket = TimeSpan.FromDays(days);
        if (WindowTooShort(evidence, bracket) is { } tooShort)
        {
            return tooShort;
        }

        List<Newcomer> cohort = [.. evidence.Newcomers.StartedWithExposure(evidence, bracket)];
        return Reading.OfShare(cohort.Count(seenAgain), cohort.Count, 5, $"newcomers with {days} days since they started", evidence.Newcomers.EnoughOn(evidence, bracket, 5));
    }

    /// <summary>A reading that the window is too short for anybody to start in it and to have had their first days; null when it is not.</summary>
    public static Reading? WindowTooShort(HealthEvidence evidence, TimeSpan exposure) => evidence.Window.Length > exposure
        ? null
        : Reading.NotApplicable("window.short", $"The window is no longer than the {exposure.Days} days that newcomers are followed.");

    public static Newcomers Of(HealthEvidence evidence)
    {
        ActivityWindow history = evidence.History;
        List<Newcomer> all = [];
        Newcomer?[] byActor = new Newcomer?[evidence.Actors.Count];
        bool known = evidence.MembersKnown;
        if (known)
        {
            foreach ((PersonId person, DateTimeOffset joined) in evidence.Roster!.FirstJoined())
            {
                if (joined < evidence.AsOf)
                {
                    Newcomer newcomer = new(joined.UtcTicks, evidence.Tenures.WatchedUntil(person));
                    all.Add(newcomer);
                    int actor = history.Log.NumberOf(person) is { } number ? evidence.Actors.Find(number) : -1;
                    if (actor >= 0)
                    {
                        byActor[actor] = newcomer;
                    }
                }
            }
        }

        ReadOnlySpan<int> actors = evidence.Actors.OfHistory, replies = history.Replies;
        ReadOnlySpan<Act> acts = history.Acts;
        ReadOnlySpan<long> times = history.Times;
        for (int i = 0; i < actors.Length; i++)
        {
            if (actors[i] < 0)
            {
                continue;
            }

            Newcomer? newcomer = byActor[actors[i]];
            if (newcomer is null)
            {
                if (known)
                {
                    continue;
                }

                newcomer = new(times[i]);
                byActor[actors[i]] = newcomer;
                all.Add(newcomer);
            }

            newcomer.Saw(acts[i], times[i], i, replies.Length > 0 && replies[i] != -1);
        }

        return new(all, byActor);
    }
}

/// <summary>One person's first steps, in UTC ticks.</summary>
internal sealed class Newcomer(long start, long watchedUntil = long.MaxValue)
{
    private const long Day = TimeSpan.TicksPerDay;

    public long Start { get; } = start;

    /// <summary>The first contribution at or after the start.</summary>
    public long? FirstContribution { get; private set; }

    /// <summary>The index in the history of the first post or question of one's own within 30 days of the start; -1 when there is none.</summary>
    public int FirstOpening { get; private set; } = -1;

    /// <summary>The first instant of a leave, or of an exit that was not their choice; the greatest number when there is none.</summary>
    public long WatchedUntil { get; } = watchedUntil;

    /// <summary>Whether there was any activity from the second to the seventh day.</summary>
    public bool CameBackSoon { get; private set; }

    /// <summary>Whether there was any activity from the eighth to the thirtieth day.</summary>
    public bool CameBack { get; private set; }

    /// <summary>Whether there was any activity from the thirty-first to the ninetieth day.</summary>
    public bool CameBackLater { get; private set; }

    /// <summary>Whether nothing took them away during their first days, as many as given.</summary>
    public bool IsWatched(TimeSpan exposure) => WatchedUntil - Start >= exposure.Ticks;

    public void Saw(Act act, long at, int index, bool isReply)
    {
        long since = at - Start;
        if (since < 0)
        {
            return;
        }

        CameBackSoon |= since >= Day && since < 7 * Day;
        CameBack |= since >= 7 * Day && since < 30 * Day;
        CameBackLater |= since >= 30 * Day && since < 90 * Day;
        if (act.IsContribution())
        {
            FirstContribution ??= at;
            if (FirstOpening < 0 && !isReply && since < 30 * Day && act is Act.Post or Act.Ask)
            {
                FirstOpening = index;
            }
        }
    }
}
