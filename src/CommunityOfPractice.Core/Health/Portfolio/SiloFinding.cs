using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Health;

/// <summary>What a cell of a silo map shows, once all its cells are tested at one level of 5 %.</summary>
/// <remarks>The numbers are stable and are never reused.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<SiloFinding>))]
public enum SiloFinding : byte
{
    /// <summary>No difference from chance was detected, which does not show that there is none.</summary>
    NoDetectableDifference = 0,

    /// <summary>More ties than by chance.</summary>
    More = 1,

    /// <summary>Fewer ties than by chance.</summary>
    Fewer = 2,

    /// <summary>The cell is withheld.</summary>
    Withheld = 3,
}
