using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>One thing that one person did in one community at one moment: the neutral record of any tool's events.</summary>
/// <remarks>
/// Immutable and compared by value. The id makes recording idempotent: the same activity recorded twice counts once, two different
/// activities under one id are a conflict. Activities without an id are never taken for each other's duplicates.
/// </remarks>
/// <param name="Community">The community it happened in.</param>
/// <param name="Person">Who did it.</param>
/// <param name="At">When it happened; kept in UTC to 100 ns.</param>
/// <param name="Act">What was done.</param>
public sealed record Activity(
    [property: JsonRequired] CommunityId Community,
    [property: JsonRequired] PersonId Person,
    DateTimeOffset At,
    [property: JsonRequired] Act Act)
{
    /// <summary>Gets when it happened.</summary>
    /// <value>In UTC.</value>
    [JsonRequired]
    public DateTimeOffset At { get; init => field = value.ToUniversalTime(); } = At.ToUniversalTime();

    /// <summary>Gets the id of the activity in the tool it comes from.</summary>
    /// <value>Null when the tool gives none.</value>
    public ActivityId? Id { get; init; }

    /// <summary>Gets the activity that this one responds to.</summary>
    /// <value>Null when it responds to none; the activity named may be unknown here.</value>
    public ActivityId? InReplyTo { get; init; }

    /// <summary>Gets the people addressed where there is no activity to reply to: mentions, mail.</summary>
    /// <value>Empty when nobody is addressed.</value>
    [JsonConverter(typeof(ValueListJsonConverter<PersonId>))]
    public ValueList<PersonId> To { get; init => field = value ?? []; } = []; // generated serializers give null for a list that is not there

    /// <summary>Gets the thread of conversation that it belongs to.</summary>
    /// <value>Null when none is known.</value>
    public ThreadId? Thread { get; init; }

    /// <summary>Gets the topics that it is about.</summary>
    /// <value>Empty when none is known.</value>
    [JsonConverter(typeof(ValueListJsonConverter<TopicId>))]
    public ValueList<TopicId> Topics { get; init => field = value ?? []; } = [];

    /// <summary>Gets the answer that was accepted, when this is a question.</summary>
    /// <value>Null when none was accepted.</value>
    public ActivityId? Accepted { get; init; }

    /// <summary>Gets whether it happened in a formal or an informal setting.</summary>
    /// <value>The default is <see cref="Formality.Unstated"/>.</value>
    public Formality Formality { get; init; }

    /// <summary>Gets whether a person or a program acted.</summary>
    /// <value>The default is <see cref="ActorKind.Human"/>.</value>
    public ActorKind Actor { get; init; }

    /// <summary>What stands in the way of an activity whose id belongs to a different one.</summary>
    internal static Reason IdConflict(ActivityId? id) => Reason.Of("activity.id-conflict", $"Another activity with the id '{id}' is already there, and it says something else.");

    /// <summary>Throws unless every id names something and every enumeration has a defined value: what every activity store checks before anything else.</summary>
    /// <exception cref="ArgumentException">An id has the default value, or act, setting or actor is not a defined one.</exception>
    public void Check()
    {
        _ = Act.Name();
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)Formality, (int)Formality.Formal, nameof(Formality));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)Actor, (int)ActorKind.Bot, nameof(Actor));
        bool named = Community != default && Person != default && Id != default(ActivityId) && InReplyTo != default(ActivityId)
            && Thread != default(ThreadId) && Accepted != default(ActivityId) && !To.AsSpan().Contains(default) && !Topics.AsSpan().Contains(default);
        if (!named)
        {
            throw new ArgumentException($"An id of the activity '{Id}' has the default value, which names nothing.");
        }
    }
}
