using CommunityOfPractice.Core.Communities;

namespace CommunityOfPractice.Core.Records;

/// <summary>Looks for one kind of thing that is not as it should be between communities.</summary>
internal interface ITieRule
{
    /// <summary>Notes every finding.</summary>
    void Check(IReadOnlyDictionary<CommunityId, Community> communities, FindingList findings);
}
