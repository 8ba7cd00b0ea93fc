using CommunityOfPractice.Core.Communities;

namespace CommunityOfPractice.Core.Records;

/// <summary>A community that runs was launched.</summary>
internal sealed class LaunchRecorded : IRegistryRule
{
    public void Check(RegistryView view, FindingList findings)
    {
        bool launched = !view.IsRunning || view.Entries?.Any(e => e.Change.Fact is CommunityLaunched) != false;
        findings.Require(launched, view.Record.Id, FindingSeverity.Error, "registry.never-launched", "It runs, and no entry says that it was launched.");
    }
}
