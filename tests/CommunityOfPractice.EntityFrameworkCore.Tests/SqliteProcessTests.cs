using Xunit.Abstractions;

namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>Several processes on a real database, and what a kill leaves behind.</summary>
public sealed class SqliteProcessTests(SqliteDatabase database, ITestOutputHelper output) : IClassFixture<SqliteDatabase>
{
    [Fact, Trait("Category", "Slow")]
    public Task Killed_AtRandomMoments_WhatWasAcknowledgedIsThere() => ProcessTrials.KillAsync(database, output);

    [Fact, Trait("Category", "Slow")]
    public Task ManyProcesses_OnOneCommunity_LoseNothing() => ProcessTrials.CrowdAsync(database, output);
}
