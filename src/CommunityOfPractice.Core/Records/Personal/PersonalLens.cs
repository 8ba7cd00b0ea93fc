using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Records;

/// <summary>What of a value is seen while it is written: all of it, only what is not personal, or only what is.</summary>
internal enum PersonalPart : byte
{
    All,
    Public,
    Personal,
}

/// <summary>What happens to values that are marked as personal data.</summary>
internal enum MarkedValues : byte
{
    Keep,
    LeaveOut,
    Blank,
}

/// <summary>How <see cref="PersonalShape"/> writes a value: which part, in which order, with which people.</summary>
/// <remarks>
/// The canonical order is by name (ordinal), without nulls and empty lists: a fact that gets a new optional property later keeps its hash.
/// </remarks>
internal sealed record PersonalLens
{
    /// <summary>What a hash covers: no id of a person, nothing that is marked.</summary>
    public static readonly PersonalLens Public = new() { Part = PersonalPart.Public, Marked = MarkedValues.LeaveOut, Canonical = true, Person = static _ => "#" };

    /// <summary>What a digest covers: ids of people and what is marked, nothing else.</summary>
    public static readonly PersonalLens Personal = new() { Part = PersonalPart.Personal, Canonical = true };

    /// <summary>Everything, as it is.</summary>
    public static readonly PersonalLens Everything = new();

    /// <summary>Ids of people, but nothing that is marked.</summary>
    public static readonly PersonalLens Ids = new() { Marked = MarkedValues.LeaveOut };

    /// <summary>No id of a person, nothing that is marked.</summary>
    public static readonly PersonalLens Nobody = Ids with { Person = static _ => "#" };

    /// <summary>Everything that is marked, as it is: no part of a marked value is left out.</summary>
    private static readonly PersonalLens WholeMarked = new() { Canonical = true };

    public PersonalPart Part { get; private init; }

    public MarkedValues Marked { get; private init; }

    public bool Canonical { get; private init; }

    /// <summary>What is written in place of a person's id; null when every id is written as it is.</summary>
    public Func<PersonId, string>? Person { get; private init; }

    /// <summary>The lens for what stands inside a marked value.</summary>
    public PersonalLens Inside => Part == PersonalPart.Personal ? WholeMarked : this;

    /// <summary>Everything, with one person under another id and texts blank.</summary>
    public static PersonalLens Renaming(PersonId person, PersonId other) =>
        new() { Marked = MarkedValues.Blank, Person = id => (id == person ? other : id).Text };

    /// <summary>Everything, without the ids of other people; with texts when they are the person's to see.</summary>
    public static PersonalLens Exporting(PersonId person, string others, bool texts) =>
        new() { Marked = texts ? MarkedValues.Keep : MarkedValues.LeaveOut, Person = id => id == person ? id.Text : others };
}
