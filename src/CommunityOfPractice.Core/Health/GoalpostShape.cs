using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Health;

/// <summary>How a measured value becomes a score between its goalposts.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GoalpostShape>))]
public enum GoalpostShape
{
    /// <summary>In a straight line from the first point (0) to the second (100); falling when the second point is the lower one.</summary>
    Linear = 0,

    /// <summary>In a straight line of the logarithm of the value; both points are positive.</summary>
    Logarithmic = 1,

    /// <summary>0 up to the first point, rising to 100 at the second, 100 up to the third, falling to 0 at the fourth.</summary>
    Band = 2,

    /// <summary>Yes or no: a value above zero is a yes. The points are the scores of a no and of a yes.</summary>
    Binary = 3,
}
