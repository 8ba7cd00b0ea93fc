using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using static CommunityOfPractice.Core.Hosting.Standing;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>The rows of the matrix that is used unless the host brings its own.</summary>
internal static class DefaultPermissions
{
    public static Dictionary<Type, Standing> Rows { get; } = new()
    {
        [typeof(LaunchCommunity)] = Facilitator | Sponsor | Administrator,
        [typeof(JoinCommunity)] = Self,
        [typeof(RecordAlumnus)] = Administrator,
    };
}
