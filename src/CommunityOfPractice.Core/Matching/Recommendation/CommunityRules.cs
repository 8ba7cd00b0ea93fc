using System.Globalization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>The hard rules of community recommendations, beside those of the host.</summary>
internal static class CommunityRules
{
    /// <summary>Private ones first: what they keep out is not spoken of, whatever else would.</summary>
    public static IReadOnlyList<IMatchRule<CommunitySeeker, CommunityCandidate>> Standard(DateTimeOffset asOf, RecommendationModel model) =>
    [
        new Rule("community.kept-out", true, (s, c) => s.KeptOut.AsSpan().Contains(c.Community) ? new("recommendation.not-open", "It is not open to this person.") : null),
        new Rule("community.private", true, (_, c) => c.Visibility == Visibility.Private ? new("recommendation.private", "It is private.") : null),
        new Rule("community.ended", false, (_, c) => c.Status is CommunityStatus.None or >= CommunityStatus.Closing ? new("recommendation.ended", "It has ended, or is about to.") : null),
        new Rule("community.by-invitation", false, (_, c) => c.Admission == JoinPolicy.ByInvitation ? new("recommendation.by-invitation", "People come in by invitation only.") : null),
        new Rule("community.under-way", false, (s, c) => s.UnderWay.AsSpan().Contains(c.Community) ? new("recommendation.under-way", "An invitation or a request is under way.") : null),
        new Rule("community.declined", false, (s, c) => Declined(s, c.Community, asOf, model)),
    ];

    /// <summary>Each time somebody declines, they are left alone twice as long.</summary>
    private static Reason? Declined(CommunitySeeker seeker, CommunityId community, DateTimeOffset asOf, RecommendationModel model)
    {
        int times = 0;
        DateTimeOffset last = default;
        foreach (DeclinedCommunity declined in seeker.Declined)
        {
            if (declined.Community == community && declined.At < asOf)
            {
                times++;
                last = declined.At > last ? declined.At : last;
            }
        }

        if (times == 0)
        {
            return null;
        }

        double days = Math.Min(model.LongestCoolOff.TotalDays, Math.ScaleB(model.CoolOff.TotalDays, Math.Min(times - 1, 30)));
        DateTimeOffset until = last.After(TimeSpan.FromDays(days)).ToUniversalTime();
        string day = until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return asOf < until ? new Reason("recommendation.declined", $"They declined it; it is not recommended until {day}.") { Arguments = [day] } : null;
    }

    private sealed class Rule(string id, bool isPrivate, Func<CommunitySeeker, CommunityCandidate, Reason?> forbids) : IMatchRule<CommunitySeeker, CommunityCandidate>
    {
        public string Id => id;

        public bool IsPrivate => isPrivate;

        public Reason? Forbids(CommunitySeeker seeker, CommunityCandidate candidate) => forbids(seeker, candidate);
    }
}
