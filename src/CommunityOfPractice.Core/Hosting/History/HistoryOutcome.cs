using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>What the import of a community's history came to.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Facts">How many facts are in its journal now that were not there before.</param>
/// <param name="Refusals">Everything that a rule refused, in the order in which it was tried; empty when the journal says all that the source says.</param>
/// <param name="Notes">
/// What the journal cannot say or does not say as the source does, without a rule refusing anything: <c>history.status-open</c>,
/// <c>history.status-undated</c>, <c>history.never-launched</c>, <c>history.charter-late</c>, <c>history.no-people</c>.
/// </param>
public sealed record HistoryOutcome(CommunityId Community, int Facts, [property: JsonConverter(typeof(ValueListJsonConverter<HistoryRefusal>))] ValueList<HistoryRefusal> Refusals, [property: JsonConverter(typeof(ValueListJsonConverter<Reason>))] ValueList<Reason> Notes);

/// <summary>Something in a history that a rule refused.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="At">When it would have occurred, in UTC.</param>
/// <param name="Command">The name of the command, such as <c>AcceptNomination</c>.</param>
/// <param name="Period">The period of the source that it came from; null when it is about the community as a whole.</param>
/// <param name="Reasons">Every reason of the refusal.</param>
public sealed record HistoryRefusal(DateTimeOffset At, string Command, MembershipPeriod? Period, [property: JsonConverter(typeof(ValueListJsonConverter<Reason>))] ValueList<Reason> Reasons);
