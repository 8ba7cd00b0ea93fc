using System.Runtime.CompilerServices;
using System.Text;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Conformance;

#pragma warning disable // word for word the store of docs/write-your-own-store.md (ListActivityStoreTests), whose style is that of a page
public sealed class ListActivityStore : IActivityStore
{
    private static readonly Comparer<string> Utf8 = Comparer<string>.Create((x, y) => Encoding.UTF8.GetBytes(x).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y)));

    private readonly Lock gate = new();
    private List<Activity> kept = [];
    private Dictionary<ActivityId, Activity> byId = [];

    public ValueTask<Decision<int>> AppendAsync(IReadOnlyCollection<Activity> activities, CancellationToken cancellationToken = default)
    {
        foreach (Activity activity in activities ?? throw new ArgumentNullException(nameof(activities)))
            (activity ?? throw new ArgumentException("An activity is null.", nameof(activities))).Check();
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            Dictionary<ActivityId, Activity> fresh = [];
            Reason[] conflicts = [.. activities.Where(a => a.Id is { } id && (byId.GetValueOrDefault(id) ?? (fresh.TryAdd(id, a) ? a : fresh[id])) != a)
                .Select(a => new Reason("activity.id-conflict", $"Another activity has the id '{a.Id}'."))];
            if (conflicts.Length > 0) return new(Decision<int>.Refuse(conflicts));
            Activity[] added = [.. fresh.Values, .. activities.Where(a => a.Id is null)];
            foreach ((ActivityId id, Activity activity) in fresh) byId.Add(id, activity);
            kept.AddRange(added);
            return new(Decision<int>.Accept(added.Length));
        }
    }

    public IAsyncEnumerable<Activity> ReadAsync(CommunityId community, DateTimeOffset before, CancellationToken cancellationToken = default) =>
        Sorted(a => a.Community == community && a.At < before, cancellationToken);

    public IAsyncEnumerable<Activity> ReadOfAsync(PersonId person, CancellationToken cancellationToken = default) => Sorted(a => Names(a, person), cancellationToken);

    public ValueTask<int> EraseAsync(PersonId person, PersonId tombstone, CancellationToken cancellationToken = default)
    {
        if (person == default || tombstone == default || person == tombstone) throw new ArgumentException("A person and a tombstone are two ids.", nameof(tombstone));
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            int changed = kept.Count(a => Names(a, person));
            PersonId Of(PersonId id) => id == person ? tombstone : id;
            kept = [.. kept.Select(a => Names(a, person) ? a with { Person = Of(a.Person), To = a.To.Select(Of).ToValueList() } : a)];
            byId = kept.Where(a => a.Id is not null).ToDictionary(a => a.Id!.Value);
            return new(changed);
        }
    }

    private static bool Names(Activity activity, PersonId person) => activity.Person == person || activity.To.Contains(person);

    private async IAsyncEnumerable<Activity> Sorted(Func<Activity, bool> asked, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Activity[] copy;
        lock (gate) copy = [.. kept.Where(asked)];
        await Task.CompletedTask;
        foreach (Activity activity in copy.OrderBy(a => a.At).ThenBy(a => a.Community.Text, Utf8).ThenBy(a => a.Id is null).ThenBy(a => a.Id?.Text ?? "", Utf8))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return activity;
        }
    }
}
