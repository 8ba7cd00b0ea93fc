using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>What the number of observations behind a reading counts, which decides when a reading is about too few people.</summary>
/// <remarks>The numbers are stable and are never reused.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<ReadingGroup>))]
public enum ReadingGroup : byte
{
    /// <summary>Acts, questions, ties or weeks: the reading is about everybody who contributed in the window.</summary>
    Events = 0,

    /// <summary>People, such as newcomers: fewer of them than the smallest group are not told about.</summary>
    People = 1,

    /// <summary>Holders of an office, such as facilitators, hosts and sponsors: how the office is filled, which everybody who sees the community knows.</summary>
    Office = 2,

    /// <summary>What the community has written down or planned, such as its charter: about nobody, and told however small the community is.</summary>
    Nobody = 3,
}
