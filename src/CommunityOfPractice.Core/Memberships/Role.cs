using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>What somebody is appointed to do for a community; never inferred from how much they take part.</summary>
/// <remarks>The numbers are stable and are never reused; the interchange format uses the names of <see cref="Roles"/>.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<Role>))]
public enum Role : byte
{
    /// <summary>Keeps the focus, runs the rhythm and connects people. Also called coordinator, chair, lead or organiser.</summary>
    Facilitator = 0,

    /// <summary>Champions the community in the organisation; need not be a member.</summary>
    Sponsor = 1,

    /// <summary>Belongs to the appointed core group that moves the agenda.</summary>
    CoreGroup = 2,

    /// <summary>Organises the community's artifacts.</summary>
    KnowledgeSteward = 3,

    /// <summary>Runs meetings.</summary>
    MeetingFacilitator = 4,

    /// <summary>Welcomes newcomers and introduces people to each other.</summary>
    PeopleConnector = 5,

    /// <summary>Stands for substance in some topics.</summary>
    DomainExpert = 6,

    /// <summary>Looks after the community's platform.</summary>
    TechnologySteward = 7,

    /// <summary>Accompanies newcomers in a pair.</summary>
    Mentor = 8,

    /// <summary>No role to hold: in a roster, the recognition of a former member. Nobody is appointed to it; see <see cref="RecordAlumnus"/>.</summary>
    Alumnus = 9,
}
