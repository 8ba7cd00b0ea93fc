using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Health;

/// <summary>On what it rests that somebody's acts are counted in health reports.</summary>
/// <remarks>
/// Product policy, not a statement about a legal basis; which one applies is for the host to find out. The numbers are stable and are never reused.
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<AnalyticsBasis>))]
public enum AnalyticsBasis : byte
{
    /// <summary>Everybody is counted who did not object.</summary>
    Objection = 0,

    /// <summary>Only those are counted who agreed.</summary>
    Consent = 1,
}
