using System.Diagnostics.CodeAnalysis;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Domains;

/// <summary>The topics that an organisation has agreed on, each findable by its id, its label and its synonyms.</summary>
/// <remarks>
/// Immutable; safe for any number of readers. Names are trimmed and compared without regard to case (ordinal); a lookup costs O(1). A vocabulary need not be
/// complete: topics that it does not know stay as they are.
/// </remarks>
public sealed class TopicVocabulary
{
    private readonly Dictionary<string, Topic> byName;

    private TopicVocabulary(ValueList<Topic> topics, Dictionary<string, Topic> byName)
    {
        Topics = topics;
        this.byName = byName;
    }

    /// <summary>Gets the vocabulary that knows no topic.</summary>
    /// <value>Leaves every domain as it is.</value>
    public static TopicVocabulary Empty { get; } = new([], []);

    /// <summary>Gets the topics.</summary>
    /// <value>By id.</value>
    public ValueList<Topic> Topics { get; }

    /// <summary>Makes a vocabulary.</summary>
    /// <param name="topics">The topics, in any order.</param>
    /// <returns>
    /// Accepted with the vocabulary; refused with every conflict: <c>vocabulary.topic-unnamed</c> (the default id), <c>vocabulary.name-blank</c>,
    /// <c>vocabulary.topic-twice</c> (two topics of one id), <c>vocabulary.name-conflict</c> (one name for two topics).
    /// </returns>
    public static Decision<TopicVocabulary> Create(IEnumerable<Topic> topics)
    {
        ArgumentNullException.ThrowIfNull(topics);
        Topic[] sorted = [.. topics.OrderBy(t => t.Id).ThenBy(t => t.Label, StringComparer.Ordinal)];
        Dictionary<string, Topic> byName = new(StringComparer.OrdinalIgnoreCase);
        Guards guards = new();
        for (int i = 0; i < sorted.Length; i++)
        {
            Topic topic = sorted[i];
            guards.Require(topic.Id != default, "vocabulary.topic-unnamed", "A topic has an id.");
            if (!guards.Require(i == 0 || sorted[i - 1].Id != topic.Id, "vocabulary.topic-twice", $"There are two topics with the id '{topic.Id}'."))
            {
                continue;
            }

            foreach (string name in NamesOf(topic))
            {
                if (guards.Require(name.Length > 0, "vocabulary.name-blank", $"A name of the topic '{topic.Id}' is blank.") && !byName.TryAdd(name, topic))
                {
                    guards.Require(byName[name].Id == topic.Id, "vocabulary.name-conflict", $"'{name}' names both '{byName[name].Id}' and '{topic.Id}'.");
                }
            }
        }

        return guards.Decide(() => new TopicVocabulary(ValueList.Create<Topic>(sorted), byName));
    }

    /// <summary>Finds a topic by its id, its label or a synonym.</summary>
    /// <param name="name">The name, in any case.</param>
    /// <param name="topic">The topic, when found.</param>
    /// <returns><see langword="true"/> when there is a topic of that name.</returns>
    public bool TryFind(string name, [NotNullWhen(true)] out Topic? topic)
    {
        ArgumentNullException.ThrowIfNull(name);
        return byName.TryGetValue(name.Trim(), out topic);
    }

    /// <summary>Returns the canonical id of a topic.</summary>
    /// <param name="topic">The topic, by any of its names.</param>
    /// <returns>The canonical id; the same id again when the vocabulary does not know it.</returns>
    public TopicId Canonical(TopicId topic) => TryFind(topic.Text, out Topic? known) ? known.Id : topic;

    /// <summary>Returns the domain with every topic under its canonical id.</summary>
    /// <remarks>Doing it twice is doing it once.</remarks>
    /// <param name="domain">The domain; a topic may stand in it under several names.</param>
    /// <returns>The domain with topics by id; the weights of several names of one topic are added.</returns>
    public Domain Canonical(Domain domain)
    {
        ArgumentNullException.ThrowIfNull(domain);
        return domain with
        {
            Topics = domain.Topics.GroupBy(t => Canonical(t.Topic)).Select(g => new TopicWeight(g.Key, g.Sum(t => t.Weight))).OrderBy(t => t.Topic).ToValueList(),
        };
    }

    /// <summary>Returns the topics of a domain that the vocabulary does not know.</summary>
    /// <param name="domain">The domain.</param>
    /// <returns>By id; empty when it knows them all.</returns>
    public ValueList<TopicId> Unknown(Domain domain)
    {
        ArgumentNullException.ThrowIfNull(domain);
        return domain.Topics.Select(t => t.Topic).Where(t => !TryFind(t.Text, out _)).Distinct().Order().ToValueList();
    }

    private static IEnumerable<string> NamesOf(Topic topic) => topic.Synonyms.Prepend(topic.Label).Prepend(topic.Id.Text).Select(n => n.Trim());
}
