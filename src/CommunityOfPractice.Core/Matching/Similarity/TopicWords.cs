using System.Text;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>Makes topics of what is written about a community, for hosts whose communities have no topics of their own.</summary>
/// <remarks>Words are runs of letters and digits in lower case. How telling a word is, the recommender finds out itself: what stands everywhere counts little.</remarks>
public static class TopicWords
{
    private const int Longest = 200;

    /// <summary>Returns the words of a name and a description as topics.</summary>
    /// <param name="name">The name. Of a name in parts, such as <c>sig-apps-leads</c>, its beginnings are topics too (<c>sig-apps</c>), so that those who share one are found; a slash begins anew.</param>
    /// <param name="description">What else is written; empty when nothing is.</param>
    /// <returns>By id, each with the weight 1 + ln of how often it stands there; empty when there is no word. Words longer than 200 characters are left out.</returns>
    /// <remarks>Time O(length · log(words)), for names of few parts.</remarks>
    public static ValueList<TopicWeight> Of(string name, string description = "")
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(description);
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (string part in name.Split('/', ':'))
        {
            string[] words = [.. Words(part)];
            StringBuilder beginning = new();
            for (int i = 0; i < words.Length; i++)
            {
                Count(words[i]);
                beginning.Append(i > 0 ? "-" : string.Empty).Append(words[i]);
                if (i > 0)
                {
                    Count(beginning.ToString());
                }
            }
        }

        foreach (string word in Words(description))
        {
            Count(word);
        }

        return counts.Where(c => TopicId.TryParse(c.Key, null, out _)).OrderBy(c => c.Key, StringComparer.Ordinal)
            .Select(c => new TopicWeight(new(c.Key), 1 + PortableMath.Log(c.Value))).ToValueList();

        void Count(string word) => counts[word] = counts.GetValueOrDefault(word) + 1;
    }

    private static IEnumerable<string> Words(string text)
    {
        int begin = 0;
        for (int at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && (char.IsLetterOrDigit(text[at]) || char.IsSurrogate(text[at])))
            {
                continue;
            }

            if (at > begin && at - begin <= Longest)
            {
                yield return text[begin..at].ToLowerInvariant();
            }

            begin = at + 1;
        }
    }
}
