using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>Reads facts about the practice as activities, so that what is done by commands counts where activities are measured.</summary>
/// <remarks>
/// <para>A question asked is an ask, an answer an answer to it; accepting an answer and giving kudos are reactions; what its asker withdraws or closes is withdrawn,
/// and asked anew when it is opened again before anybody answered. Escalating, forwarding and closing by others are no activities: they are no contributions,
/// and a question that others close without an answer goes on counting as unanswered.</para>
/// <para>Who is recorded at a gathering attends, and its hosts host, at its start; who made an artifact publishes it, who revises or confirms it curates, who uses it uses it. Value stories
/// are no activities: they are never an input to a score. Plans and answers to invitations are none either.</para>
/// <para>Ids are stable: <c>cop:COMMUNITY:VERSION</c> after the entry, with <c>:1</c>, <c>:2</c> … for more from one entry. A host that records the same activities
/// itself gives them these ids, and they count once. Where an id would become longer than 200 characters, the SHA-256 of the community stands in its place.</para>
/// </remarks>
public static class PracticeActivities
{
    /// <summary>What the ids begin with; a host's own tools use other ones.</summary>
    public const string Prefix = "cop:";

    /// <summary>Reads the journal of a community.</summary>
    /// <param name="entries">The journal from the first entry on, in its order; facts about other things are passed over.</param>
    /// <returns>The activities in the order of the entries; O(entries), and O(log n) for each fact about the practice.</returns>
    public static ValueList<Activity> Of(IEnumerable<JournalEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        Practice practice = Practice.Empty;
        Dictionary<string, ActivityId> ids = new(StringComparer.Ordinal);
        List<(Activity Activity, FactActivity Source)> found = [];
        HashSet<string> told = new(StringComparer.Ordinal);
        foreach (JournalEntry entry in entries)
        {
            if (entry.Change.Fact is not PracticeFact fact)
            {
                continue;
            }

            int index = 0;
            foreach (FactActivity source in fact.Activities(practice, entry.Change))
            {
                ActivityId id = IdOf(entry.Community, entry.Version, index++);
                if (source.Once is { } once && !told.Add(once))
                {
                    continue;
                }

                found.Add((Read(entry, id, source, ids), source));
                if (source.Key is { } key)
                {
                    ids[key] = id;
                }
            }

            practice = fact.Apply(practice, entry.Change);
        }

        return found.Where(f => f.Source.StandsIn?.Invoke(practice) != false).Select(f => f.Source.AcceptedIn?.Invoke(practice) is { } accepted ? f.Activity with { Accepted = Find(ids, accepted) } : f.Activity).ToValueList();
    }

    /// <summary>Returns the id of an activity that an entry tells of.</summary>
    /// <param name="community">The community.</param>
    /// <param name="version">The version of the entry.</param>
    /// <param name="index">Which of the entry's activities; 0 for the first.</param>
    /// <returns>The same id at all times.</returns>
    public static ActivityId IdOf(CommunityId community, long version, int index = 0)
    {
        string place = string.Create(CultureInfo.InvariantCulture, $":{version}{(index == 0 ? string.Empty : $":{index}")}");
        string text = Prefix + community.Text + place;
        return new(IdText.Problem(text) is null ? text : Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(community.Text))) + place);
    }

    private static Activity Read(JournalEntry entry, ActivityId id, FactActivity source, Dictionary<string, ActivityId> ids) =>
        new(entry.Community, source.Person, source.At ?? entry.Change.OccurredAt, source.Act)
        {
            Id = id,
            InReplyTo = source.InReplyTo is { } key ? Find(ids, key) : null,
            To = source.To,
            Topics = source.Topics,
            Formality = source.Formality,
        };

    private static ActivityId? Find(Dictionary<string, ActivityId> ids, string key) => ids.TryGetValue(key, out ActivityId id) ? id : null;
}
