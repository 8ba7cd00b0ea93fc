using CommunityOfPractice.Core.Communities;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Ties activities to the place where they happened: an activity has no place of its own, its thread begins with the place's external id.</summary>
/// <remarks>Threads are written <c>EXTERNAL-ID/THREAD</c>, or <c>EXTERNAL-ID</c> alone where the place has no threads.</remarks>
public static class SpaceThreads
{
    /// <summary>Names a thread in a place.</summary>
    /// <param name="space">The place; it has an external id.</param>
    /// <param name="thread">The thread in the terms of the tool; null for the place as a whole.</param>
    /// <returns>The thread to put on activities (<see cref="Activity.Thread"/>).</returns>
    /// <exception cref="ArgumentException">The place has no external id, or both together are longer than 200 characters.</exception>
    public static ThreadId In(Space space, string? thread = null)
    {
        ArgumentNullException.ThrowIfNull(space);
        return space.ExternalId is not { } id ? throw new ArgumentException("The place has no external id.", nameof(space)) : new ThreadId(thread is null ? id : $"{id}/{thread}");
    }

    /// <summary>Finds the place that an activity belongs to.</summary>
    /// <param name="spaces">The places of the community.</param>
    /// <param name="thread">The thread of the activity; null when it has none.</param>
    /// <returns>The place with the longest external id that the thread begins with; null when there is none. O(places).</returns>
    public static Space? Find(IEnumerable<Space> spaces, ThreadId? thread)
    {
        ArgumentNullException.ThrowIfNull(spaces);
        return thread is { } named ? spaces.Where(s => Holds(s.ExternalId, named.Text)).MaxBy(s => s.ExternalId!.Length) : null;
    }

    private static bool Holds(string? id, string thread) =>
        id is not null && thread.StartsWith(id, StringComparison.Ordinal) && (thread.Length == id.Length || thread[id.Length] == '/');
}
