using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Activities in columns, with people and communities by number: as databases and data frames hand them out.</summary>
/// <remarks>
/// One entry a row in each column. The id of an activity is the number of its row, counted from 0 and written out (<c>0</c>, <c>1</c> …), so that replies can name it. What a table cannot say (threads, topics,
/// people addressed, settings) takes <see cref="ActivityLogBuilder"/>. The columns must not change while they are read. <see cref="ActivityLog.Of(ActivityTable, int)"/>
/// keeps none of them; <see cref="ActivityLog.Take"/> may keep and overwrite <see cref="Community"/> and <see cref="Person"/>, which therefore share no memory with each other or with <see cref="ReplyTo"/>.
/// </remarks>
public sealed record ActivityTable
{
    /// <summary>Gets the communities.</summary>
    /// <value>Distinct; the numbers in <see cref="Community"/> are places in this list.</value>
    public required IReadOnlyList<CommunityId> Communities { get; init; }

    /// <summary>Gets the people.</summary>
    /// <value>Distinct; the numbers in <see cref="Person"/> are places in this list.</value>
    public required IReadOnlyList<PersonId> People { get; init; }

    /// <summary>Gets in which community each activity took place.</summary>
    /// <value>Places in <see cref="Communities"/>.</value>
    public required ReadOnlyMemory<int> Community { get; init; }

    /// <summary>Gets who acted.</summary>
    /// <value>Places in <see cref="People"/>.</value>
    public required ReadOnlyMemory<int> Person { get; init; }

    /// <summary>Gets when each activity took place.</summary>
    /// <value>Ticks of universal time, as <see cref="DateTimeOffset.UtcTicks"/>; rows in order of time are sorted quicker.</value>
    public required ReadOnlyMemory<long> UtcTicks { get; init; }

    /// <summary>Gets what was done.</summary>
    /// <value>Defined acts.</value>
    public required ReadOnlyMemory<Act> Acts { get; init; }

    /// <summary>Gets the row that each activity replies to.</summary>
    /// <value>Numbers of rows, -1 for no reply; empty, the default, when nothing replies to anything.</value>
    public ReadOnlyMemory<int> ReplyTo { get; init; }

    /// <summary>Gets whether a person or a program acted.</summary>
    /// <value>Defined kinds; empty, the default, when only people did.</value>
    public ReadOnlyMemory<ActorKind> Actors { get; init; }
}
