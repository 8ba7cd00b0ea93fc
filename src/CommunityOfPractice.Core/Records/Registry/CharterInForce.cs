using CommunityOfPractice.Core.Communities;

namespace CommunityOfPractice.Core.Records;

/// <summary>From the charter on to the end, a charter is in force.</summary>
internal sealed class CharterInForce : IRegistryRule
{
    public void Check(RegistryView view, FindingList findings)
    {
        bool needed = view.Community.Status is >= CommunityStatus.Chartered and <= CommunityStatus.Closing;
        findings.Require(!needed || view.Community.Charter is not null, view.Record.Id, FindingSeverity.Error, "registry.no-charter", $"It is {view.Community.Status}, and no charter is in force.");
    }
}
