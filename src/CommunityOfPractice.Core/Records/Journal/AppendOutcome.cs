using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;

namespace CommunityOfPractice.Core.Records;

/// <summary>What came of appending: <see cref="Appended"/> or <see cref="Conflict"/>.</summary>
/// <remarks>A closed set of two cases, compared by value.</remarks>
[JsonConverter(typeof(AppendOutcomeJsonConverter))]
public abstract record AppendOutcome
{
    private AppendOutcome()
    {
    }

    private protected abstract void Closed();

    /// <summary>All batches are kept (committed).</summary>
    public sealed record Appended : AppendOutcome
    {
        private protected override void Closed()
        {
        }
    }

    /// <summary>Nothing was appended: a journal has moved on since its version was read.</summary>
    /// <param name="Community">The first community whose version was not the expected one.</param>
    /// <param name="ActualVersion">The version that its journal has.</param>
    public sealed record Conflict(CommunityId Community, long ActualVersion) : AppendOutcome
    {
        private protected override void Closed()
        {
        }
    }
}
