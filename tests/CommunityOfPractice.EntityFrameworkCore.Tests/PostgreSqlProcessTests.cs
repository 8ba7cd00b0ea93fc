using Xunit.Abstractions;

namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>Several processes on a real database, and what a kill leaves behind.</summary>
[Trait("Needs", "PostgreSQL")]
public sealed class PostgreSqlProcessTests(PostgreSqlDatabase database, ITestOutputHelper output) : IClassFixture<PostgreSqlDatabase>
{
    [PostgreSqlFact, Trait("Category", "Slow")]
    public Task Killed_AtRandomMoments_WhatWasAcknowledgedIsThere() => ProcessTrials.KillAsync(database, output);

    [PostgreSqlFact, Trait("Category", "Slow")]
    public Task ManyProcesses_OnOneCommunity_LoseNothing() => ProcessTrials.CrowdAsync(database, output);
}
