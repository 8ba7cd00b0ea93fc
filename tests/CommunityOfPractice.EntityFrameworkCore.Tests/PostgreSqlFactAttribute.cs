namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>A test that needs a PostgreSQL server, and says why it was skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgreSqlFactAttribute : FactAttribute
{
    public PostgreSqlFactAttribute() => Skip = PostgreSqlServer.Missing;
}
