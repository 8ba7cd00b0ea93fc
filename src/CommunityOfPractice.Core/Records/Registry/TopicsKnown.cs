using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>The topics of a domain are those that the organisation has agreed on.</summary>
internal sealed class TopicsKnown : IRegistryRule
{
    public void Check(RegistryView view, FindingList findings)
    {
        ValueList<TopicId> unknown = view.Vocabulary is { } vocabulary && view.Community is { IsLiving: true, Domain: { } domain } ? vocabulary.Unknown(domain) : [];
        foreach (TopicId topic in unknown)
        {
            findings.Require(false, view.Record.Id, FindingSeverity.Advice, "registry.unknown-topic", $"The vocabulary does not know the topic '{topic}'.");
        }
    }
}
