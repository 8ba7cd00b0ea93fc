using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Who hosted a series before, as often as that changed.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Periods">Ascending by the instant through which they hosted.</param>
public sealed record HostHistory([property: JsonConverter(typeof(ValueListJsonConverter<PastHosts>))] ValueList<PastHosts> Periods);
