using CommunityOfPractice.Core.Communities;

namespace CommunityOfPractice.Core.Records;

/// <summary>A working group says in its charter when its work is done.</summary>
internal sealed class ExitCriteriaStated : IRegistryRule
{
    public void Check(RegistryView view, FindingList findings)
    {
        bool open = view.Community is { Kind: CommunityKind.WorkingGroup, Charter: { } charter } && string.IsNullOrWhiteSpace(charter.ExitCriteria);
        findings.Require(!open, view.Record.Id, FindingSeverity.Warning, "registry.no-exit-criteria", "The charter of the working group does not say when its work is done.");
    }
}
