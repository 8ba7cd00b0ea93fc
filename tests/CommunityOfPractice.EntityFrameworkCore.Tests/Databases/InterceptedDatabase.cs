using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>Another database with somebody in between, and perhaps with a strategy that tries lost answers again.</summary>
internal sealed class InterceptedDatabase(TestDatabase database, bool retries, params IInterceptor[] interceptors) : TestDatabase
{
    /// <summary>How often the strategy tries again.</summary>
    public const int Retries = 3;

    public override string Settings => database.Settings;

    public override IActivityWriter Writer => database.Writer;

    public override void Configure(DbContextOptionsBuilder builder)
    {
        database.Configure(builder);
        builder.AddInterceptors(interceptors);
        if (retries)
        {
            builder.ReplaceService<IExecutionStrategyFactory, Factory>();
        }
    }

#pragma warning disable CA1812 // made by Entity Framework
    private sealed class Factory(ExecutionStrategyDependencies dependencies) : IExecutionStrategyFactory
#pragma warning restore CA1812
    {
        public IExecutionStrategy Create() => new Retrying(dependencies);
    }

    private sealed class Retrying(ExecutionStrategyDependencies dependencies) : ExecutionStrategy(dependencies, Retries, TimeSpan.Zero)
    {
        protected override bool ShouldRetryOn(Exception exception) => exception is LostAnswerException;
    }
}
