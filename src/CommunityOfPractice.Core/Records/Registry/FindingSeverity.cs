using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Records;

/// <summary>How much a finding matters.</summary>
/// <remarks>The numbers are stable and are never reused.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<FindingSeverity>))]
public enum FindingSeverity : byte
{
    /// <summary>An invariant is broken: the data were changed behind the library's back.</summary>
    Error = 0,

    /// <summary>Somebody has to do something: a review is overdue, a community lacks a facilitator.</summary>
    Warning = 1,

    /// <summary>Worth knowing: one facilitator only, no sponsor.</summary>
    Advice = 2,
}
