using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Records;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityOfPractice.Core.DependencyInjection;

/// <summary>Finds parts of the host that have an id which another part has, and names both types: ids decide what is scored, switched off and told.</summary>
internal static class HostParts
{
    public static IEnumerable<string> OfHealth(IEnumerable<IHealthIndicator> indicators, IEnumerable<IHealthAct> acts, IEnumerable<IRedFlag> flags, IEnumerable<IPolicyRule> rules) =>
    [
        .. Twice("indicators", [], indicators.Select(i => (i.Info.Id, (object)i))),
        .. Twice("acts for the indicator", [], acts.Select(a => (a.Indicator, (object)a))),
        .. Twice("red flags", [], flags.Select(f => (f.Id, (object)f))),
        .. Twice("rules of policies", [], PolicyRules.Standard.Concat(rules).Select(r => (r.Id, (object)r))),
    ];

    public static IEnumerable<string> OfMatching(IServiceProvider provider) => [.. OfPairing(provider), .. OfRecommendations(provider)];

    public static IEnumerable<string> OfPairing(IServiceProvider provider) =>
    [
        .. Twice("rules of pairing", PairingReasons.Rules, provider.GetServices<IMatchRule<Participant, Participant>>().Select(r => (r.Id, (object)r))),
        .. Twice("criteria of pairing", PairCriteria.Ids, provider.GetServices<IWeightedCriterion<Participant, Participant>>().Select(c => (c.Criterion.Id, (object)c.Criterion))),
    ];

    public static IEnumerable<string> OfRecommendations(IServiceProvider provider) =>
    [
        .. Twice(
            "rules of recommendation",
            CommunityRules.Standard(DateTimeOffset.UnixEpoch, RecommendationModel.Default).Select(r => r.Id),
            provider.GetServices<IMatchRule<CommunitySeeker, CommunityCandidate>>().Select(r => (r.Id, (object)r))),
        .. Twice("criteria of recommendation", Scoring.StandardIds, provider.GetServices<IWeightedCriterion<CommunitySeeker, CommunityCandidate>>().Select(c => (c.Criterion.Id, (object)c.Criterion))),
    ];

    /// <exception cref="InvalidOperationException">There are faults.</exception>
    public static void Refuse(IEnumerable<string> faults)
    {
        if (string.Join(' ', faults) is { Length: > 0 } told)
        {
            throw new InvalidOperationException(told);
        }
    }

    private static IEnumerable<string> Twice(string what, IEnumerable<string> standard, IEnumerable<(string Id, object Part)> parts) =>
        from same in standard.Select(id => (Id: id, Type: "one of the library")).Concat(parts.Select(p => (p.Id, Type: p.Part.GetType().FullName!))).GroupBy(p => p.Id, StringComparer.Ordinal)
        where same.Count() > 1
        select $"Several {what} have the id '{same.Key}': {string.Join(" and ", same.Select(p => p.Type))}.";
}
