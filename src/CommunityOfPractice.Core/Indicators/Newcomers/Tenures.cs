using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>When the people on a roster were there, away or gone, as far as it was known at the as-of instant.</summary>
/// <remarks>
/// Only plain memberships count, not roles. Leaving by choice and lapsing are what tenure is about; leave, the end of the community, an exit from the organisation, a term,
/// a removal and an erasure only end the watching. After a leave the same tenure goes on, after a lapse a new one begins.
/// </remarks>
internal sealed class Tenures
{
    private readonly Dictionary<PersonId, long> watchedUntil = [];

    /// <summary>In days of tenure: when each stretch came under watch in the window, when that ended, and whether by leaving or lapsing.</summary>
    public List<(double Entry, double End, bool Left)> Cases { get; } = [];

    /// <summary>How many people the stretches are of.</summary>
    public int People { get; private set; }

    /// <summary>The first instant, in UTC ticks, from which a person is no longer watched: on leave, or gone without having chosen to; the greatest number when there is none.</summary>
    public long WatchedUntil(PersonId person) => watchedUntil.GetValueOrDefault(person, long.MaxValue);

    public static Tenures Of(Roster roster, TimeWindow window)
    {
        Tenures tenures = new();
        foreach (IGrouping<PersonId, MembershipPeriod> person in roster.Periods.Where(p => p.Role is null && p.From < window.Until && !(p.Until <= p.From)).GroupBy(p => p.Person))
        {
            int before = tenures.Cases.Count;
            tenures.Follow(person.Key, [.. person], window);
            tenures.People += tenures.Cases.Count > before ? 1 : 0;
        }

        return tenures;
    }

    private void Follow(PersonId person, List<MembershipPeriod> periods, TimeWindow window)
    {
        long end = window.Until.UtcTicks;
        List<(long At, MembershipPeriod Period, bool Begins)> changes = [.. periods.Select(p => (p.From.UtcTicks, p, true))];
        changes.AddRange(periods.Where(p => p.Until?.UtcTicks < end).Select(p => (p.Until!.Value.UtcTicks, p, false)));
        changes.Sort((a, b) => a.At.CompareTo(b.At));
        Dictionary<MembershipStatus, int> covering = [];
        MembershipStatus was = MembershipStatus.None;
        long start = 0, since = 0;
        for (int i = 0; i < changes.Count;)
        {
            long at = changes[i].At;
            bool taken = false;
            for (; i < changes.Count && changes[i].At == at; i++)
            {
                MembershipPeriod period = changes[i].Period;
                covering[period.Status] = covering.GetValueOrDefault(period.Status) + (changes[i].Begins ? 1 : -1);
                taken |= !changes[i].Begins && period.Reason is not (null or LeaveReason.Choice);
            }

            MembershipStatus now = StatusOf(covering);
            if (was == MembershipStatus.Active && now != was)
            {
                Add(start, since, at, now == MembershipStatus.Lapsed || (now == MembershipStatus.None && !taken), window);
            }

            if (now == MembershipStatus.Paused || (now == MembershipStatus.None && taken))
            {
                watchedUntil.TryAdd(person, at);
            }

            start = now is MembershipStatus.Active or MembershipStatus.Paused && was is MembershipStatus.None or MembershipStatus.Lapsed ? at : start;
            since = now != was ? at : since;
            was = now;
        }

        if (was == MembershipStatus.Active)
        {
            Add(start, since, end, left: false, window);
        }
    }

    /// <summary>Being away goes before being there.</summary>
    private static MembershipStatus StatusOf(Dictionary<MembershipStatus, int> covering)
    {
        MembershipStatus? away = covering.GetValueOrDefault(MembershipStatus.Paused) > 0 ? MembershipStatus.Paused
            : covering.GetValueOrDefault(MembershipStatus.Lapsed) > 0 ? MembershipStatus.Lapsed : null;
        return away ?? (covering.GetValueOrDefault(MembershipStatus.Active) > 0 ? MembershipStatus.Active : MembershipStatus.None);
    }

    private void Add(long start, long since, long until, bool left, TimeWindow window)
    {
        long entry = Math.Max(since, window.From.UtcTicks);
        if (entry < until)
        {
            Cases.Add((Days(entry - start), Days(until - start), left));
        }

        static double Days(long ticks) => (double)ticks / TimeSpan.TicksPerDay;
    }
}
