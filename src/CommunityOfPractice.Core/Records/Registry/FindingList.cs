using System.Runtime.CompilerServices;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>Collects findings as guards are collected: what is required, how much it matters, and a sentence that is put together only when needed.</summary>
internal sealed class FindingList
{
    private readonly List<RegistryFinding> all = [];

    /// <summary>By community, severity and code.</summary>
    public ValueList<RegistryFinding> Sorted() => all
        .OrderBy(f => f.Community).ThenBy(f => f.Severity).ThenBy(f => f.Reason.Code, StringComparer.Ordinal).ThenBy(f => f.Reason.Text, StringComparer.Ordinal).ToValueList();

    public void Require(bool condition, CommunityId community, FindingSeverity severity, string code, string text)
    {
        if (!condition)
        {
            all.Add(new(community, severity, new Reason(code, text)));
        }
    }

    public void Require(bool condition, CommunityId community, FindingSeverity severity, string code, [InterpolatedStringHandlerArgument(nameof(condition))] ref ReasonText text)
    {
        if (!condition)
        {
            all.Add(new(community, severity, text.Reason(code)));
        }
    }
}
