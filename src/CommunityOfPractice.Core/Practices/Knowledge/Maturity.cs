using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Practices;

/// <summary>How far an innovation has come.</summary>
/// <remarks>The numbers are stable and are never reused.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<Maturity>))]
public enum Maturity : byte
{
    /// <summary>Somebody has thought of it.</summary>
    Idea = 0,

    /// <summary>Somebody has tried it.</summary>
    Tried = 1,

    /// <summary>It has become the way in which things are done.</summary>
    Adopted = 2,
}
