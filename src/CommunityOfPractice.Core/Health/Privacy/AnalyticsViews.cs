using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Health;

/// <summary>Which views of single people a host switched on.</summary>
/// <remarks>A set of flags. The numbers are stable and are never reused.</remarks>
[Flags]
[JsonConverter(typeof(JsonStringEnumConverter<AnalyticsViews>))]
public enum AnalyticsViews : byte
{
    /// <summary>None: every reading is about a community or a group of at least the smallest size.</summary>
    AggregateOnly = 0,

    /// <summary>People see readings about themselves.</summary>
    Self = 1,

    /// <summary>Facilitators see readings about members of their community; every look is logged.</summary>
    Facilitator = 2,
}
