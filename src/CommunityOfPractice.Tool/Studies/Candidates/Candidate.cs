using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Tool.Studies.Candidates;

/// <summary>An indicator that is tried in a study and not part of the library.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Of">Its value, from who contributed in which week; null for too little data.</param>
internal sealed record Candidate(string Id, Func<Weeks, double?> Of) : IHealthIndicator
{
    public IndicatorInfo Info { get; } = new(Id, Id, "index", "A candidate.");

    /// <summary>What is tried, each by a reason of its own; see docs/validation.md.</summary>
    public static IReadOnlyList<Candidate> All { get; } =
    [
        new("try-shared-weeks-2", w => w.Observed < 8 ? null : w.ShareOfWeeks(2)),
        new("try-shared-weeks-3", w => w.Observed < 8 ? null : w.ShareOfWeeks(3)),
        new("try-active-weeks", w => w.Observed < 8 ? null : w.ShareOfWeeks(1)),
        new("try-regulars-2-weeks", w => w.Regulars(2)),
        new("try-regulars-quarter", w => w.Regulars((int)Math.Ceiling(w.Window / 4.0))),
        new("try-regulars-core", w => w.Regulars((int)Math.Ceiling(w.Window * 6 / 13.0))),
        new("try-effective-people", w => w.People.Count == 0 ? null : Math.Exp(w.People.Sum(p => -(double)p.Value.Acts / w.Acts * Math.Log((double)p.Value.Acts / w.Acts)))),
        new("try-effective-weeks", w => w.People.Count == 0 ? null : Math.Exp(w.People.Sum(p => -(double)p.Value.Weeks.Count / w.PersonWeeks * Math.Log((double)p.Value.Weeks.Count / w.PersonWeeks)))),
        new("try-absence-of-weeks", w => AbsenceFactor.Of<int>([.. w.People.Values.Select(p => p.Weeks.Count)])),
        new("try-weekly-people", w => w.Observed < 8 ? null : (double)w.PersonWeeks / w.Observed),
        new("try-stickiness", w => w.Month.Count == 0 ? null : w.MonthWeekly / w.Month.Count),
        new("try-continuing", w => w.Earlier.Count < 5 ? null : (double)w.Earlier.Count(w.People.ContainsKey) / w.Earlier.Count),
        new("try-continuing-3", w => w.Earlier.Count < 3 ? null : (double)w.Earlier.Count(w.People.ContainsKey) / w.Earlier.Count),
        new("try-continuing-regulars", w => w.EarlierRegulars.Count < 3 ? null : (double)w.EarlierRegulars.Count(w.People.ContainsKey) / w.EarlierRegulars.Count),
        new("try-newcomers-among", w => w.People.Count < 5 ? null : (double)w.People.Keys.Count(p => !w.Before.Contains(p)) / w.People.Count),
        new("try-returning-newcomers", w => w.Newcomers.Count < 5 ? null : (double)w.Newcomers.Count(n => n.Value) / w.Newcomers.Count),
        new("try-top-share", w => w.Acts == 0 ? null : 1 - ((double)w.People.Values.Max(p => p.Acts) / w.Acts)),
        new("try-rhythm", w => w.Gaps.Length < 4 || Burstiness.OfFew(w.Gaps) is not { } b ? null : (1 - b) / 2),
    ];

    public Reading Read(HealthEvidence evidence) => Of(Weeks.Of(evidence)) is { } value && double.IsFinite(value)
        ? new(new Measurement.Value(value, 1))
        : new(new Measurement.InsufficientData("of what it takes", 0, 1));
}
