using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>In what capacity somebody acts towards a community and the person a command concerns; several at once.</summary>
/// <remarks>The numbers are stable and are never reused.</remarks>
[Flags]
[JsonConverter(typeof(JsonStringEnumConverter<Standing>))]
public enum Standing
{
    /// <summary>In none.</summary>
    None = 0,

    /// <summary>Any person.</summary>
    Anyone = 1,

    /// <summary>The person whom the command concerns.</summary>
    Self = 2,

    /// <summary>An active member.</summary>
    Member = 4,

    /// <summary>A member of the appointed core group.</summary>
    CoreGroup = 8,

    /// <summary>A facilitator who is an active member.</summary>
    Facilitator = 16,

    /// <summary>The sponsor.</summary>
    Sponsor = 32,

    /// <summary>The host application, for its administrators and imports.</summary>
    Administrator = 64,

    /// <summary>A rule of a policy.</summary>
    Policy = 128,

    /// <summary>Who proposed the community, as long as it is a proposal.</summary>
    Proposer = 256,
}
