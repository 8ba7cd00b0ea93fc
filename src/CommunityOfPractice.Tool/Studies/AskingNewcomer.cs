using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Tool.Studies;

/// <summary>Somebody whose first post in a community was a question. Times are in days since that question.</summary>
/// <param name="Community">The community.</param>
/// <param name="Week">The week of the question, counted from the community's first activity.</param>
/// <param name="Observed">For how long the community was observed after the question.</param>
/// <param name="Answered">When somebody else first answered it; null for not yet.</param>
/// <param name="Posts">When the person posted again, in order.</param>
internal sealed record AskingNewcomer(CommunityId Community, int Week, double Observed, double? Answered, IReadOnlyList<double> Posts)
{
    /// <summary>Until when an answer is early.</summary>
    public const double EarlyDays = 2;

    /// <summary>Whether the answer came within 48 hours.</summary>
    public bool Early => Answered is <= EarlyDays;

    /// <summary>Whether the person posted from day 8 to day 30: seven whole days later, and before thirty have passed.</summary>
    public bool Returned => Posts.Any(day => day is >= 7 and < 30);

    /// <summary>The first post after hour 48, in days since the question; null for none yet.</summary>
    public double? Next => Posts.Where(day => day > EarlyDays).Select(day => (double?)day).FirstOrDefault();

    /// <summary>The newcomers of a community.</summary>
    /// <param name="log">The activities.</param>
    /// <param name="community">The community.</param>
    /// <param name="unnamed">How many first questions are by people whose account was deleted; what they did later cannot be seen.</param>
    public static IReadOnlyList<AskingNewcomer> In(ActivityLog log, CommunityId community, out int unnamed)
    {
        ActivityWindow all = log.Of(community);
        unnamed = 0;
        Dictionary<int, List<int>> byPerson = [];
        Dictionary<int, long> answers = [];
        for (int i = 0; i < all.Count; i++)
        {
            if (all.IsBot(i) || all.Acts[i] is not (Act.Ask or Act.Answer or Act.Post or Act.Reply))
            {
                continue;
            }

            (byPerson.TryGetValue(all.People[i], out List<int>? own) ? own : byPerson[all.People[i]] = []).Add(i);
            int question = all.Replies.Length > 0 ? all.Replies[i] - all.Start : -1;
            if (question >= 0 && question < all.Count && all.People[question] != all.People[i] && all.Acts[i] is Act.Answer or Act.Reply)
            {
                answers.TryAdd(question, all.Times[i]);
            }
        }

        List<AskingNewcomer> newcomers = [];
        foreach (List<int> own in byPerson.Values.Where(own => all.Acts[own[0]] == Act.Ask).OrderBy(own => own[0]))
        {
            if (all[own[0]].Person.Text.StartsWith("deleted-", StringComparison.Ordinal))
            {
                unnamed++;
                continue;
            }

            long asked = all.Times[own[0]];
            newcomers.Add(new(
                community,
                (int)(Days(all.Times[0], asked) / 7),
                Days(asked, all.Times[all.Count - 1]),
                answers.TryGetValue(own[0], out long at) ? Days(asked, at) : null,
                [.. own.Skip(1).Select(i => Days(asked, all.Times[i]))]));
        }

        return newcomers;
    }

    private static double Days(long from, long until) => (until - from) / (double)TimeSpan.TicksPerDay;
}
