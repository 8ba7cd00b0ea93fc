using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>What a row of the interchange format speaks of.</summary>
/// <remarks>In JSON Lines the <c>kind</c> of a line is the lower-case name; a CSV file holds rows of one kind.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<InterchangeKind>))]
public enum InterchangeKind : byte
{
    /// <summary>One thing that one person did: <c>activity</c>.</summary>
    Activity = 0,

    /// <summary>What is known about a person for a stretch of time: <c>person</c>.</summary>
    Person = 1,

    /// <summary>A community: <c>community</c>.</summary>
    Community = 2,

    /// <summary>A stretch of time in which a person belonged to a community or held a role in it: <c>membership</c>.</summary>
    Membership = 3,

    /// <summary>A meeting of a few people that was proposed or held: <c>meeting</c>.</summary>
    Meeting = 4,

    /// <summary>A gathering of a community, or a series of them: <c>gathering</c>.</summary>
    Gathering = 5,

    /// <summary>What one person has to do with one gathering: <c>attendance</c>.</summary>
    Attendance = 6,

    /// <summary>Something that a community made and keeps: <c>artifact</c>.</summary>
    Artifact = 7,

    /// <summary>One claim of a value story: <c>story</c>.</summary>
    Story = 8,

    /// <summary>How many members somebody counted: <c>headcount</c>.</summary>
    Headcount = 9,

    /// <summary>An id that stands for a person who has another one: <c>alias</c>.</summary>
    Alias = 10,
}
