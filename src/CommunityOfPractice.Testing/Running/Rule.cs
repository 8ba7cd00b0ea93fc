using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Testing;

/// <summary>A rule with how it is tried.</summary>
internal sealed record Rule<TStore>(string Name, string Contract, string[] Members, Func<Trial<TStore>, Task> Body)
{
    public ConformanceRule Told => new(Name, Contract, Members.ToValueList());
}
