using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Who carries a community, until when, and who comes next.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Warnings">What wants attention, by role, person and code.</param>
/// <param name="Outlook">For each active facilitator, what happens if they go today; by id.</param>
public sealed record SuccessionView(
    [property: JsonConverter(typeof(ValueListJsonConverter<SuccessionWarning>))] ValueList<SuccessionWarning> Warnings,
    [property: JsonConverter(typeof(ValueListJsonConverter<SuccessionOutlook>))] ValueList<SuccessionOutlook> Outlook);
