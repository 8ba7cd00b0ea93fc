using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Conformance;

/// <summary>A dictionary and a list that nothing guards: right for one caller at a time. It rests between looking and writing, so that calls overlap on a busy machine too.</summary>
internal sealed class UnlockedActivities : IActivityStore
{
    private readonly Dictionary<ActivityId, Activity> byId = [];
    private readonly List<Activity> kept = [];

    public ValueTask<Decision<int>> AppendAsync(IReadOnlyCollection<Activity> activities, CancellationToken cancellationToken = default)
    {
        foreach (Activity activity in activities)
        {
            activity.Check();
        }

        cancellationToken.ThrowIfCancellationRequested();
        Activity[] fresh = [.. activities.Where(a => a.Id is not { } id || !byId.ContainsKey(id))];
        Thread.Sleep(1);
        foreach (Activity activity in fresh)
        {
            byId[activity.Id!.Value] = activity;
        }

        kept.AddRange(fresh);
        return new(Decision<int>.Accept(fresh.Length));
    }

    public async IAsyncEnumerable<Activity> ReadAsync(CommunityId community, DateTimeOffset before, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        InMemoryActivityStore sorted = new();
        (await sorted.AppendAsync([.. kept], cancellationToken)).OrThrow();
        await foreach (Activity activity in sorted.ReadAsync(community, before, cancellationToken))
        {
            yield return activity;
        }
    }

    public IAsyncEnumerable<Activity> ReadOfAsync(PersonId person, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<int> EraseAsync(PersonId person, PersonId tombstone, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
