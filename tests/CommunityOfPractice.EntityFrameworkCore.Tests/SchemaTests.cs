using Microsoft.EntityFrameworkCore;

namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>The scripts of docs/sql are what the model gives. Set COP_WRITE_SQL=1 to write them anew.</summary>
public sealed class SchemaTests
{
    [Fact]
    public void SqliteScript_IsThatOfTheModel() => Same("sqlite.sql", builder => builder.UseSqlite("Data Source=:memory:"));

    [Fact]
    public void PostgreSqlScript_IsThatOfTheModel() => Same("postgresql.sql", builder => builder.UseNpgsql("Host=none"));

    [Fact]
    public void UnknownProvider_IsNamed()
    {
        using CommunityOfPracticeContext context = new(new DbContextOptionsBuilder<CommunityOfPracticeContext>().UseSqlite().Options);
        Assert.Contains("'none'", Assert.Throws<NotSupportedException>(() => OrdinalTexts.CollationOf("none")).Message, StringComparison.Ordinal);
    }

    private static void Same(string name, Action<DbContextOptionsBuilder> configure)
    {
        DbContextOptionsBuilder<CommunityOfPracticeContext> builder = new();
        configure(builder);
        using CommunityOfPracticeContext context = new(builder.Options);
        string script = context.Database.GenerateCreateScript().ReplaceLineEndings("\n"), path = Path.Combine(Repository.Root, "docs", "sql", name);
        if (Environment.GetEnvironmentVariable("COP_WRITE_SQL") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, script);
        }

        Assert.Equal(File.ReadAllText(path), script);
    }
}
