using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.People;

namespace MinimalApi.Data;

/// <summary>What the host itself reads and writes, whichever database it is.</summary>
internal interface IHostData
{
    /// <summary>Brings the database up to date; makes it when there is none.</summary>
    Task MigrateAsync(CancellationToken cancellationToken = default);

    Task PutPersonAsync(Person person, CancellationToken cancellationToken = default);

    Task<List<PastMeeting>> MeetingsAsync(CommunityId community, CancellationToken cancellationToken = default);

    Task KeepAsync(CommunityId community, PairingRound round, CancellationToken cancellationToken = default);
}
