using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>The ids of the latest commands with the entries that came of them; which are remembered follows from the journal alone.</summary>
internal sealed class HandledCommands
{
    /// <summary>How many are remembered: a repetition follows its command within minutes or days, not years.</summary>
    public const int Capacity = 10_000;

    private readonly Dictionary<string, HandledCommand> byId = new(StringComparer.Ordinal);
    private readonly LinkedList<string> order = new();

    public IEnumerable<HandledCommand> InOrder => order.Select(id => byId[id]);

    public HandledCommand? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>Notes that an entry came of a command; entries of one command follow on each other.</summary>
    public void Note(string? id, long version)
    {
        if (id is null)
        {
            return;
        }

        if (byId.TryGetValue(id, out HandledCommand? known))
        {
            byId[id] = known.Last == version - 1 ? known with { Last = version } : known;
            return;
        }

        Put(new(id, version, version));
    }

    public void Put(HandledCommand command)
    {
        if (order.Count == Capacity)
        {
            byId.Remove(order.First!.Value);
            order.RemoveFirst();
        }

        byId.Add(command.Id, command);
        order.AddLast(command.Id);
    }

    /// <summary>What noting entries of a command changes: what is known of it, and what it pushes out.</summary>
    public (string? Id, HandledCommand? Known, HandledCommand? Oldest) Mark(string? id) =>
        (id, id is null ? null : Find(id), id is not null && order.Count == Capacity ? byId[order.First!.Value] : null);

    /// <summary>Takes back what was noted of one command since the mark.</summary>
    public void Undo((string? Id, HandledCommand? Known, HandledCommand? Oldest) mark)
    {
        if (mark.Id is not { } id || !byId.ContainsKey(id))
        {
            return;
        }

        if (mark.Known is { } known)
        {
            byId[id] = known;
            return;
        }

        byId.Remove(id);
        order.RemoveLast();
        if (mark.Oldest is { } oldest)
        {
            byId.Add(oldest.Id, oldest);
            order.AddFirst(oldest.Id);
        }
    }
}
