using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Practices;

/// <summary>What is celebrated.</summary>
/// <remarks>The numbers are stable and are never reused. Firsts and anniversaries only: nobody is compared with anybody.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<MilestoneKind>))]
public enum MilestoneKind : byte
{
    /// <summary>A member's first contribution, see <see cref="Acts.IsContribution"/>.</summary>
    FirstContribution = 0,

    /// <summary>A member's first answer to somebody else's question.</summary>
    FirstAnswer = 1,

    /// <summary>The first gathering that a member hosted.</summary>
    FirstGatheringHosted = 2,

    /// <summary>The first artifact or story that a member published.</summary>
    FirstPublication = 3,

    /// <summary>A member has belonged for a number of whole years, leave included.</summary>
    YearsOfMembership = 4,

    /// <summary>The community was launched a number of whole years ago.</summary>
    YearsSinceLaunch = 5,

    /// <summary>A number of questions has been answered in the community, by whomever.</summary>
    QuestionsAnswered = 6,
}
