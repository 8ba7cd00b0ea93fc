using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>What a fact means as an activity: everything but community, time and id, which follow from its place in the journal.</summary>
/// <remarks>Other facts are named by keys such as <c>question:ID</c>, since a fact does not know where in the journal another one stands.</remarks>
/// <param name="Person">Who did it.</param>
/// <param name="Act">What was done.</param>
internal sealed record FactActivity(PersonId Person, Act Act)
{
    /// <summary>When it was done; null for when the fact occurred.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>What happens once only, whatever the number of facts that tell of it; null for what may happen again.</summary>
    public string? Once { get; init; }

    /// <summary>Whether it stands in the practice as it came to be; null when nothing can take it back.</summary>
    public Func<Practice, bool>? StandsIn { get; init; }

    /// <summary>Under what key later facts refer to this one; null when none does.</summary>
    public string? Key { get; init; }

    /// <summary>The key of what this responds to; null when it responds to nothing.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>The people addressed.</summary>
    public ValueList<PersonId> To { get; init; } = [];

    /// <summary>What it is about.</summary>
    public ValueList<TopicId> Topics { get; init; } = [];

    /// <summary>In what setting it happened.</summary>
    public Formality Formality { get; init; }

    /// <summary>Finds the key of the answer that is accepted in the practice as it came to be; null when this is no question.</summary>
    public Func<Practice, string?>? AcceptedIn { get; init; }
}
