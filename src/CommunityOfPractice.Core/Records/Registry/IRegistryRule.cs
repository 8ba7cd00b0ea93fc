namespace CommunityOfPractice.Core.Records;

/// <summary>Looks for one kind of thing that is not as it should be within a community.</summary>
internal interface IRegistryRule
{
    /// <summary>Notes every finding; names no person.</summary>
    void Check(RegistryView view, FindingList findings);
}
