using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>What recommendations of communities rest on: who belonged to what, as known at one moment.</summary>
/// <remarks>
/// Immutable. The order of the input leaves no trace. Memberships that begin at the moment or later are not known yet, and of those that end later it is not known that they end.
/// Whoever opted out is taken out first, so that everything is as if they had never taken part (law 47). Space O(people + communities + memberships + topics).
/// </remarks>
public sealed class CommunityEvidence
{
    private readonly Dictionary<CommunityId, int> communityNumbers;
    private readonly Dictionary<PersonId, int> personNumbers;
    private readonly HashSet<PersonId> optedOut;
    private readonly (int Community, bool Current)[][] ofPerson;
    private readonly (int Person, bool Current)[][] ofCommunity;

    private CommunityEvidence(
        DateTimeOffset asOf, CommunityId[] communities, Dictionary<CommunityId, CommunityCandidate> candidates, Dictionary<PersonId, CommunitySeeker> seekers, Dictionary<(PersonId, CommunityId), bool> belongings, TopicVocabulary? vocabulary)
    {
        AsOf = asOf;
        Communities = communities;
        optedOut = [.. seekers.Values.Where(s => s.OptedOut).Select(s => s.Person)];
        Persons = [.. belongings.Keys.Select(b => b.Item1).Concat(seekers.Keys).Where(p => !optedOut.Contains(p)).Distinct().Order()];
        communityNumbers = Numbered(communities);
        personNumbers = Numbered(Persons);
        Candidates = [.. communities.Select(c => candidates.GetValueOrDefault(c))];
        Seekers = [.. Persons.Select(p => seekers.GetValueOrDefault(p) ?? new(p))];
        ofPerson = [.. Persons.Select(_ => Array.Empty<(int, bool)>())];
        ofCommunity = [.. communities.Select(_ => Array.Empty<(int, bool)>())];
        (int Person, int Community, bool Current)[] known =
        [
            .. belongings.Where(b => !optedOut.Contains(b.Key.Item1)).Select(b => (personNumbers[b.Key.Item1], communityNumbers[b.Key.Item2], b.Value)),
        ];
        foreach (var group in known.GroupBy(k => k.Person))
        {
            ofPerson[group.Key] = [.. group.Select(k => (k.Community, k.Current)).Order()];
        }

        foreach (var group in known.GroupBy(k => k.Community))
        {
            ofCommunity[group.Key] = [.. group.Select(k => (k.Person, k.Current)).Order()];
        }

        Topics = new TopicSpace([.. Candidates.Select(c => c?.Topics ?? [])], vocabulary);
    }

    /// <summary>Gets the moment.</summary>
    /// <value>In UTC; only what was known before it counts.</value>
    public DateTimeOffset AsOf { get; }

    internal CommunityId[] Communities { get; }

    internal PersonId[] Persons { get; }

    /// <summary>By number of the community; null for one that others only belong to.</summary>
    internal CommunityCandidate?[] Candidates { get; }

    internal CommunitySeeker[] Seekers { get; }

    internal TopicSpace Topics { get; }

    /// <summary>Makes evidence.</summary>
    /// <param name="communities">The communities that may be recommended, each once, in any order. Communities that only memberships name are evidence and are never recommended.</param>
    /// <param name="people">What is known about people, each once, in any order; people whom only memberships name are known by these.</param>
    /// <param name="memberships">Who belonged to what, in any order; roles of sponsors and alumni are passed over.</param>
    /// <param name="asOf">The moment.</param>
    /// <param name="vocabulary">Under which names topics are one; null when every name is a topic of its own.</param>
    /// <returns>The evidence; O(n log n).</returns>
    /// <exception cref="ArgumentException">A community or a person is given twice, or topics have problems.</exception>
    public static CommunityEvidence Of(
        IEnumerable<CommunityCandidate> communities,
        IEnumerable<CommunitySeeker> people,
        IEnumerable<MembershipPeriod> memberships,
        DateTimeOffset asOf,
        TopicVocabulary? vocabulary = null)
    {
        ArgumentNullException.ThrowIfNull(communities);
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(memberships);
        Dictionary<CommunityId, CommunityCandidate> candidates = communities.Where(c => !(c.Since >= asOf)).ToDictionary(c => c.Community);
        Dictionary<PersonId, CommunitySeeker> seekers = people.ToDictionary(p => p.Person);
        Dictionary<(PersonId, CommunityId), bool> belongings = [];
        foreach (MembershipPeriod period in memberships)
        {
            if (period.IsMembership && period.From < asOf)
            {
                (PersonId, CommunityId) key = (period.Person, period.Community);
                belongings[key] = belongings.GetValueOrDefault(key) || period.Until is null || period.Until >= asOf;
            }
        }

        CommunityId[] all = [.. belongings.Keys.Select(b => b.Item2).Concat(candidates.Keys).Distinct().Order()];
        return new(asOf.ToUniversalTime(), all, candidates, seekers, belongings, vocabulary);
    }

    internal bool HasOptedOut(PersonId person) => optedOut.Contains(person);

    internal int? NumberOf(PersonId person) => personNumbers.TryGetValue(person, out int number) ? number : null;

    internal int? NumberOf(CommunityId community) => communityNumbers.TryGetValue(community, out int number) ? number : null;

    /// <summary>The communities of a person, by number, and whether they still belong.</summary>
    internal ReadOnlySpan<(int Community, bool Current)> Of(int person) => ofPerson[person];

    /// <summary>The people of a community, by number, and whether they still belong.</summary>
    internal ReadOnlySpan<(int Person, bool Current)> In(int community) => ofCommunity[community];

    private static Dictionary<T, int> Numbered<T>(T[] items)
        where T : notnull
    {
        Dictionary<T, int> numbers = new(items.Length);
        for (int i = 0; i < items.Length; i++)
        {
            numbers[items[i]] = i;
        }

        return numbers;
    }
}
