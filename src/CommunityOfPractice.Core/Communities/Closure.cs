using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>The closing of a community, from its announcement on; kept for ever.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Reason">Why it closes.</param>
/// <param name="AnnouncedOn">When it was announced, in UTC.</param>
/// <param name="EffectiveOn">When the objection window ends, in UTC; it can close from then on.</param>
/// <param name="From">Where the community stood before.</param>
/// <param name="Plan">What becomes of what it leaves behind.</param>
/// <param name="Objections">Who objected, in order.</param>
/// <param name="EndedOn">When it closed, or the closing was cancelled, in UTC; null while it is under way.</param>
/// <param name="Cancelled">Whether it was cancelled.</param>
public sealed record Closure(
    [property: PersonalData] string Reason,
    DateTimeOffset AnnouncedOn,
    DateTimeOffset EffectiveOn,
    CommunityStatus From,
    LegacyPlan Plan,
    [property: JsonConverter(typeof(ValueListJsonConverter<Objection>))] ValueList<Objection> Objections,
    DateTimeOffset? EndedOn = null,
    bool Cancelled = false);
