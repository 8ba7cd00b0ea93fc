using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Matching;

/// <summary>What a pairing round makes.</summary>
/// <remarks>The numbers are stable and are never reused.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<PairingFormat>))]
public enum PairingFormat : byte
{
    /// <summary>Pairs; who is left over joins a pair.</summary>
    Pairs = 0,

    /// <summary>Groups of nearly the same size, each with a host.</summary>
    Groups = 1,

    /// <summary>One group whose seats are drawn by lot among those who were drawn least often.</summary>
    Lottery = 2,
}
