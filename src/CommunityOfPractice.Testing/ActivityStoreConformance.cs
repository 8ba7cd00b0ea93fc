using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Testing;

/// <summary>Tries whether an activity store keeps the contract of <see cref="IActivityStore"/>.</summary>
public static partial class ActivityStoreConformance
{
    private const string Append = nameof(IActivityStore.AppendAsync), Read = nameof(IActivityStore.ReadAsync), ReadOf = nameof(IActivityStore.ReadOfAsync), Erase = nameof(IActivityStore.EraseAsync);

    private static readonly Rule<IActivityStore>[] All =
    [
        new("activity.empty", "An empty store reads empty, for any community and person; appending nothing adds 0, erasing changes 0.", [Append, Read, ReadOf, Erase], EmptyAsync),
        new("activity.append.reads-back", "What was appended is read back equal, with everything that can be set.", [Append, Read], ReadsBackAsync),
        new("activity.append.idempotent", "An activity that is there already counts 0, in another call and in the same one; without an id each counts.", [Append, Read], IdempotentAsync),
        new("activity.append.conflict", "An id that belongs to a different activity, here or in the same call, refuses the call with activity.id-conflict for each; nothing is appended.", [Append, Read], ConflictAsync),
        new("activity.append.misuse", "Null, an activity that is null, ids with the default value and undefined values throw; nothing is appended.", [Append, Read], MisuseAsync),
        new("activity.append.large", "Thousands of activities in one call are kept, and found again when they are sent again.", [Append, Read], LargeAsync),
        new("activity.instants", "Instants are kept to 100 ns, from the first to the last there is.", [Append, Read], InstantsAsync),
        new("activity.read.order", "Activities are read by time, then by id (UTF-8 bytes), those without id last.", [Append, Read], OrderAsync),
        new("activity.read.before", "The given instant is left out, and so is what comes after.", [Append, Read], BeforeAsync),
        new("activity.read.snapshot", "A reading gives what was committed before it began, whatever is appended or erased meanwhile.", [Append, Read, ReadOf, Erase], SnapshotAsync),
        new("activity.read-of", "The activities that a person did or that are addressed to them are read by time, community and id (UTF-8 bytes), those without id last; nobody else's.", [Append, ReadOf], ReadOfAsync),
        new("activity.erase", "The tombstone takes the person's place as actor and among those addressed; all else stays; repeating changes 0.", [Append, Read, ReadOf, Erase], EraseAsync),
        new("activity.erase.misuse", "Default ids and a tombstone that is the person throw; nothing is changed.", [Append, ReadOf, Erase], EraseMisuseAsync),
        new("activity.cancelled", "A call that is cancelled before it begins does nothing; a reading stops at the next item.", [Append, Read, ReadOf, Erase], CancelledAsync),
        new("activity.cancelled.during", "A call that ends in a cancellation appended nothing; one that answers has appended.", [Append, Read], CancelledDuringAsync),
        new("activity.concurrent", "Callers that append the same activities in any order count each once between them, and wait for each other at most.", [Append, Read], ConcurrentAsync),
        new("activity.concurrent.conflict", "Of calls with different activities under one id one succeeds, and the others are refused.", [Append, Read], OneWinsAsync),
        new("activity.model", "Any sequence of operations gives what a list would give.", [Append, Read, ReadOf, Erase], ModelAsync),
    ];

    /// <summary>Gets the rules that an activity store is tried against.</summary>
    /// <value>In the order in which they are tried.</value>
    public static ValueList<ConformanceRule> Rules { get; } = All.Select(r => r.Told).ToValueList();

    /// <summary>Tries an activity store.</summary>
    /// <param name="create">Makes a new, empty store. The one made before is used no more then: its database may be emptied and used again.</param>
    /// <param name="options">How thoroughly; null for the default.</param>
    /// <param name="cancellationToken">Ends the trial.</param>
    /// <returns>Every rule that the store breaks.</returns>
    public static Task<ConformanceReport> RunAsync(Func<CancellationToken, ValueTask<IActivityStore>> create, ConformanceOptions? options = null, CancellationToken cancellationToken = default) =>
        Runner.RunAsync(nameof(IActivityStore), All, create, options, cancellationToken);

    private static async Task MustAsync(IActivityStore store, ActivityModel model, IReadOnlyCollection<Activity> activities)
    {
        int conflicts = model.Conflicts(activities);
        Decision<int> decision = await store.AppendAsync(activities).ConfigureAwait(false);
        if (decision is Decision<int>.Refused { Refusal: var refusal })
        {
            Expect.Same(Enumerable.Repeat("activity.id-conflict", conflicts), refusal.Reasons.Select(r => r.Code), "reasons");
            return;
        }

        Expect.Equal(model.Append(activities), decision.OrThrow(), conflicts > 0 ? $"accepted in spite of {conflicts} conflicts; new activities" : "new activities");
    }

    /// <summary>Equal in the stated order; where it leaves a tie, in any.</summary>
    private static async Task UnchangedAsync(IActivityStore store, ActivityModel model, DateTimeOffset? before = null)
    {
        foreach (var community in SampleActivities.Communities)
        {
            Activity[] expected = [.. model.Of(community, before ?? DateTimeOffset.MaxValue)];
            List<Activity> found = await Expect.ReadAsync(store.ReadAsync(community, before ?? DateTimeOffset.MaxValue)).ConfigureAwait(false);
            Expect.Same(expected.Select(a => (a.At, a.Id)), found.Select(a => (a.At, a.Id)), $"order of the activities of '{community}'");
            Expect.Same(Sorted(expected), Sorted(found), $"activities of '{community}'");
        }
    }

    private static async Task NamingAsync(IActivityStore store, ActivityModel model, params Core.People.PersonId[] people)
    {
        foreach (var person in people)
        {
            Activity[] expected = [.. model.Naming(person)];
            List<Activity> found = await Expect.ReadAsync(store.ReadOfAsync(person)).ConfigureAwait(false);
            Expect.Same(expected.Select(a => (a.At, a.Community, a.Id)), found.Select(a => (a.At, a.Community, a.Id)), $"order of the activities of '{person}'");
            Expect.Same(Sorted(expected), Sorted(found), $"activities of '{person}'");
        }
    }

    private static IEnumerable<Activity> Sorted(IEnumerable<Activity> activities) => activities.OrderBy(a => a.ToString(), StringComparer.Ordinal);
}
