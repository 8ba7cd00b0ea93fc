using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>Something about who carries a community that wants attention; never a violation.</summary>
/// <remarks>
/// Immutable and compared by value. Codes, which are stable: <c>succession.no-facilitator</c>, <c>succession.single-facilitator</c>,
/// <c>succession.no-successor</c>, <c>succession.facilitator-on-leave</c>, <c>succession.term-over</c>, <c>succession.term-ends</c>,
/// <c>succession.interim-deadline</c>, <c>succession.grace-running</c>, <c>succession.sponsor-vacant</c>.
/// </remarks>
/// <param name="Code">The stable code.</param>
/// <param name="Text">One sentence in plain English.</param>
/// <param name="Role">Which role it is about.</param>
/// <param name="Person">Whose role it is about; null when it is about a vacancy.</param>
/// <param name="On">The date it is about, in UTC; null without one.</param>
/// <param name="WithinDays">For a term: the tightest of <see cref="RoleCatalogue.TermWarnings"/> that it lies within, in days; null otherwise.</param>
public sealed record SuccessionWarning(string Code, string Text, Role Role, PersonId? Person, DateTimeOffset? On, int? WithinDays);
