using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Records;

namespace CommunityOfPractice.Testing;

/// <summary>A journal with the directory that is kept in step with it: what a host brings together.</summary>
/// <param name="Journal">The journal.</param>
/// <param name="Directory">The directory.</param>
public sealed record CommunityStores(IJournal Journal, ICommunityDirectory Directory)
{
    /// <summary>Gets how a roster that the host keeps itself comes into the directory.</summary>
    /// <value>Null when it cannot; then only rosters that do not exist are asked for.</value>
    public Func<Roster, CancellationToken, ValueTask>? PutRoster { get; init; }

    /// <summary>Gets where activities are kept.</summary>
    /// <value>The default value is an in-memory store.</value>
    public IActivityStore Activities { get; init; } = new InMemoryActivityStore();
}
