using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>How much memory communities that are read may still take: what a few bytes can ask for. Members come by community.</summary>
internal struct CommunityAllowance(long memory)
{
    private const long Community = 160; // a TalliedCommunity and its place in the list
    private const long Count = sizeof(int); // for each count up to the largest of a community
    private const long Group = 2 * sizeof(long); // for each group up to the last of a community's members

    private long left = memory;
    private int largest;
    private int groups;

    /// <summary>Takes memory for communities, of which the last one's members follow.</summary>
    /// <exception cref="FormatException">There is not so much left.</exception>
    public void TakeCommunities(long more, int periods)
    {
        TallyBytes.Take(ref left, more * (Community + (sizeof(int) * periods)));
        (largest, groups) = (0, 0);
    }

    /// <summary>Takes memory for a member with so many activities, of the group at a place; -1 for an unknown one.</summary>
    /// <exception cref="FormatException">There is not so much left.</exception>
    public void TakeMember(int activities, int group)
    {
        TallyBytes.Take(ref left, (Count * Math.Max(0, activities - largest)) + (Group * Math.Max(0, group + 1 - groups)));
        (largest, groups) = (Math.Max(largest, activities), Math.Max(groups, group + 1));
    }
}
