using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Tests.Practices;

/// <summary>Activities that say something else under the same id: one for each thing that an activity says.</summary>
internal static class Conflicts
{
    public const int Count = 11;

    public static Activity[] Of(Activity a) =>
    [
        a with { Community = new("another") },
        a with { Person = new("somebody else") },
        a with { At = a.At.AddTicks(1) },
        a with { Act = a.Act == Act.Post ? Act.Ask : Act.Post },
        a with { InReplyTo = a.InReplyTo is null ? new ActivityId("parent") : null },
        a with { To = [.. a.To, new("addressed")] },
        a with { Thread = a.Thread is null ? new ThreadId("thread") : null },
        a with { Topics = [.. a.Topics, new("topic")] },
        a with { Accepted = a.Accepted is null ? new ActivityId("answer") : null },
        a with { Formality = a.Formality == Formality.Formal ? Formality.Informal : Formality.Formal },
        a with { Actor = a.Actor == ActorKind.Bot ? ActorKind.Human : ActorKind.Bot },
    ];
}
