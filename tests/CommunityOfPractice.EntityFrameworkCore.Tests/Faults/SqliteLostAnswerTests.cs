namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>A commit on a file that is done and not answered.</summary>
public sealed class SqliteLostAnswerTests(SqliteDatabase database) : IClassFixture<SqliteDatabase>
{
    [Fact]
    public Task AnswerOfTheCommitLost_ActivitiesAreWrittenOnce() => LostAnswerTrials.ActivitiesAsync(database, retries: false);

    [Fact]
    public Task AnswerOfTheCommitLost_ActivitiesAreWrittenOnceWithAStrategyThatRetries() => LostAnswerTrials.ActivitiesAsync(database, retries: true);

    [Fact]
    public Task AnswerOfTheCommitLost_ACommandIsCarriedOutOnce() => LostAnswerTrials.CommandAsync(database);

    [Fact]
    public Task AnswerOfTheCommitLost_AnAppendRecognisesItsOwnEntries() => LostAnswerTrials.JournalAsync(database);

    [Fact]
    public Task AnswerLostAndCancelledMeanwhile_AnAppendThatStandsIsAcknowledged() => LostAnswerTrials.CancelledJournalAsync(database, retries: true);

    [Fact]
    public Task AnswerLostAndCancelledMeanwhile_ACommandThatWasCarriedOutIsAcknowledged() => LostAnswerTrials.CancelledCommandAsync(database, retries: true);

    [Fact]
    public Task AnswerLostAndTheStrategyGivesUp_AnAppendThatStandsIsAcknowledged() => LostAnswerTrials.GivenUpAsync(database);
}
