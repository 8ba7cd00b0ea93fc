namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>A commit on a server that is done and not answered.</summary>
[Trait("Needs", "PostgreSQL")]
public sealed class PostgreSqlLostAnswerTests(PostgreSqlDatabase database) : IClassFixture<PostgreSqlDatabase>
{
    [PostgreSqlFact]
    public Task AnswerOfTheCommitLost_ActivitiesAreWrittenOnce() => LostAnswerTrials.ActivitiesAsync(database, retries: false);

    [PostgreSqlFact]
    public Task AnswerOfTheCommitLost_ActivitiesAreWrittenOnceWithAStrategyThatRetries() => LostAnswerTrials.ActivitiesAsync(database, retries: true);

    [PostgreSqlFact]
    public Task AnswerOfTheCommitLost_ACommandIsCarriedOutOnce() => LostAnswerTrials.CommandAsync(database);

    [PostgreSqlFact]
    public Task AnswerOfTheCommitLost_AnAppendRecognisesItsOwnEntries() => LostAnswerTrials.JournalAsync(database);

    /// <summary>An append that is one command is its own transaction, so its answer tells of the commit, too; it is recognised without anybody who tries again.</summary>
    [PostgreSqlFact]
    public Task AnswerOfAnAppendLost_ItRecognisesItsOwnEntriesWithoutAStrategy() => LostAnswerTrials.JournalAsync(database, retries: false);

    [PostgreSqlFact]
    public Task AnswerLostAndCancelledMeanwhile_AnAppendThatStandsIsAcknowledged() => LostAnswerTrials.CancelledJournalAsync(database, retries: true);

    [PostgreSqlFact]
    public Task AnswerLostAndCancelledMeanwhile_ACommandThatWasCarriedOutIsAcknowledged() => LostAnswerTrials.CancelledCommandAsync(database, retries: true);

    [PostgreSqlFact]
    public Task AnswerLostAndCancelledMeanwhile_ACommandThatWasCarriedOutIsAcknowledgedWithoutAStrategy() => LostAnswerTrials.CancelledCommandAsync(database, retries: false);

    [PostgreSqlFact]
    public Task AnswerLostAndTheStrategyGivesUp_AnAppendThatStandsIsAcknowledged() => LostAnswerTrials.GivenUpAsync(database);
}
